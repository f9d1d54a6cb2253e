import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages, type Texts } from '#platform/language.ts'
import {
  Check,
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { isOver } from './day.rules.ts'
import { type EventOf, SeatingFrame } from './frame.page.tsx'
import type { RoundRow, TableRow } from './seating.sql.ts'

interface TablesProps extends Answered {
  visit: Visit
  event: EventOf
  tables: readonly TableRow[]
  isOnline: boolean
}

/** What is at each table, all of them in one form. */
export function TablesPage(props: TablesProps) {
  const { visit, event, tables } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <SeatingFrame
      visit={visit}
      event={event}
      title={t('seating.link.tables')}
      lead={t('seating.tables.lead')}
      wrong={problems.length > 0}
      wide
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <div class="grid">
          {tables.map((table) => (
            <TableFields {...props} table={table} />
          ))}
        </div>
        {!isOver(event, visit.now) && <SubmitButton>{t('seating.save')}</SubmitButton>}
      </Form>
    </SeatingFrame>
  )
}

function TableFields({ table, ...props }: TablesProps & { table: TableRow }) {
  const { t } = props.visit
  const at = (name: string): string => `${name}-${table.number}`
  const value = (name: string, stored: string | number | null) =>
    props.filled ? filledAt(props, at(name)) : stored
  const ticked = (name: string, stored: number): boolean =>
    props.filled ? filledAt(props, at(name)) === 'yes' : stored === 1
  const of = (name: string) => ({ t, name: at(name), mistake: mistakeAt(t, props, at(name)) })
  return (
    <fieldset class="card seating-fields">
      <legend>
        <strong>{t('seating.table', { number: table.number })}</strong>
      </legend>
      <TextField
        {...of('name')}
        label={t('seating.tables.name')}
        value={value('name', table.name)}
        required={false}
      />
      <TextField
        {...of('seats')}
        label={t('seating.tables.seats')}
        value={value('seats', table.seats)}
        type="number"
        inputmode="numeric"
        size={4}
        min={1}
      />
      <Check
        {...of('step-free')}
        label={t('seating.tables.step-free-yes')}
        checked={ticked('step-free', table.step_free)}
      />
      <Check
        {...of('hearing-loop')}
        label={t('seating.tables.hearing-loop-yes')}
        checked={ticked('hearing-loop', table.hearing_loop)}
      />
      <Select
        {...of('language')}
        label={t('seating.tables.language')}
        value={String(value('language', table.language) ?? '')}
        none={t('seating.tables.language-none')}
        options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
      />
      {(props.isOnline || table.online_url) && (
        <TextField
          {...of('url')}
          label={t('seating.tables.url')}
          value={value('url', table.online_url)}
          type="url"
          required={false}
        />
      )}
    </fieldset>
  )
}

interface RoundsProps extends Answered {
  visit: Visit
  event: EventOf
  rounds: readonly RoundRow[]
  questions: readonly { id: string; words: Texts }[]
}

/** How long each round is, and its table question. */
export function RoundsPage(props: RoundsProps) {
  const { visit, event, rounds, questions } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <SeatingFrame
      visit={visit}
      event={event}
      title={t('seating.link.rounds')}
      lead={t('seating.rounds-page.lead')}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        {rounds.map(({ number, minutes, question_id }) => (
          <fieldset class="card seating-fields">
            <legend>
              <strong>{t('seating.round', { round: number })}</strong>
            </legend>
            <TextField
              t={t}
              name={`minutes-${number}`}
              label={t('seating.setup.minutes')}
              value={props.filled ? filledAt(props, `minutes-${number}`) : minutes}
              mistake={mistakeAt(t, props, `minutes-${number}`)}
              type="number"
              inputmode="numeric"
              size={4}
            />
            <Select
              t={t}
              name={`question-${number}`}
              label={t('seating.rounds-page.question')}
              value={props.filled ? filledAt(props, `question-${number}`) : question_id}
              none={t('seating.rounds-page.none')}
              options={questions.map(({ id, words }) => ({
                value: id,
                label: inLanguage(words, t.language),
              }))}
            />
          </fieldset>
        ))}
        {questions.length === 0 && <p class="quiet">{t('seating.rounds-page.no-questions')}</p>}
        {!isOver(event, visit.now) && <SubmitButton>{t('seating.save')}</SubmitButton>}
      </Form>
    </SeatingFrame>
  )
}
