import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { LunchTables, NeedRow, NeedState } from './tables.ts'
import type { Insertable } from 'kysely'

/** A need as its pages show it. */
export interface Need extends NeedRow {
  organisation: Texts | null
}

const needs = (db: Reads) =>
  db
    .selectFrom('lunch_need')
    .leftJoin('organisation', 'organisation.id', 'lunch_need.organisation_id')
    .selectAll('lunch_need')
    .select('organisation.name as organisation')

export const needWithNumber = (db: Reads, number: number): Promise<Need | undefined> =>
  needs(db).where('lunch_need.number', '=', number).executeTakeFirst()

export const needWithId = (db: Reads, id: string): Promise<Need | undefined> =>
  needs(db).where('lunch_need.id', '=', id).executeTakeFirst()

// More wait in no queue that people still read.
const listMax = 500

export const needsIn = (db: Reads, states: readonly NeedState[]): Promise<Need[]> =>
  needs(db).where('state', 'in', states).orderBy('number').limit(listMax).execute()

/** What is over, latest first. */
export const needsOver = (db: Reads, max: number): Promise<Need[]> =>
  needs(db)
    .where('state', 'in', ['met', 'answered', 'withdrawn'])
    .where('opened_at', 'is not', null)
    .orderBy('ended_at', 'desc')
    .orderBy('number', 'desc')
    .limit(max)
    .execute()

/** Handed in by somebody whose address is known, and looked at by nobody yet. */
export const needsToModerate = (db: Reads): Promise<Need[]> =>
  needs(db)
    .where('state', '=', 'new')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('lunch_voice')
          .select('lunch_voice.id')
          .whereRef('lunch_voice.need_id', '=', 'lunch_need.id')
          .where('lunch_voice.confirmed_at', 'is not', null),
      ),
    )
    .orderBy('number')
    .limit(listMax)
    .execute()

export const joinedInto = (db: Reads, id: string): Promise<Need[]> =>
  needs(db).where('into_id', '=', id).orderBy('number').execute()

/** What waits for its answer since before this date. */
export const needsDueBefore = (db: Reads, date: string, max: number): Promise<Need[]> =>
  needs(db)
    .where('state', 'in', ['open', 'matched'])
    .where('answer_due_on', '<', date)
    .orderBy('answer_due_on')
    .limit(max)
    .execute()

export const highestNumber = async (db: Reads): Promise<number> => {
  const row = await db
    .selectFrom('lunch_need')
    .select((eb) => eb.fn.max('number').as('highest'))
    .executeTakeFirst()
  return row?.highest ?? 0
}

export const addNeed = (db: Writes, row: Insertable<LunchTables['lunch_need']>) =>
  db.insertInto('lunch_need').values(row).execute()

export const setWords = (db: Writes, id: string, words: Texts) =>
  db
    .updateTable('lunch_need')
    .set({ words: json(words) })
    .where('id', '=', id)
    .execute()

export const removeOrganisation = (db: Writes, id: string) =>
  db
    .updateTable('lunch_need')
    .set({ organisation_id: null, organisation_name: null })
    .where('id', '=', id)
    .execute()

export interface Step {
  state: Exclude<NeedState, 'new'>
  at: Instant
  by: string | null
  words?: Texts | null
  into?: string
  offer?: string
  event?: string
}

/** Writes down what a need becomes, which makes it so. */
export async function addStep(db: Writes, needId: string, step: Step): Promise<void> {
  const query = db.selectFrom('lunch_need_step').select((eb) => eb.fn.countAll<number>().as('steps'))
  const { steps } = await query.where('need_id', '=', needId).executeTakeFirstOrThrow()
  await db
    .insertInto('lunch_need_step')
    .values({
      ...{ need_id: needId, number: steps + 1, state: step.state, at: step.at },
      ...{ by_person: step.by, words: step.words ? json(step.words) : null, into_id: step.into ?? null },
      ...{ offer_id: step.offer ?? null, event_id: step.event ?? null },
    })
    .execute()
}

/** What happened to a need, first things first, with what each step is about. */
export const stepsOf = (db: Reads, needId: string) =>
  db
    .selectFrom('lunch_need_step as step')
    .leftJoin('person', 'person.id', 'step.by_person')
    .leftJoin('lunch_need as into', 'into.id', 'step.into_id')
    .leftJoin('event', 'event.id', 'step.event_id')
    .leftJoin('lunch_offer as offer', 'offer.id', 'step.offer_id')
    .leftJoin('organisation', 'organisation.id', 'offer.organisation_id')
    .select(['step.number', 'step.state', 'step.at', 'step.words', 'person.name as by'])
    .select(['into.number as into_number', 'step.offer_id', 'step.event_id'])
    .select(['event.slug', 'event.title', 'event.starts_at', 'event.published_at'])
    .select(['offer.organisation_name', 'organisation.name as organisation'])
    .where('step.need_id', '=', needId)
    .orderBy('step.number')
    .execute()

export type StepTaken = Awaited<ReturnType<typeof stepsOf>>[number]
