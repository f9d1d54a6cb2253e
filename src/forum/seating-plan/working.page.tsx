import type { Visit } from '#platform/http.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { baseOf, type EventOf, SeatingFrame } from './frame.page.tsx'
import type { WorkRow } from './seating.sql.ts'

/** While seats are proposed: how far it is. The page loads itself again (`Refresh`) until it is done. */
export function WorkingPage({ visit, event, work }: { visit: Visit; event: EventOf; work: WorkRow }) {
  const { t } = visit
  const base = baseOf(event)
  return (
    <SeatingFrame
      visit={visit}
      event={event}
      title={t('seating.working.title')}
      lead={t('seating.working.lead')}
    >
      <p>
        <progress
          class="seating-progress"
          max={100}
          value={work.progress}
          aria-label={t('seating.working.title')}
        />{' '}
        <span class="numbers">{t('seating.working.part', { part: work.progress })}</span>
      </p>
      {work.stop_asked_at && <p>{t('seating.working.stopping')}</p>}
      <div class="actions">
        <a class="ds-button" data-variant="primary" href={visit.to(`${base}/working`)}>
          {t('seating.working.reload')}
        </a>
        <form method="post" action={visit.to(`${base}/stop`)}>
          <SubmitButton variant="secondary">{t('seating.working.stop')}</SubmitButton>
        </form>
      </div>
    </SeatingFrame>
  )
}
