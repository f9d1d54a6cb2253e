interface Shown {
  published_at: string | null
  taken_down_at: string | null
}

export type AnnouncementState = 'draft' | 'published' | 'taken-down'

export function announcementState({ published_at, taken_down_at }: Shown): AnnouncementState {
  if (taken_down_at) return 'taken-down'
  return published_at ? 'published' : 'draft'
}

/** Publishing twice would tell the followers of nothing new. */
export const refusalToPublish = (announcement: Shown): 'already-published' | null =>
  announcementState(announcement) === 'published' ? 'already-published' : null

export const refusalToTakeDown = (announcement: Shown): 'not-published' | null =>
  announcementState(announcement) === 'published' ? null : 'not-published'

/** Whoever saves has seen what they replace: nobody's words disappear unnoticed. */
export const refusalToEdit = (changedAt: string, seenChangedAt: string): 'changed-meanwhile' | null =>
  changedAt === seenChangedAt ? null : 'changed-meanwhile'

/** Words of this slice's own addresses below /news, which no announcement may take over. */
const reserved = new Set(['', 'follow', 'confirm', 'unsubscribe'])

/** The last parts of an address to try in turn: the title, then counted. */
export function* slugsToTry(slug: string): Generator<string> {
  const first = reserved.has(slug) ? `nyhet${slug && '-'}${slug}` : slug
  yield first
  for (let number = 2; ; number += 1) yield `${first}-${number}`
}
