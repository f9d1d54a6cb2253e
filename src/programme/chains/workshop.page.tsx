import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { EventLine, ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import type { SeriesRow } from '../tables.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  allSeries: readonly SeriesRow[]
  /** What follows from the forum already. */
  planned: readonly EventLine[]
  /** The address of the forum's report, if everybody can read it. */
  report: string | null
}

/** Where a forum's idea workshop is planned: its date is all that has to be known. */
export function WorkshopPage({ visit, event, allSeries, planned, report, ...answered }: Props) {
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  const field = (name: 'date' | 'series') => ({
    ...{ t, name, label: t(`chains.workshop.${name}`), hint: t(`chains.workshop.${name}-hint`) },
    ...{ value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
  })
  return (
    <Page
      visit={visit}
      title={t('chains.workshop.title')}
      lead={t('chains.workshop.lead', { event: inLanguage(event.title, language) })}
      trail={eventTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p>
        {t(report ? 'chains.workshop.from-report' : 'chains.workshop.no-report')}{' '}
        {report && <a href={visit.to(report)}>{t('chains.workshop.report')}</a>}
      </p>
      {planned.length > 0 && (
        <Notice>
          <p>{t('chains.workshop.already')}</p>
          <ul>
            {planned.map(({ id, title }) => (
              <li>
                <a href={visit.to(`/office/events/${id}`)}>{inLanguage(title, language)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <TextField {...field('date')} type="date" />
        <Select
          {...field('series')}
          options={allSeries.map(({ key, name }) => ({ value: key, label: inLanguage(name, language) }))}
        />
        <SubmitButton>{t('chains.workshop.button')}</SubmitButton>
      </Form>
    </Page>
  )
}
