import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { searchText } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId } from '../events.sql.ts'
import { addSignUps, changeSignUpRow, raiseCapacity, signUpsOfAddresses } from '../sign-up/sign-ups.sql.ts'
import type { Db, SignUpRow, Writes } from '../tables.ts'
import { type ApplicationRow, applicationsOf } from './applications.sql.ts'
import { coursesUnderWay, sessionsOf } from './courses.sql.ts'
import { seatsToChange } from './group-seats.rules.ts'

/** The same for every course whose sessions are not over: by the clock, so that a session announced later is found too. */
export async function seatGroups(db: Db, now: Instant): Promise<void> {
  for (const courseId of await coursesUnderWay(db, now)) await seatTheGroup(db, courseId, now)
}

/**
 * Whoever has a place in the course has a seat at each of its sessions to come, so that reminders, changes, the door and the
 * letters afterwards reach the group as everybody else. Whoever has given a seat back at one session keeps it given back; whoever left
 * the course loses those to come. It may run at any time, also twice at once.
 */
export async function seatTheGroup(db: Db, courseId: string, now: Instant): Promise<void> {
  for (const session of await sessionsOf(db, courseId))
    if (session.published_at !== null && session.starts_at > now)
      await decide(db, 'event', session.id, async (tx) =>
        seatAt(tx, session.id, await applicationsOf(tx, courseId), now),
      )
}

async function seatAt(
  tx: Writes,
  eventId: string,
  applications: readonly ApplicationRow[],
  now: Instant,
): Promise<void> {
  const known = applications.filter(({ email }) => email !== null)
  const rows = await signUpsOfAddresses(
    tx,
    eventId,
    known.map(({ email }) => email ?? ''),
  )
  const { toSeat, toEnd } = seatsToChange(known, rows)
  for (const { id, sequence } of toEnd)
    await changeSignUpRow(tx, id, {
      ...{ state: 'cancelled', cancelled_at: now, ended_because: 'given-back', sequence: sequence + 1 },
      ...{ held_until: null, checked_in_at: null },
    })
  const event = found(await eventWithId(tx, eventId), 'event')
  const taken = event.seats_taken + toSeat.length
  for (let seats = event.capacity; seats < taken; seats++) await raiseCapacity(tx, eventId)
  await addSignUps(
    tx,
    toSeat.map((application) => seatOf(application, eventId, now)),
  )
  if (toSeat.length + toEnd.length === 0) return
  const detail = { seated: toSeat.length, ended: toEnd.length }
  await record(tx, { what: 'course-group-seated', by: null, about: eventId, at: now, detail })
}

function seatOf(one: ApplicationRow, event_id: string, now: Instant): SignUpRow {
  const { email, name, capacity, organisation_id, organisation_name, language } = one
  return {
    ...{ id: newId(), event_id, brought_by: null, email, name, named: 1, search_text: searchText(name) },
    ...{ capacity, organisation_id, organisation_name, language, state: 'seat' },
    ...{ queued_at: now, confirmed_at: now, held_until: null, sequence: 0, walk_in: 0 },
    ...{ checked_in_at: null, cancelled_at: null, ended_because: null, forgotten_at: null },
  }
}
