import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Notice, SectorMark } from '#platform/ui/parts.tsx'
import { lookOf } from '#people/index.ts'
import type { SideMissing } from './arrangers.rules.ts'
import type { Arranger } from './arrangers.sql.ts'

/** Who arranges an event, on its page: the two sides side by side. */
export function ArrangersSection({ visit, arrangers }: { visit: Visit; arrangers: readonly Arranger[] }) {
  const { t } = visit
  if (arrangers.length === 0) return null
  return (
    <section class="stack-tight" aria-labelledby="arrangers">
      <h2 id="arrangers">{t('arrangers.title')}</h2>
      <ul class="lined-list">
        {arrangers.map((one) => (
          <li>
            <SectorMark look={lookOf(one.side)} /> <Name visit={visit} arranger={one} />{' '}
            {one.side !== 'other' && <span class="small quiet">{t(`arrangers.side.${one.side}`)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Name({ visit, arranger: { slug, name } }: { visit: Visit; arranger: Arranger }) {
  const words = inLanguage(name, visit.language)
  return slug ? <a href={visit.to(`/network/organisations/${slug}`)}>{words}</a> : <>{words}</>
}

/** Said before somebody signs up, and again at the door of the page. */
export const RecordedNotice = ({ visit }: { visit: Visit }) => (
  <Notice title={visit.t('arrangers.recorded.title')}>{visit.t('arrangers.recorded.words')}</Notice>
)

/** On the desk: said kindly, and with the one thing to do about it. */
export const SideMissingNotice = ({ visit, eventId, missing }: SideMissingProps) => (
  <Notice kind="waiting" title={visit.t(`arrangers.missing.${missing}`)}>
    <p>
      {visit.t('arrangers.missing.why')}{' '}
      <a href={visit.to(`/office/events/${eventId}/arrangers`)}>{visit.t('arrangers.link')}</a>
    </p>
  </Notice>
)

interface SideMissingProps {
  visit: Visit
  eventId: string
  missing: SideMissing
}
