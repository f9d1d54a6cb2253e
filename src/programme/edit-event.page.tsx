import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { filledAt, Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { isAwaited } from './change-event.rules.ts'
import { AboutFields, PeopleFields, PlaceFields, ReasonFields, TimeFields } from './event-fields.page.tsx'
import type { ProgrammeEvent } from './events.sql.ts'
import { eventTrail } from './office-event.page.tsx'
import type { SeriesRow } from './tables.ts'

interface Props extends Answered {
  visit: Visit
  /** The event that is edited; null for a new one. */
  event: ProgrammeEvent | null
  allSeries: readonly SeriesRow[]
}

export function EditEventPage({ visit, event, allSeries, ...answered }: Props) {
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  const fields = { t, answered }
  const title = event
    ? t('programme.edit.edit-title', { title: inLanguage(event.title, language) })
    : t('programme.edit.new-title')
  return (
    <Page
      visit={visit}
      title={title}
      trail={eventTrail(visit, event ?? undefined)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {event?.published_at ? (
        <Notice>{t('programme.edit.tells-people')}</Notice>
      ) : (
        <p>{t('programme.edit.draft-first')}</p>
      )}
      <Form>
        {!event && <input type="hidden" name="id" value={filledAt(answered, 'id')} />}
        <input type="hidden" name="seen" value={filledAt(answered, 'seen') ?? ''} />
        <AboutFields {...fields} allSeries={allSeries} />
        <TimeFields {...fields} />
        <PlaceFields {...fields} />
        <PeopleFields {...fields} />
        {event && isAwaited(event, visit.now) && <ReasonFields {...fields} />}
        <SubmitButton>{event ? t('programme.edit.save') : t('programme.edit.save-draft')}</SubmitButton>
      </Form>
    </Page>
  )
}
