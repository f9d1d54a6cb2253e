import { type Instant, localDate } from '#platform/time.ts'
import type { Words } from '#platform/words.ts'
import type { Reads } from '../tables.ts'
import { loadMeetings } from './load-group.ts'
import { isToBeCalled } from './meetings/meetings.rules.ts'
import type { Meeting } from './meetings/meetings.sql.ts'
import { approvalsOf, correctionsOf } from './meetings/minutes.sql.ts'
import { allCalls, seatsOfCall } from './nominations/calls.sql.ts'
import { seatName } from './seats/seat-names.ts'
import { daysUntilVacant } from './seats/seats.rules.ts'
import { seatsOf } from './seats/seats.sql.ts'

interface Asked {
  t: Words
  now: Instant
  /** Whose desk it is: each party fills its own seats, and approves for itself. */
  party: string
}

/** What the steering group asks of one party. */
export async function steeringDesk(db: Reads, { t, now, party }: Asked) {
  const today = localDate(now)
  const [seats, calls, { list, year, dueParty }] = await Promise.all([
    seatsOf(db),
    allCalls(db),
    loadMeetings(db, now),
  ])
  const open = calls.filter((call) => call.party_id === party && call.elected_at === null)
  const called = await Promise.all(open.map((call) => seatsOfCall(db, call.id)))
  // A seat that people are nominated for already waits for its election.
  const waiting = new Set(called.flat().map((seat) => seat.id))
  const minutes = await Promise.all(list.map((meeting) => needOf(db, meeting, { now, party })))
  const isOurTurn = dueParty === party && isToBeCalled(year, today)
  return {
    seats: seats
      .filter((seat) => seat.party_id === party && !waiting.has(seat.id))
      .flatMap((seat) => {
        const days = daysUntilVacant(seat.terms, today)
        return days === null ? [] : [{ id: seat.id, seat: seatName({ t, language: t.language }, seat), days }]
      }),
    elections: open.filter((call) => call.election_on <= today),
    meeting: year.dueBy && isOurTurn ? [{ dueBy: year.dueBy, isLate: year.isLate }] : [],
    minutes: minutes.flat(),
  }
}

/** What the minutes of a meeting need next from a party; nothing while it is somebody else's turn. */
async function needOf(db: Reads, meeting: Meeting, { now, party }: Pick<Asked, 'now' | 'party'>) {
  const { id, ends_at, state, corrections_until, cancelled_at } = meeting
  if (cancelled_at !== null || ends_at > now || state === 'published') return []
  const as = <N extends string>(need: N) => [{ id, ends_at, need }]
  if (state === null) return as('write')
  if (state === 'draft') return as('send')
  if (state === 'approved') return as('publish')
  const corrections = await correctionsOf(db, id)
  if (corrections.some((one) => one.answer === null)) return as('corrections')
  const hasApproved = (await approvalsOf(db, id)).some((one) => one.party_id === party)
  return hasApproved || now < (corrections_until ?? '') ? [] : as('approve')
}
