import type { Visit } from '#platform/http.ts'
import { Notice } from '#platform/ui/parts.tsx'

/** Once a round has begun seats change at the door, and nowhere else. */
export const AtDoor = ({ visit, base, begun }: { visit: Visit; base: string; begun: number }) => (
  <Notice kind="info">
    <p>{visit.t('seating.refusal.round-begun', { round: begun })}</p>
    <a href={visit.to(`${base}/door`)}>{visit.t('seating.to-door')}</a>
  </Notice>
)
