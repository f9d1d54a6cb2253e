import type { NetworkTables } from '#network/tables.ts'
import type { Texts } from '#platform/language.ts'
import { json } from '#platform/db.ts'
import type { Plan } from '#plan/tables.ts'
import type { Ended } from './promise-rows.ts'
import type { Ending, Reads, Rows, Writes } from './tables.ts'

type OrganisationKind = NetworkTables['organisation']['kind']

/** What the starting content brought, by the names that the sample year knows it by. */
export interface Found {
  /** Ids by key. */
  parties: Map<string, string>
  series: Map<string, string>
  /** Ids by Swedish name. */
  organisations: Map<string, string>
  /** The organisations that came with it, by id. */
  directory: Map<string, { name: Texts; kind: OrganisationKind }>
  /** Ids by number. */
  goals: Map<number, string>
  plans: Plan[]
  partnerships: number
}

export async function startingContent(db: Reads): Promise<Found> {
  const parties = await db.selectFrom('party').select(['id', 'key']).execute()
  const series = await db.selectFrom('series').select(['id', 'key']).execute()
  const organisations = await db.selectFrom('organisation').select(['id', 'name', 'kind']).execute()
  const goals = await db
    .selectFrom('goal')
    .select(['id', 'number'])
    .where('adopted_at', 'is not', null)
    .execute()
  const partnerships = await db.selectFrom('partnership').select('id').execute()
  return {
    parties: new Map(parties.map(({ key, id }) => [key, id])),
    series: new Map(series.map(({ key, id }) => [key, id])),
    organisations: new Map(organisations.map(({ name, id }) => [name.sv ?? '', id])),
    directory: new Map(organisations.map(({ id, name, kind }) => [id, { name, kind }])),
    goals: new Map(goals.map(({ number, id }) => [number, id])),
    plans: await db.selectFrom('plan').selectAll().orderBy('starts_on').execute(),
    partnerships: partnerships.length,
  }
}

// Few enough that PostgreSQL can count the values, and that the statements are small to put together.
const rowsAtOnce = 100

/** Writes all rows, many at a time, in the order of the tables. */
export async function insertRows(db: Writes, rows: Rows, endings: readonly Ending[]): Promise<void> {
  for (const [table, all] of Object.entries(rows)) {
    if (table === 'commitment') await endRevisions(db, endings)
    for (let from = 0; from < all.length; from += rowsAtOnce) {
      // Each table's rows are of its own type; a loop over all tables cannot say so.
      const some = all.slice(from, from + rowsAtOnce) as Rows['person']
      await db
        .insertInto(table as 'person')
        .values(some)
        .execute()
    }
  }
}

async function endRevisions(db: Writes, endings: readonly Ending[]): Promise<void> {
  for (const { id, ...ending } of endings)
    await db.updateTable('revision').set(ending).where('id', '=', id).execute()
}

/** The words and dates that a commitment has come to have, where they are not those it began with. */
export async function changeCommitments(
  db: Writes,
  changed: readonly Pick<Rows['commitment'][number], 'id' | 'title' | 'what' | 'measure' | 'due_on'>[],
): Promise<void> {
  for (const { id, ...words } of changed)
    await db.updateTable('commitment').set(words).where('id', '=', id).execute()
}

/** The plans that came into force by an adoption of the sample year. */
export const adoptPlan = (db: Writes, planId: string, day: string) =>
  db.updateTable('plan').set({ adopted_on: day }).where('id', '=', planId).execute()

/** The number that the next recommendation counts on from. */
export const setRecommendationCounter = (db: Writes, last: number) =>
  db.updateTable('recommendation_counter').set({ last_number: last }).execute()

/** Ends what a series has promised so far. */
export const endPromise = (db: Writes, { series_id, until_on, end_reason }: Ended) =>
  db
    .updateTable('series_promise')
    .set({ until_on, end_reason: json(end_reason) })
    .where('series_id', '=', series_id)
    .execute()
