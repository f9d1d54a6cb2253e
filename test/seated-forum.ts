import type { ForumTables } from '#forum/index.ts'
import { type Database, json } from '#platform/db.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import type { Capacity, ProgrammeTables } from '#programme/tables.ts'
import { aMember, anEvent, aSignUp } from './cast.ts'

interface Size {
  startsAt: Instant
  tables?: number
  seats?: number
  rounds?: number
  /** How many come: so many that each table has two chairs left, unless it is said. */
  people?: number
  shownAt?: Instant | null
}

export interface SeatedForum {
  eventId: string
  by: string
  /** By their numbers less one. */
  tables: string[]
  people: string[]
}

const sectors: readonly Capacity[] = ['civil-society', 'civil-servant', 'elected']

/** A forum whose seats are shown: in each round everybody moves on by as many tables as they sit along theirs. */
export async function aSeatedForum(database: Database, size: Size): Promise<SeatedForum> {
  const { startsAt, tables = 3, seats = 4, rounds = 2, people = tables * seats, shownAt = startsAt } = size
  const db = database.as<ForumTables & ProgrammeTables>()
  const eventId = await anEvent(database, startsAt, { capacity: 400 })
  const { id: by } = await aMember(database, `Ordnare${newId()}`)
  const seating = { event_id: eventId, format: 'roundtable', seed: 1, proposed_at: startsAt } as const
  await db
    .insertInto('seating')
    .values({ ...seating, version: 1, report: null, shown_at: shownAt, created_at: startsAt, made_by: by })
    .execute()
  for (let number = 1; number <= rounds; number += 1)
    await db
      .insertInto('forum_round')
      .values({
        event_id: eventId,
        number,
        minutes: 25,
        question_id: await aQuestion(database, eventId, by, number),
      })
      .execute()
  const tableIds = Array.from({ length: tables }, () => newId())
  for (const [index, id] of tableIds.entries())
    await db
      .insertInto('forum_table')
      .values({
        ...{
          id,
          event_id: eventId,
          number: index + 1,
          seats: seats + 2,
          step_free: 1,
          name: `Bord ${'ABCDEFGH'[index]}`,
        },
        ...{ hearing_loop: index === 0 ? 1 : 0, language: null, online_url: null },
      })
      .execute()
  const ids: string[] = []
  for (let index = 0; index < people; index += 1) {
    const name = `Person ${String(index + 1).padStart(3, '0')}`
    const id = await aSignUp(database, eventId, { name, capacity: sectors[index % 3] ?? 'resident' })
    ids.push(id)
    for (let round = 1; round <= rounds; round += 1) {
      const table = (index + (round - 1) * Math.trunc(index / tables)) % tables
      await db
        .insertInto('table_seat')
        .values({ event_id: eventId, round, sign_up_id: id, table_id: tableIds[table] ?? '', locked: 0 })
        .execute()
    }
  }
  return { eventId, by, tables: tableIds, people: ids }
}

async function aQuestion(database: Database, eventId: string, by: string, position: number): Promise<string> {
  const id = newId()
  const at = '2026-01-01T08:00:00.000Z'
  const words = json({ sv: `Fråga ${position}?`, en: `Question ${position}?`, es: `¿Pregunta ${position}?` })
  await database
    .as<ForumTables>()
    .insertInto('forum_question')
    .values({ id, event_id: eventId, position, words, made_by: by, created_at: at, changed_at: at })
    .execute()
  return id
}

/** A link to somebody's own pages. */
export async function ownLink(database: Database, signUpId: string): Promise<string> {
  const token = newToken()
  const row = { token_hash: hashOf(token), sign_up_id: signUpId, created_at: '2026-01-01T08:00:00.000Z' }
  await database.as<ProgrammeTables>().insertInto('personal_link').values(row).execute()
  return token
}
