import type { Reads } from '../tables.ts'
import { type Acting, actsFor } from './acting.ts'
import { saidBy } from './answer.rules.ts'
import { entriesWithIds } from './entries.sql.ts'
import { type Match, matchesOf, matchWithId, stepsOf } from './matches.sql.ts'
import type { Both } from './office.page.tsx'
import type { OwnMatch } from './own.page.tsx'
import { isBothOpen } from './suggest.ts'

/** Suggestions with the need and the offer that they are about. */
export async function withBoth(db: Reads, matches: readonly Match[]): Promise<Both[]> {
  const ids = matches.flatMap(({ need_id, offer_id }) => [need_id, offer_id])
  const entries = new Map((await entriesWithIds(db, [...new Set(ids)])).map((one) => [one.id, one]))
  return matches.flatMap((match) => {
    const [need, offer] = [entries.get(match.need_id), entries.get(match.offer_id)]
    return need && offer ? [{ match, need, offer }] : []
  })
}

const matchesMax = 200

/** What is suggested to somebody's organisations: what is over without an introduction is left out. */
export async function ownMatches(db: Reads, acting: Acting, today: string): Promise<OwnMatch[]> {
  const ids = acting.organisations.map(({ id }) => id)
  const both = await withBoth(db, await matchesOf(db, ids, matchesMax))
  return both
    .filter(({ match }) => match.introduced_at !== null || isBothOpen(match, today))
    .flatMap((one) => sidesOf(one, acting))
}

/** The suggestion as this side sees it; both sides where somebody acts for both. */
function sidesOf({ match, need, offer }: Both, acting: Acting): OwnMatch[] {
  return [
    ...(actsFor(acting, need.organisation_id)
      ? [{ match, side: 'need' as const, mine: need, theirs: offer }]
      : []),
    ...(actsFor(acting, offer.organisation_id)
      ? [{ match, side: 'offer' as const, mine: offer, theirs: need }]
      : []),
  ]
}

/** One suggestion as whoever acts for one of its sides sees it; null for everybody else. */
export async function ownMatch(db: Reads, acting: Acting, id: string): Promise<OwnMatch | null> {
  const match = await matchWithId(db, id)
  if (!match) return null
  const [both] = await withBoth(db, [match])
  const sides = both ? sidesOf(both, acting) : []
  // Whoever acts for both is asked for the one that has not answered.
  return sides.find((one) => saidBy(match, one.side) === null) ?? sides[0] ?? null
}

export async function lastSteps(db: Reads, both: readonly Both[]) {
  const steps = await stepsOf(
    db,
    both.map(({ match }) => match.id),
  )
  return both.map((one) => ({ ...one, last: steps.findLast(({ match_id }) => match_id === one.match.id) }))
}
