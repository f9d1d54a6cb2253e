import type { Instant } from '#platform/time.ts'
import type { Insertable } from 'kysely'
import type { ProgrammeTables, Reads, SignUpRow, Writes } from '../tables.ts'
import { inOrder, placeOf } from './queue.rules.ts'
import { keepsSeats } from './seats.rules.ts'

/** The waiting list of an event in its order. */
export async function waitingLine(db: Reads, eventId: string): Promise<SignUpRow[]> {
  const waiting = await waitingOrPassed(db, eventId)
  if (!waiting.some(({ state }) => state === 'waiting')) return []
  return inOrder(waiting, await movesOf(db, eventId)).filter(({ state }) => state === 'waiting')
}

/** Those who wait, and those whom somebody was put before while they did. */
const waitingOrPassed = (db: Reads, eventId: string): Promise<SignUpRow[]> =>
  db
    .selectFrom('sign_up')
    .selectAll()
    .where('event_id', '=', eventId)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'waiting'),
        eb('id', 'in', eb.selectFrom('queue_move').select('before_id').where('event_id', '=', eventId)),
      ]),
    )
    .execute()

/** Every move on the waiting list of an event, the first one first, with who made it. */
export const movesOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('queue_move')
    .innerJoin('person', 'person.id', 'queue_move.by_person')
    .innerJoin('sign_up', 'sign_up.id', 'queue_move.sign_up_id')
    .select(['queue_move.id', 'queue_move.sign_up_id', 'before_id', 'reason', 'at'])
    .select(['person.name as by', 'sign_up.name'])
    .where('queue_move.event_id', '=', eventId)
    .orderBy('queue_move.id')
    .execute()

export const addMove = (db: Writes, row: Insertable<ProgrammeTables['queue_move']>) =>
  db.insertInto('queue_move').values(row).execute()

/** Held and offered seats whose time is up, and whether the mail about them still waits for the mail server. */
export const heldUntil = (db: Reads, eventId: string, now: Instant) =>
  db
    .selectFrom('sign_up')
    .selectAll()
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('mail')
            .select('mail.id')
            .where('mail.state', 'in', ['waiting', 'sending'])
            .where((one) =>
              one.or([
                one('mail.about', '=', one.ref('sign_up.id')),
                one('mail.about', '=', one.ref('sign_up.brought_by')),
              ]),
            ),
        )
        .as('mail_waits'),
    )
    .where('event_id', '=', eventId)
    .where('held_until', '<=', now)
    .orderBy('id')
    .execute()

/** Events with held or offered seats whose time is up. */
export const eventsWithHoldsOver = async (db: Reads, now: Instant): Promise<string[]> => {
  const rows = await db
    .selectFrom('sign_up')
    .select('event_id')
    .distinct()
    .where('held_until', '<=', now)
    .execute()
  return rows.map(({ event_id }) => event_id)
}

/** The place of somebody in the queue, counted from one: on everybody's list, or while seats are kept on the own. */
export const placeInQueue = async (
  db: Reads,
  event: { id: string; kept_until: Instant | null; released_at: Instant | null },
  signUpId: string,
): Promise<number> => placeOf(await waitingLine(db, event.id), signUpId, keepsSeats(event))
