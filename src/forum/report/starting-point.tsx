import type { Visit } from '#platform/http.ts'
import { LinkButton } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { eventsRightBefore } from '#programme/index.ts'
import type { Reads } from '../tables.ts'
import { reportsAmong } from './report.sql.ts'

/** On the page of what follows a forum, an idea workshop most often: its starting point, as soon as the report is published. */
export async function startingPoint(db: Reads, visit: Visit, eventId: string) {
  const before = await eventsRightBefore(db, eventId)
  const reports = await reportsAmong(
    db,
    before.map(({ id }) => id),
  )
  if (reports.size === 0) return null
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="starting-point">
      <h2 id="starting-point">{t('report.start.title')}</h2>
      <p>{t('report.start.lead')}</p>
      {before.flatMap(({ id, title }) => {
        const report = reports.get(id)
        return report === undefined ? (
          []
        ) : (
          <p>
            <LinkButton variant="secondary" href={visit.to(report)}>
              {t('report.start.link')} <Text of={title} t={t} />
            </LinkButton>
          </p>
        )
      })}
    </section>
  )
}
