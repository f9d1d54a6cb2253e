import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'
import type { Row } from './row-of.ts'

/** A seating for the event that stands in the addresses, unless the sample year has one, and somebody who comes. */
export async function seatingPlaces(world: World, eventId: string, madeBy: string): Promise<Row> {
  const db = world.database.as<AllTables>()
  const row = {
    event_id: eventId,
    format: 'roundtable',
    made_by: madeBy,
    created_at: world.clock.now,
  } as const
  await db
    .insertInto('seating')
    .values({ ...row, proposed_at: null, report: null, shown_at: null })
    .onConflict((conflict) => conflict.column('event_id').doNothing())
    .execute()
  const { id } = await db
    .selectFrom('sign_up')
    .select('id')
    .where('event_id', '=', eventId)
    .where('state', '=', 'seat')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { '/people/:person': `/people/${id}` }
}
