import type { Instant } from '#platform/time.ts'
import type { ClockLetter, Reads, SignUpRow, Writes } from '../tables.ts'
import type { DueLetter } from './letter-times.rules.ts'

interface Timed {
  id: string
  starts_at: Instant
  ends_at: Instant
  published_at: Instant | null
  cancelled_at: Instant | null
}

/** The times of all events that begin between two moments and were not called off. */
export const timesBetween = (db: Reads, from: Instant, to: Instant): Promise<Timed[]> =>
  db
    .selectFrom('event')
    .select(['id', 'starts_at', 'ends_at', 'published_at', 'cancelled_at'])
    .where('published_at', 'is not', null)
    .where('cancelled_at', 'is', null)
    .where('starts_at', '>', from)
    .where('starts_at', '<', to)
    .orderBy('starts_at')
    .execute()

/**
 * Those who have not had this letter yet and can be reached, a few at a time. Whoever was written to shortly before
 * it is left out: every letter has a link of its own, so the links tell when that was. Where people were counted at
 * the door, only those who came are asked later what came of it.
 */
export function receiversOf(
  db: Reads,
  eventId: string,
  { kind, eventOn, writtenBefore, wasCounted }: DueLetter & { wasCounted: boolean },
  max: number,
): Promise<SignUpRow[]> {
  let query = db
    .selectFrom('sign_up')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('state', 'in', kind === 'day-before' ? ['seat', 'waiting'] : ['seat'])
    .where('email', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('letter_sent')
            .select('letter_sent.sign_up_id')
            .whereRef('letter_sent.sign_up_id', '=', 'sign_up.id')
            .where('letter_sent.kind', '=', kind)
            .where('letter_sent.event_on', '=', eventOn),
        ),
      ),
    )
  if (kind === 'follow-up' && wasCounted) query = query.where('checked_in_at', 'is not', null)
  if (writtenBefore) {
    query = query
      .where('confirmed_at', '<=', writtenBefore)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('personal_link')
              .select('personal_link.token_hash')
              .whereRef('personal_link.sign_up_id', '=', 'sign_up.id')
              .where('personal_link.created_at', '>', writtenBefore),
          ),
        ),
      )
  }
  return query.orderBy('id').limit(max).execute()
}

/** Writes down that a letter is being sent; false when it was already, whoever did it. */
export async function noteSent(
  tx: Writes,
  { event_id, id }: Pick<SignUpRow, 'event_id' | 'id'>,
  { kind, eventOn }: Pick<DueLetter, 'kind' | 'eventOn'>,
  at: Instant,
): Promise<boolean> {
  const added = await tx
    .insertInto('letter_sent')
    .values({ event_id, sign_up_id: id, kind, event_on: eventOn, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Whether the door was used at all. */
export const anyoneCheckedIn = async (db: Reads, eventId: string): Promise<boolean> => {
  const query = db.selectFrom('sign_up').select('id').where('event_id', '=', eventId)
  return (await query.where('checked_in_at', 'is not', null).limit(1).executeTakeFirst()) !== undefined
}

export interface LettersSent {
  kind: ClockLetter
  letters: number
  last: Instant
}

/** How many letters of each kind went out about an event, and when the last one did. */
export const lettersSent = (db: Reads, eventId: string): Promise<LettersSent[]> =>
  db
    .selectFrom('letter_sent')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('letters'), eb.fn.max('at').as('last')])
    .where('event_id', '=', eventId)
    .groupBy('kind')
    .execute()
