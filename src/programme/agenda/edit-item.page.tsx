import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Checks,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { agendaTrail } from './agenda-trail.ts'
import { itemKinds, itemMinutesMax } from './agenda.rules.ts'
import type { Item, Speaker } from './agenda.sql.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  /** What is changed; null for a new one. */
  item: Item | null
  speakers: readonly Speaker[]
}

export function EditItemPage({ visit, event, item, speakers, ...answered }: Props) {
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={item ? inLanguage(item.title, language) : t('agenda.edit.add')}
      trail={agendaTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        {!item && <input type="hidden" name="id" value={filledAt(answered, 'id')} />}
        <ItemFields {...{ t, answered, speakers }} />
        <Actions>
          <SubmitButton>{t('agenda.edit.save')}</SubmitButton>
          {item && (
            <SubmitButton variant="secondary" danger name="do" value="remove">
              {t('agenda.edit.remove')}
            </SubmitButton>
          )}
        </Actions>
      </Form>
    </Page>
  )
}

interface FieldsProps {
  t: Words
  answered: Answered
  speakers: readonly Speaker[]
}

function ItemFields({ t, answered, speakers }: FieldsProps) {
  const line = (name: string) => ({
    t,
    name,
    label: t(`agenda.field.${name}`),
    value: filledAt(answered, name),
    mistake: mistakeAt(t, answered, name),
  })
  const kinds = itemKinds.map((kind) => ({ value: kind, label: t(`agenda.kind.${kind}`) }))
  return (
    <>
      <TextsField
        t={t}
        name="title"
        label={t('agenda.field.title')}
        hint={t('agenda.hint.title')}
        value={textsAt(answered, 'title')}
        mistakes={mistakesInWords(t, answered)}
      />
      <Select {...line('kind')} options={kinds} />
      <TextField
        {...line('minutes')}
        type="number"
        inputmode="numeric"
        min={1}
        max={itemMinutesMax}
        size={6}
      />
      <TextField {...line('pinned')} type="time" hint={t('agenda.hint.pinned')} required={false} />
      {speakers.length > 0 && (
        <Checks
          t={t}
          name="speakers"
          label={t('agenda.speakers')}
          values={ticked(answered, 'speakers')}
          options={speakers.map(({ id, name }) => ({ value: id, label: name }))}
          required={false}
        />
      )}
    </>
  )
}
