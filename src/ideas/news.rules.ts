import type { Texts } from '#platform/language.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { LedToKind } from './led-to.rules.ts'

export type NewsKind =
  | 'shown'
  | 'refused'
  | 'taken-down'
  | 'restored'
  | 'appeal-stands'
  | 'considered'
  | 'becomes'
  | 'declined'
  | 'done'
  | 'withdrawn'
  | 'joined'
  | 'parted'
  | 'made'
  | 'event'

/** Something that has happened to an idea. */
export interface News {
  kind: NewsKind
  at: Instant
  words?: Texts | null
  reason?: string
  into?: number
  made?: { kind: LedToKind; title: Texts }
  event?: { slug: string; title: Texts; starts_at: Instant }
}

/** What only whoever wrote it is told: nobody else knows of it. */
const forAuthor: ReadonlySet<NewsKind> = new Set(['shown', 'refused', 'appeal-stands'])

/** What somebody is told, of what happened since they were told last, or since they came. */
export const newsFor = (
  { kind, since }: { kind: 'author' | 'supporter'; since: Instant },
  news: readonly News[],
): News[] => news.filter((one) => one.at > since && (kind === 'author' || !forAuthor.has(one.kind)))

/** "At most one mail a day": nobody is written to twice on a date, where people live. */
export const mayBeTold = (toldAt: Instant | null, now: Instant): boolean =>
  toldAt === null || localDate(toldAt) < localDate(now)
