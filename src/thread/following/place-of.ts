import type { Tiding } from './following.rules.ts'

/** Where a piece of news can be read about, without the language. */
export function placeOf(bead: Tiding): string {
  if ('idea' in bead) return `/ideas/${bead.idea.number}`
  if ('revision' in bead) return `/plan/revisions/${bead.revision.number}`
  if ('need' in bead) return `/needs/${bead.need.number}`
  if ('needed' in bead) return `/network/needs/${bead.needed.id}`
  if ('partnership' in bead) return `/network/${bead.partnership.slug}`
  if ('theme' in bead) return `/themes/${bead.theme.id}`
  if ('event' in bead)
    return bead.kind === 'report' ? `/reports/${bead.event.slug}` : `/events/${bead.event.slug}`
  if ('recommendation' in bead) return `/recommendations/${bead.recommendation.number}`
  if ('area' in bead) return `/thread/focus-area/${bead.area.id}`
  if ('commitment' in bead) return `/plan/commitments/${bead.commitment.number}`
  return '/plan'
}
