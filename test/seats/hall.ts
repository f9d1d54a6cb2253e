import type { Database } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Capacity, Db, ProgrammeTables, SignUpRow } from '#programme/tables.ts'
import { keepSeatsFor } from '#programme/sign-up/seats.sql.ts'
import { anEvent } from '../cast.ts'

type Tables = ProgrammeTables & MailTables & RecordTables

/** One event whose seats are fought over, with a clock of its own. */
export interface Hall {
  database: Database
  db: Db
  event: string
  now: Instant
  /** Whoever moves people in the queue. */
  coordinator: Member
  /** The address of the person of a number, at this event alone. */
  address: (person: number) => string
}

interface Plan {
  capacity: number
  kept: readonly (readonly [Capacity, number])[]
  organisationMax: number | null
}

const begin: Instant = '2026-11-23T11:00:00.000Z'
let halls = 0

/** An event ten days away that keeps its seats for a week, if it keeps any. */
export async function openHall(database: Database, coordinator: Member, plan: Plan): Promise<Hall> {
  const [db, number]: [Db, number] = [database.as(), (halls += 1)]
  const keeps = plan.kept.length > 0
  const event = await anEvent(database, plus(begin, { days: 10 }), {
    capacity: plan.capacity,
    organisation_max: plan.organisationMax,
    kept_until: keeps ? plus(begin, { days: 7 }) : null,
  })
  await keepSeatsFor(db, event, new Map(plan.kept))
  const address = (person: number): string => `person-${person}@hall-${number}.example.org`
  return { database, db, event, now: begin, coordinator, address }
}

/** Everything about the event that must fit together. */
export interface Picture {
  event: { capacity: number; seats_taken: number; seats_kept: number; released_at: Instant | null }
  sectors: { capacity: Capacity; kept: number; taken: number }[]
  rows: SignUpRow[]
  mails: { id: string; to_address: string; subject: string }[]
  records: { id: string; what: string; detail: Record<string, unknown> }[]
}

export async function pictureOf({ database, event: id }: Hall): Promise<Picture> {
  const db = database.as<Tables>()
  const event = await db
    .selectFrom('event')
    .select(['capacity', 'seats_taken', 'seats_kept', 'released_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const rows = await db.selectFrom('sign_up').selectAll().where('event_id', '=', id).orderBy('id').execute()
  return {
    event,
    sectors: await db
      .selectFrom('event_sector')
      .select(['capacity', 'kept', 'taken'])
      .where('event_id', '=', id)
      .execute(),
    rows,
    mails: await db
      .selectFrom('mail')
      .select(['id', 'to_address', 'subject'])
      .where('about', 'in', ['', ...rows.map((row) => row.id)])
      .execute(),
    records: await db.selectFrom('record').select(['id', 'what', 'detail']).where('about', '=', id).execute(),
  }
}
