import type { Updateable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Organiser } from './event-filled.ts'
import { type After, type EventLine, eventLines } from './events.sql.ts'
import type { NewEvent, ProgrammeTables, Reads, Writes } from './tables.ts'

/** Adds an event unless its address is taken, or it is there already; false when it is. */
export const addEvent = async (db: Writes, row: NewEvent): Promise<boolean> => {
  const insert = db.insertInto('event').values(row)
  const added = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeEvent = (
  db: Writes,
  id: string,
  change: Updateable<ProgrammeTables['event']>,
): Promise<unknown> => db.updateTable('event').set(change).where('id', '=', id).execute()

export const organisersOf = (db: Reads, eventId: string): Promise<(Organiser & { id: string })[]> =>
  db
    .selectFrom('event_organiser')
    .innerJoin('person', 'person.id', 'event_organiser.person_id')
    .select(['person.id', 'person.name', 'person.email'])
    .where('event_id', '=', eventId)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()

export const isOrganiser = async (db: Reads, eventId: string, personId: string): Promise<boolean> => {
  const query = db.selectFrom('event_organiser').select('person_id').where('event_id', '=', eventId)
  return (await query.where('person_id', '=', personId).executeTakeFirst()) !== undefined
}

export const addOrganiser = (db: Writes, eventId: string, personId: string): Promise<unknown> =>
  db.insertInto('event_organiser').values({ event_id: eventId, person_id: personId }).execute()

export const removeOrganiser = (db: Writes, eventId: string, personId: string): Promise<unknown> =>
  db.deleteFrom('event_organiser').where('event_id', '=', eventId).where('person_id', '=', personId).execute()

/** The date on which what people need is wiped moves with the event. */
export const keepNeedsUntil = (db: Writes, eventId: string, wipeOn: string): Promise<unknown> =>
  db
    .updateTable('sign_up_need')
    .set({ wipe_on: wipeOn })
    .where('sign_up_id', 'in', (eb) => eb.selectFrom('sign_up').select('id').where('event_id', '=', eventId))
    .execute()

/** Lines of the office's list: how many wait and how many came stands beside the seats. */
export interface OfficeLine extends EventLine {
  waiting: number
  came: number
}

interface Wanted {
  which: 'draft' | 'coming' | 'past'
  /** Only events that this person organises; null for all. */
  organiserId: string | null
  after: After | null
  now: Instant
  max: number
}

/** One page of the office's events. */
export function officeEvents(
  db: Reads,
  { which, organiserId, after, now, max }: Wanted,
): Promise<OfficeLine[]> {
  const [order, further] = which === 'past' ? (['desc', '<'] as const) : (['asc', '>'] as const)
  let query = withNumbers(db).orderBy('event.starts_at', order).orderBy('event.id', order).limit(max)
  if (which === 'draft') query = query.where('event.published_at', 'is', null)
  else query = query.where('event.published_at', 'is not', null)
  if (which === 'coming') query = query.where('event.starts_at', '>=', after?.starts_at ?? now)
  if (which === 'past') query = query.where('event.starts_at', '<=', after?.starts_at ?? now)
  if (after) {
    query = query.where((eb) =>
      eb(eb.refTuple('event.starts_at', 'event.id'), further, eb.tuple(after.starts_at, after.id)),
    )
  }
  if (organiserId) {
    query = query.where('event.id', 'in', (eb) =>
      eb.selectFrom('event_organiser').select('event_id').where('person_id', '=', organiserId),
    )
  }
  return query.execute()
}

const withNumbers = (db: Reads) =>
  eventLines(db).select((eb) => [
    eb
      .selectFrom('sign_up')
      .select((sub) => sub.fn.countAll<number>().as('count'))
      .whereRef('sign_up.event_id', '=', 'event.id')
      .where('sign_up.state', '=', 'waiting')
      .$asScalar()
      .$notNull()
      .as('waiting'),
    eb
      .selectFrom('sign_up')
      .select((sub) => sub.fn.count<number>('checked_in_at').as('count'))
      .whereRef('sign_up.event_id', '=', 'event.id')
      .where('sign_up.state', '=', 'seat')
      .$asScalar()
      .$notNull()
      .as('came'),
  ])
