import type { Reads, Writes } from '../tables.ts'

/** The seating of an event, if those who come are shown it. */
export const shownSeating = (db: Reads, eventId: string) =>
  db
    .selectFrom('seating')
    .innerJoin('event', 'event.id', 'seating.event_id')
    .select(['event.id', 'title', 'slug', 'starts_at', 'ends_at', 'cancelled_at'])
    .select(['format', 'version', 'shown_at'])
    .where('event_id', '=', eventId)
    .where('shown_at', 'is not', null)
    .executeTakeFirst()

/** The rounds of a forum with their questions, and when each of them ran. */
export const roundsOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('forum_round')
    .leftJoin('forum_question', 'forum_question.id', 'forum_round.question_id')
    .leftJoin('round_run', (join) =>
      join
        .onRef('round_run.event_id', '=', 'forum_round.event_id')
        .onRef('round_run.round', '=', 'forum_round.number'),
    )
    .select(['forum_round.number', 'minutes', 'forum_question.words as question'])
    .select(['round_run.started_at', 'round_run.ends_at', 'round_run.ended_at'])
    .where('forum_round.event_id', '=', eventId)
    .orderBy('forum_round.number')
    .execute()

export type ForumRound = Awaited<ReturnType<typeof roundsOf>>[number]

/** Where these people sit, as far as they have a seat at the event still. */
export const seatsOf = (db: Reads, signUpIds: readonly string[]) =>
  db
    .selectFrom('table_seat')
    .innerJoin('sign_up', 'sign_up.id', 'table_seat.sign_up_id')
    .innerJoin('forum_table', 'forum_table.id', 'table_seat.table_id')
    .select(['sign_up_id', 'round', 'table_id', 'forum_table.number as table', 'forum_table.name'])
    .select(['step_free', 'hearing_loop', 'forum_table.language', 'forum_table.online_url'])
    .where('table_seat.sign_up_id', 'in', signUpIds)
    .where('sign_up.state', '=', 'seat')
    .orderBy('round')
    .execute()

export type OwnSeat = Awaited<ReturnType<typeof seatsOf>>[number]

/** Who looks after which table in which round: hosts, those who take notes, and interpreters. */
export const partsAtTables = (db: Reads, eventId: string) =>
  db
    .selectFrom('seated_person')
    .innerJoin('sign_up', 'sign_up.id', 'seated_person.sign_up_id')
    .innerJoin('table_seat', (join) =>
      join
        .onRef('table_seat.sign_up_id', '=', 'seated_person.sign_up_id')
        .onRef('table_seat.event_id', '=', 'seated_person.event_id'),
    )
    .select(['table_seat.round', 'table_seat.table_id', 'part', 'speaks', 'sign_up.name', 'sign_up.id'])
    .where('seated_person.event_id', '=', eventId)
    .where('part', '!=', 'guest')
    .where('sign_up.state', '=', 'seat')
    .where('named', '=', 1)
    .orderBy('sign_up.search_text')
    .execute()

export type PartAt = Awaited<ReturnType<typeof partsAtTables>>[number]

/** The tables that these people had been shown before, where those have changed since. */
export const toldOf = (db: Reads, signUpIds: readonly string[]) =>
  db
    .selectFrom('seat_told')
    .select(['sign_up_id', 'round', 'table_number as table'])
    .where('sign_up_id', 'in', signUpIds)
    .execute()

export const forgetTold = (db: Writes, signUpIds: readonly string[]) =>
  db.deleteFrom('seat_told').where('sign_up_id', 'in', signUpIds).execute()

/** What forums that ended before this had told. */
export const wipeToldBefore = (db: Writes, endedBefore: string) =>
  db
    .deleteFrom('seat_told')
    .where('event_id', 'in', db.selectFrom('event').select('id').where('ends_at', '<', endedBefore))
    .executeTakeFirstOrThrow()
