import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Check,
  filledAt,
  Folded,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { lineNumbers } from './arranger-form.ts'
import { sides } from './arrangers.rules.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  /** Names in the directory, to choose from while typing. */
  organisations: readonly string[]
}

// Two sides, and one more who joins in.
const linesOpen = 3

/** Who arranges an event together, and whether it is recorded. */
export function EditArrangersPage(props: Props) {
  const { visit, event } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const isLong = lineNumbers.slice(linesOpen).some((number) => filledAt(props, `name_${number}`))
  return (
    <Page
      visit={visit}
      title={t('arrangers.edit.title', { event: inLanguage(event.title, t.language) })}
      lead={t('arrangers.edit.lead')}
      trail={eventTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        {lineNumbers.slice(0, linesOpen).map((number) => (
          <ArrangerLine {...props} number={number} />
        ))}
        <Folded summary={t('arrangers.edit.more')} open={isLong}>
          {lineNumbers.slice(linesOpen).map((number) => (
            <ArrangerLine {...props} number={number} />
          ))}
        </Folded>
        <Names organisations={props.organisations} />
        <Check
          t={t}
          name="recorded"
          label={t('arrangers.edit.recorded')}
          hint={t('arrangers.edit.recorded-hint')}
          checked={filledAt(props, 'recorded') === 'yes'}
        />
        <SubmitButton>{t('arrangers.edit.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

export const Names = ({ organisations }: Pick<Props, 'organisations'>) => (
  <datalist id="organisations">
    {organisations.map((name) => (
      <option value={name}>{name}</option>
    ))}
  </datalist>
)

/** One who arranges: the name, and the side of one that is not in the directory. */
export function ArrangerLine(props: Answered & { visit: Visit; number: number }) {
  const { visit, number } = props
  const { t } = visit
  const [name, side] = [`name_${number}`, `side_${number}`]
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{t('arrangers.edit.one', { number })}</legend>
      <TextField
        t={t}
        name={name}
        label={t('arrangers.edit.name')}
        value={filledAt(props, name)}
        mistake={mistakeAt(t, props, name)}
        list="organisations"
      />
      <Select
        t={t}
        name={side}
        label={t('arrangers.edit.side')}
        hint={number === 1 ? t('arrangers.edit.side-hint') : undefined}
        value={filledAt(props, side)}
        mistake={mistakeAt(t, props, side)}
        options={sides.map((one) => ({ value: one, label: t(`arrangers.side.${one}`) }))}
        none={t('arrangers.edit.side-known')}
      />
    </fieldset>
  )
}
