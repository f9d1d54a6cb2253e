import { partiesOn } from '#people/index.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Reads } from '../tables.ts'
import { whoIsDue, yearOfMeetings } from './meetings/meetings.rules.ts'
import { allMeetings } from './meetings/meetings.sql.ts'
import { coordinatorParties } from './coordinators.sql.ts'
import { callState } from './nominations/nominations.rules.ts'
import { allCalls } from './nominations/calls.sql.ts'
import { seatsOf } from './seats/seats.sql.ts'

/** The year's meetings, and whose turn it is to call the next one. */
export async function loadMeetings(db: Reads, now: Instant) {
  const [list, parties] = await Promise.all([allMeetings(db), partiesOn(db, localDate(now))])
  const year = yearOfMeetings(list, Number(localDate(now).slice(0, 4)), now)
  const dueParty = whoIsDue(
    list,
    parties.map((one) => one.id),
  )
  const due = parties.find((one) => one.id === dueParty)
  return { list, year, due: due?.name ?? null, dueParty }
}

/** Everything that the group's page shows: calls until they are decided. */
export async function loadGroup(db: Reads, now: Instant) {
  const [seats, calls, coordinators, meetings] = await Promise.all([
    seatsOf(db),
    allCalls(db),
    coordinatorParties(db),
    loadMeetings(db, now),
  ])
  const open = calls.filter((call) => ['open', 'closed'].includes(callState(call, localDate(now))))
  return { seats, calls: open, coordinators, meetings }
}
