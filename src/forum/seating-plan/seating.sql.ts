import { organisationKey } from '#programme/index.ts'
import type { Reads } from '../tables.ts'

export const seatingOf = (db: Reads, eventId: string) =>
  db.selectFrom('seating').selectAll().where('event_id', '=', eventId).executeTakeFirst()

export const tablesOf = (db: Reads, eventId: string) =>
  db.selectFrom('forum_table').selectAll().where('event_id', '=', eventId).orderBy('number').execute()

export const roundsOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('forum_round')
    .leftJoin('forum_question', 'forum_question.id', 'forum_round.question_id')
    .select(['forum_round.number', 'forum_round.minutes', 'forum_round.question_id', 'forum_question.words'])
    .where('forum_round.event_id', '=', eventId)
    .orderBy('forum_round.number')
    .execute()

export const seatsAtTables = (db: Reads, eventId: string) =>
  db
    .selectFrom('table_seat')
    .select(['round', 'sign_up_id', 'table_id', 'locked'])
    .where('event_id', '=', eventId)
    .orderBy('round')
    .orderBy('sign_up_id')
    .execute()

const { compare } = new Intl.Collator('sv')

/** As a Swede looks a name up: å, ä and ö come last. A database would sort them by its own lights. */
export const byName = (a: Named, b: Named): number => compare(a.name, b.name) || compare(a.id, b.id)

interface Named {
  id: string
  name: string
}

// What is asked when one signs up, as far as it says at which table somebody can sit.
const telling = ['step-free', 'hearing-loop', 'interpreter-sv', 'interpreter-en', 'interpreter-es'] as const

/** Everybody with a seat at the event, with what is known of them; those of whom nothing was written too. */
export async function peopleOf(db: Reads, eventId: string) {
  const people = await db
    .selectFrom('sign_up')
    .leftJoin('organisation', 'organisation.id', 'sign_up.organisation_id')
    .leftJoin('seated_person', 'seated_person.sign_up_id', 'sign_up.id')
    .leftJoin('sign_up as bringer', 'bringer.id', 'sign_up.brought_by')
    .select(['sign_up.id', 'sign_up.name', 'sign_up.named', 'sign_up.capacity', 'sign_up.language'])
    .select(['sign_up.email', 'sign_up.organisation_id', 'sign_up.organisation_name'])
    .select(['sign_up.search_text', 'sign_up.forgotten_at', 'bringer.name as brought_by_name'])
    .select(['organisation.name as organisation', 'seated_person.part', 'seated_person.speaks'])
    .select(['seated_person.fixed_table', 'seated_person.step_free', 'seated_person.hearing_loop'])
    .select('seated_person.rounds')
    .where('sign_up.event_id', '=', eventId)
    .where('sign_up.state', '=', 'seat')
    .execute()
  const boxes = await db
    .selectFrom('sign_up_need_box')
    .innerJoin('sign_up', 'sign_up.id', 'sign_up_need_box.sign_up_id')
    .select(['sign_up_need_box.sign_up_id', 'sign_up_need_box.need'])
    .where('sign_up.event_id', '=', eventId)
    .where('sign_up.state', '=', 'seat')
    .where('sign_up_need_box.need', 'in', telling)
    .execute()
  const needsOf = Map.groupBy(boxes, ({ sign_up_id }) => sign_up_id)
  return people.toSorted(byName).map((person) => ({
    ...person,
    org: organisationKey(person),
    needs: (needsOf.get(person.id) ?? []).map(({ need }) => need),
  }))
}

export type SeatingRow = NonNullable<Awaited<ReturnType<typeof seatingOf>>>
export type TableRow = Awaited<ReturnType<typeof tablesOf>>[number]
export type RoundRow = Awaited<ReturnType<typeof roundsOf>>[number]
export type SeatRow = Awaited<ReturnType<typeof seatsAtTables>>[number]
export type PersonRow = Awaited<ReturnType<typeof peopleOf>>[number]

/** What changed after a version, oldest first, with who did it. */
export const stepsAfter = (db: Reads, eventId: string, version: number) =>
  db
    .selectFrom('seating_step')
    .leftJoin('person', 'person.id', 'seating_step.by_person')
    .select(['seating_step.version', 'seating_step.kind', 'seating_step.at', 'seating_step.seats'])
    .select(['seating_step.undoes', 'person.name as by_name'])
    .where('seating_step.event_id', '=', eventId)
    .where('seating_step.version', '>', version)
    .orderBy('seating_step.version')
    .execute()

export type StepRow = Awaited<ReturnType<typeof stepsAfter>>[number]

/** Names of some who signed up, also of those who have given back their seat. */
export async function namesOf(db: Reads, signUps: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (signUps.length === 0) return new Map()
  const rows = await db.selectFrom('sign_up').select(['id', 'name']).where('id', 'in', signUps).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const workOf = (db: Reads, eventId: string) =>
  db.selectFrom('seating_work').selectAll().where('event_id', '=', eventId).executeTakeFirst()

export type WorkRow = NonNullable<Awaited<ReturnType<typeof workOf>>>

/** Table questions, in the order in which they were put. */
export const questionsFor = (db: Reads, eventId: string) =>
  db
    .selectFrom('forum_question')
    .select(['id', 'words'])
    .where('event_id', '=', eventId)
    .orderBy('position')
    .orderBy('id')
    .execute()
