import type { Db } from '#forum/tables.ts'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Instant, plus } from '#platform/time.ts'
import { anEvent, aMember, aSignUp } from './cast.ts'

interface Size {
  tables?: number
  seats?: number
  rounds?: number
  people?: number
}

const sectors = ['civil-society', 'elected', 'civil-servant', 'civil-society'] as const

/** A forum with tables and rounds, and people of three sectors with a seat each; nobody sits anywhere yet. */
export async function aForum(database: Database, now: Instant, size: Size = {}) {
  const { tables = 3, seats = 4, rounds = 2, people = 12 } = size
  const db: Db = database.as()
  const eventId = await anEvent(database, plus(now, { days: 14 }), { capacity: people + 40 })
  const { id: made_by } = await aMember(database, `Maker ${eventId}`)
  await db
    .insertInto('seating')
    .values({
      ...{ event_id: eventId, format: 'roundtable', made_by, created_at: now },
      ...{ proposed_at: null, report: null, shown_at: null },
    })
    .execute()
  const tableIds = Array.from({ length: tables }, () => newId())
  for (const [index, id] of tableIds.entries())
    await db
      .insertInto('forum_table')
      .values({
        ...{ id, event_id: eventId, number: index + 1, name: null, seats, step_free: index === 0 ? 1 : 0 },
        ...{ language: null, online_url: null },
      })
      .execute()
  for (let number = 1; number <= rounds; number += 1)
    await db
      .insertInto('forum_round')
      .values({ event_id: eventId, number, minutes: 25, question_id: null })
      .execute()
  const signUps: string[] = []
  for (let index = 0; index < people; index += 1) {
    const capacity = sectors[index % sectors.length] ?? 'resident'
    signUps.push(await aSignUp(database, eventId, { name: personName(index), capacity }))
  }
  return { db, eventId, tableIds, signUps, made_by }
}

export const personName = (index: number): string => `Person ${String(index + 1).padStart(3, '0')}`
