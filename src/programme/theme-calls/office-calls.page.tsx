import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import {
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
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton } from '#platform/ui/parts.tsx'
import type { SeriesRow } from '../tables.ts'
import { StateOfCall } from './call.page.tsx'
import type { Call } from './calls.sql.ts'
import { daysOf } from './save-call.ts'
import { isSet, callState } from './theme-call.rules.ts'

interface ListProps {
  visit: Visit
  series: SeriesRow
  calls: readonly Call[]
}

const seriesTrail = (visit: Visit, { key, name }: { key: string; name: Texts }) => [
  { href: visit.to('/office/series'), label: visit.t('programme.series-edit.title') },
  { href: visit.to(`/office/series/${key}`), label: inLanguage(name, visit.language) },
]

/** The way to the pages below a call's desk. */
export const officeCallsTrail = (visit: Visit, call: Call) => [
  ...seriesTrail(visit, { key: call.series_key, name: call.series_name }),
  {
    href: visit.to(`/office/series/${call.series_key}/theme-calls`),
    label: visit.t('theme-calls.office.title'),
  },
]

/** All calls of a series, for coordinators. */
export function OfficeCallsPage({ visit, series, calls }: ListProps) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('theme-calls.office.title')}
      lead={t('theme-calls.office.lead')}
      trail={seriesTrail(visit, series)}
    >
      {calls.length === 0 && <Empty>{t('theme-calls.office.none')}</Empty>}
      <ul class="lined-list">
        {calls.map((call) => (
          <li class="stack-tight">
            <p>
              <a href={visit.to(`/office/theme-calls/${call.id}`)}>{nameOf(visit, call)}</a>
            </p>
            <p class="quiet">
              <StateOfCall visit={visit} call={call} state={callState(call, isSet(call), visit.now)} />
            </p>
          </li>
        ))}
      </ul>
      <Actions>
        <LinkButton href={visit.to(`/office/series/${series.key}/theme-calls/new`)}>
          {t('theme-calls.office.new')}
        </LinkButton>
      </Actions>
    </Page>
  )
}

/** Its theme once it has one; until then its days. */
export function nameOf({ t, language }: Visit, call: Call): string {
  if (call.theme) return inLanguage(call.theme, language)
  const { first_day, last_day } = daysOf(call)
  const days = { first: dateInWords(language, first_day), last: dateInWords(language, last_day) }
  return t('theme-calls.office.name', days)
}

interface EditProps extends Answered {
  visit: Visit
  series: SeriesRow
  /** Null for a new one. */
  call: Call | null
  /** Whose theme it may be. */
  events: readonly { id: string; title: Texts; starts_at: string }[]
}

/** A call's days, what is said about it, and the forum whose theme it is. */
export function EditCallPage(props: EditProps) {
  const { visit, series, call, events } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const days = call && daysOf(call)
  const day = (name: 'first_day' | 'last_day') => ({
    ...{ t, name, type: 'date' as const, label: t(`theme-calls.edit.${name}`) },
    value: props.filled ? filledAt(props, name) : days?.[name],
    mistake: mistakeAt(t, props, name),
  })
  return (
    <Page
      visit={visit}
      title={t(call ? 'theme-calls.edit.title' : 'theme-calls.edit.new')}
      lead={t('theme-calls.edit.lead')}
      trail={call ? [...officeCallsTrail(visit, call), callLink(visit, call)] : seriesTrail(visit, series)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        {!call && <input type="hidden" name="id" value={filledAt(props, 'id')} />}
        <TextField {...day('first_day')} />
        <TextField {...day('last_day')} hint={t('theme-calls.edit.last_day-hint')} />
        <TextsField
          t={t}
          name="words"
          label={t('theme-calls.edit.words')}
          hint={t('theme-calls.edit.words-hint')}
          value={textsAt(props, 'words', call?.words)}
          mistakes={mistakesInWords(t, props)}
          rows={4}
          required={false}
        />
        <Select
          t={t}
          name="event"
          label={t('theme-calls.edit.event')}
          hint={t('theme-calls.edit.event-hint')}
          none={t('theme-calls.edit.no-event')}
          value={props.filled ? filledAt(props, 'event') : call?.event_id}
          options={events.map(({ id, title, starts_at }) => ({
            value: id,
            label: `${dateInWords(language, localDate(starts_at))} · ${inLanguage(title, language)}`,
          }))}
        />
        <SubmitButton>{t('theme-calls.edit.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

export const callLink = (visit: Visit, call: Call) => ({
  href: visit.to(`/office/theme-calls/${call.id}`),
  label: nameOf(visit, call),
})
