import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type Forum, keepSeats, loadForum } from '../seating-plan/index.ts'
import type { Db } from '../tables.ts'
import { shownSeating } from '../your-tables/your-tables.sql.ts'
import { type Letters, lettersFor, sendLetters } from './letters.ts'
import type { ReseatingProposal } from './proposal.ts'
import { refusalToTake, type TakeRefusal } from './reseating.rules.ts'
import { type Arrival, arrivals, noteTaken, reseatingWithId } from './reseating.sql.ts'

/**
 * Takes what was proposed: the seats change, and those whose seats did get a mail, if they have been shown theirs. What
 * was proposed from other seats than those of now is refused.
 */
export function takeReseating(db: Db, by: Member, eventId: string, id: string, { now, url }: Letters) {
  return decide(db, 'event', eventId, async (tx): Promise<TakeRefusal | null> => {
    const forum = found(await loadForum(tx, eventId), 'seating')
    const reseating = found(await reseatingWithId(tx, eventId, id), 'proposal')
    const refusal = refusalToTake(reseating, forum.seating.version)
    if (refusal) return refusal
    const { proposal, after_round } = reseating
    await noteTaken(tx, id, by.id, now)
    await keepSeats(tx, forum, scheduleAfter(forum, after_round, proposal), { kind: 'door', by: by.id, now })
    const people = await arrivals(tx, eventId)
    const event = await shownSeating(tx, eventId)
    if (event) await sendLetters(tx, event, lettersFor(people, changesIn(proposal)), { now, url })
    const { away, seated, moved } = proposal
    const detail = { away: away.length, seated: seated.length, moved: moved.length }
    await record(tx, { what: 'reseated', by: by.id, about: eventId, at: now, detail })
    return null
  })
}

/** Rounds that are over stay as they were. */
function scheduleAfter(forum: Forum, afterRound: number, { seats }: ReseatingProposal): string[][][] {
  const at = Map.groupBy(seats, ({ round, table }) => `${round} ${table}`)
  return forum.schedule.map((tables, index) =>
    index < afterRound
      ? tables
      : forum.tables.map(({ number }) =>
          (at.get(`${index + 1} ${number}`) ?? []).map(({ signUpId }) => signUpId),
        ),
  )
}

/** The seats of those who change theirs, or who are seated now. */
const changesIn =
  ({ moved, seated, seats }: ReseatingProposal) =>
  ({ id }: Arrival): { round: number; from: number | null; to: number }[] => [
    ...moved.filter(({ signUpId }) => signUpId === id),
    ...(seated.includes(id) ? seats.filter(({ signUpId }) => signUpId === id) : []).map(
      ({ round, table }) => ({ round, from: null, to: table }),
    ),
  ]
