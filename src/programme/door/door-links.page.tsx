import type { Visit } from '#platform/http.ts'

/** What an organiser prepares for the door. */
export function DoorLinks({ visit, eventId }: { visit: Visit; eventId: string }) {
  const { t } = visit
  const base = visit.to(`/office/events/${eventId}`)
  return (
    <section class="stack-tight">
      <h2>{t('door.prepare')}</h2>
      <ul>
        <li>
          <a href={`${base}/door/stewards`}>{t('door.to-stewards')}</a>
        </li>
        <li>
          <a href={`${base}/tables`}>{t('door.to-tables')}</a>
        </li>
        <li>
          <a href={`${base}/ask`}>{t('questions.ask.link')}</a>
        </li>
        <li>
          <a href={`${base}/paper`}>{t('door.to-paper')}</a>
        </li>
      </ul>
    </section>
  )
}
