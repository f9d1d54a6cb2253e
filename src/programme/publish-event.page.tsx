import { dateAndTime } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languages } from '#platform/language.ts'
import { Actions, Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { placeInBrief } from './event-row.page.tsx'
import type { ProgrammeEvent } from './events.sql.ts'
import { eventTrail } from './office-event.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
}

/** A last look before everybody sees it: what cannot be missed, and which languages are still missing. */
export function PublishEventPage({ visit, event, refusal }: Props) {
  const { t, language } = visit
  const problems = problemsOf(t, { refusal })
  const missing = languages
    .filter((one) => !event.title[one] || !event.lead[one])
    .map((one) => t(`programme.event.spoken-${one}`))
  return (
    <Page
      visit={visit}
      title={t('programme.edit.publish-title', { title: inLanguage(event.title, language) })}
      trail={eventTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p class="lead">{t('programme.edit.publish-lead')}</p>
      <Facts
        rows={[
          [t('programme.event.when'), dateAndTime(language, event.starts_at, event.ends_at)],
          [t('programme.event.where'), placeInBrief(t, event)],
          [t('programme.event.seats'), t('programme.event.seat-count', { count: event.capacity })],
        ]}
      />
      {missing.length > 0 && (
        <Notice kind="waiting">
          {t('programme.edit.missing-languages', {
            languages: new Intl.ListFormat(language).format(missing),
          })}
        </Notice>
      )}
      {!inLanguage(event.access, language) && event.place_name && (
        <Notice kind="waiting">{t('programme.edit.missing-access')}</Notice>
      )}
      <Form>
        <Actions>
          <SubmitButton>{t('programme.edit.publish')}</SubmitButton>
          <LinkButton variant="secondary" href={visit.to(`/events/${event.slug}`)}>
            {t('programme.edit.see-page')}
          </LinkButton>
        </Actions>
      </Form>
    </Page>
  )
}
