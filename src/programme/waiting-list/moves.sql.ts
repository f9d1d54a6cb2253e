import type { Reads } from '../tables.ts'

/** Every move on the waiting list of an event, the first one first: who moved whom from where to where, and why. */
export const movesInWords = (db: Reads, eventId: string) =>
  db
    .selectFrom('queue_move')
    .innerJoin('person', 'person.id', 'queue_move.by_person')
    .innerJoin('sign_up', 'sign_up.id', 'queue_move.sign_up_id')
    .select(['queue_move.sign_up_id', 'reason', 'at', 'from_place', 'to_place'])
    .select(['person.name as by', 'sign_up.name'])
    .where('queue_move.event_id', '=', eventId)
    .orderBy('queue_move.id')
    .execute()
