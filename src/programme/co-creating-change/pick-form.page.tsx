import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import { localDate } from '#platform/time.ts'
import {
  Choice,
  filledAt,
  Folded,
  Form,
  mistakeAt,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import type { Words } from '#platform/words.ts'
import type { Selection } from './propose.ts'
import type { PickRow } from './selection.sql.ts'

interface Props {
  t: Words
  selection: Selection
  answered: Answered
}

/** Who is put in or out, and why; nobody is without a reason. */
export function ByHandForm({ t, selection, answered }: Props) {
  const field = (name: string) => ({
    ...{ t, name, value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
    label: t(`co-creating-change.pick.${name}`),
  })
  return (
    <Folded summary={t('co-creating-change.pick.title')} open={filledAt(answered, 'do') === 'pick'}>
      <p>{t('co-creating-change.pick.lead')}</p>
      <Form>
        <Select
          {...field('who')}
          options={selection.applications
            .toSorted((a, b) => a.name.localeCompare(b.name, t.language))
            .map(({ id, name }) => ({ value: id, label: name }))}
          none={t('co-creating-change.choose')}
        />
        <Choice
          {...field('kind')}
          options={(['in', 'out', 'rule'] as const).map((value) => ({
            value,
            label: t(`co-creating-change.pick.kind-${value}`),
          }))}
        />
        <TextField {...field('reason')} hint={t('co-creating-change.pick.reason-hint')} />
        <SubmitButton name="do" value="pick" variant="secondary">
          {t('co-creating-change.pick.button')}
        </SubmitButton>
      </Form>
    </Folded>
  )
}

/** Everything that was changed by hand, with who did it and why. */
export function Changes({ t, picks }: { t: Words; picks: readonly PickRow[] }) {
  if (picks.length === 0) return null
  return (
    <>
      <h2>{t('co-creating-change.pick.changes')}</h2>
      <ul>
        {picks.map(({ at, by, name, kind, reason }) => (
          <li>
            {t(`co-creating-change.pick.done-${kind}`, {
              ...{ by, name, reason },
              date: dateInWords(t.language, localDate(at)),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
