import { newId } from '#platform/ids.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Tx } from '../tables.ts'
import { type Entry, entriesToMeet } from './entries.sql.ts'
import { meeting, type Side, suggestionsMax } from './meet.rules.ts'
import { addMatch, type Match, suggestedTo } from './matches.sql.ts'

/** An entry as the rule looks at it. */
const sideOf = (entry: Entry): Side => ({
  organisation: entry.organisation_id,
  ...{ kind: entry.kind, words: entry.words, about: entry.about, place: entry.place },
  ...{ theme: entry.theme_id, from: entry.from_day, until: entry.until_day },
})

/** What the rule says of a need and an offer, whichever of them is named first. */
export const meetingOf = (one: Entry, other: Entry) =>
  one.side === 'need' ? meeting(sideOf(one), sideOf(other)) : meeting(sideOf(other), sideOf(one))

/**
 * Suggests the best of what may fit, up to a number that somebody can read, on either side. What was suggested once is
 * never suggested again: whoever said no is not asked twice.
 */
export async function suggestFor(tx: Tx, entry: Entry, now: Instant): Promise<string[]> {
  const today = localDate(now)
  const known = await suggestedTo(tx, entry.id)
  const partners = new Set(known.flatMap(({ need_id, offer_id }) => [need_id, offer_id]))
  const fitting = (await entriesToMeet(tx, entry, today))
    .filter(({ id }) => !partners.has(id))
    .flatMap((other) => {
      const met = meetingOf(entry, other)
      return met ? [{ other, points: met.points }] : []
    })
    .toSorted((a, b) => b.points - a.points || (a.other.id < b.other.id ? -1 : 1))
  let room = suggestionsMax - countOpen(known, today)
  const added: string[] = []
  for (const { other, points } of fitting) {
    if (room <= 0) break
    if (countOpen(await suggestedTo(tx, other.id), today) >= suggestionsMax) continue
    const [need, offer] = entry.side === 'need' ? [entry, other] : [other, entry]
    const id = newId()
    await addMatch(tx, { id, need_id: need.id, offer_id: offer.id, points, at: now })
    added.push(id)
    room -= 1
  }
  return added
}

const countOpen = (list: Awaited<ReturnType<typeof suggestedTo>>, today: string): number =>
  list.filter((one) => isStillAsked(one, today)).length

/** Whether both are still open, and nobody has said no. */
const isStillAsked = (match: Match, today: string): boolean =>
  match.introduced_at === null &&
  isBothOpen(match, today) &&
  match.need_said !== 'no' &&
  match.offer_said !== 'no'

/** Whether both are open, and of two organisations: a merge of doubles may have made one of them. */
export const isBothOpen = (match: Match, today: string): boolean =>
  match.needs !== match.offers &&
  match.need_ended === null &&
  match.offer_ended === null &&
  match.need_until >= today &&
  match.offer_until >= today
