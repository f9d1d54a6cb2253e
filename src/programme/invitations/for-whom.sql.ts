import { sql } from 'kysely'
import type { Reads, Writes } from '../tables.ts'
import type { AudienceKind } from './tables.ts'

/** Whom an event is for, as every query of events brings it along. */
export interface ForWhom {
  for_whom: AudienceKind
  /** What people may take part as, as in 'elected,civil-servant', when it is for sectors. */
  for_capacities: string
  /** 1 when it is in no list. */
  unlisted: number
}

/** Asked for beside an event; without a row it is for everybody. */
export const forWhomColumns = [
  sql<AudienceKind>`coalesce(event_audience.kind, 'everyone')`.as('for_whom'),
  sql<string>`coalesce(event_audience.capacities, '')`.as('for_capacities'),
  sql<number>`coalesce(event_audience.unlisted, 0)`.as('unlisted'),
]

/** Whether the event of a query may be in lists. */
export const isListed = () =>
  sql<boolean>`not exists (select 1 from event_audience where event_id = event.id and unlisted = 1)`

export interface Audience {
  kind: AudienceKind
  capacities: string
  unlisted: number
  people_max: number
}

const everyone: Audience = { kind: 'everyone', capacities: '', unlisted: 0, people_max: 1 }

export const audienceOf = async (db: Reads, eventId: string): Promise<Audience> =>
  (await db
    .selectFrom('event_audience')
    .select(['kind', 'capacities', 'unlisted', 'people_max'])
    .where('event_id', '=', eventId)
    .executeTakeFirst()) ?? everyone

export const setAudience = (db: Writes, eventId: string, audience: Audience): Promise<unknown> =>
  db
    .insertInto('event_audience')
    .values({ event_id: eventId, ...audience })
    .onConflict((conflict) => conflict.column('event_id').doUpdateSet({ ...audience }))
    .execute()
