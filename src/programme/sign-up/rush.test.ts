import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { plus } from '#platform/time.ts'
import { anEvent, aRequest } from '../../../test/cast.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import type { Db, ProgrammeTables } from '../tables.ts'
import { signUp } from './sign-up.ts'
import { takesSeat } from './sign-up.rules.ts'

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase
before(async () => void (bed = await freshDatabase()))
after(() => bed.close())

const letters = {
  now,
  url: (_language: string, path: string) => `https://x.example${path}`,
  organizer: { name: 'M', email: 'm@x.example' },
}

test('in a rush on two processes, alone and with others, everybody is told the truth and nobody is lost', async () => {
  const event = await anEvent(bed.db, plus(now, { days: 7 }), { capacity: 50 })
  const handle: Db = bed.db.as()
  const processes = [handle, handle.withoutPlugins()]
  // The first ten press twice: the very same form.
  const forms = Array.from({ length: 120 }, (_, index) => index % 110).map((number) => ({
    name: `Rush${number}`,
    seats: 1 + (number % 4),
    access: number % 10 === 0 ? 'Hörslinga' : null,
    isKnown: number % 3 > 0,
  }))
  const answers = await Promise.all(
    forms.map(({ name, isKnown, ...form }, index) =>
      signUp(processes[index % 2] ?? handle, event, aRequest(name, form, isKnown), letters),
    ),
  )
  const db = bed.db.as<ProgrammeTables>()
  const rows = await db
    .selectFrom('sign_up')
    .selectAll()
    .where('event_id', '=', event)
    .orderBy('id')
    .execute()
  const groups = new Map(rows.filter((row) => row.brought_by === null).map((row) => [row.name, row.id]))
  equal(groups.size, 110)
  for (const [index, answer] of answers.entries()) {
    ok(answer.refusal === null)
    const id = groups.get(forms[index]?.name ?? '')
    const own = rows.filter((row) => row.id === id || row.brought_by === id)
    const [seats, waiting] = [
      own.filter(({ state }) => takesSeat(state)),
      own.filter((row) => row.state === 'waiting'),
    ]
    // Whoever pressed twice hears the same both times.
    deepEqual([answer.seats, answer.waiting], [seats.length, waiting.length])
  }
  equal(rows.filter(({ state }) => takesSeat(state)).length, 50)
  const counted = await db
    .selectFrom('event')
    .select('seats_taken')
    .where('id', '=', event)
    .executeTakeFirst()
  equal(counted?.seats_taken, 50)
  const { rows: mails } = await sql<{ about: string; count: number }>`
    select about, count(*) as count from mail group by about`.execute(db)
  deepEqual(
    mails.map((mail) => `${mail.about} ${mail.count}`).sort(),
    [...groups.values()].map((id) => `${id} 1`).sort(),
  )
  const needs = await db.selectFrom('sign_up_need').select('sign_up_id').execute()
  equal(needs.length, forms.slice(0, 110).filter(({ access }) => access).length)
})

test('whoever has a bad request fails alone', async () => {
  const event = await anEvent(bed.db, plus(now, { days: 7 }), { capacity: 5 })
  const db: Db = bed.db.as()
  // A name that no form lets through, but the database would refuse.
  const names = ['Before', 'x'.repeat(201), 'After']
  const results = await Promise.allSettled(
    names.map((name, index) =>
      signUp(db, event, aRequest(name, { email: `bad${index}@example.org` }), letters),
    ),
  )
  deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
  const rows = await db
    .selectFrom('sign_up')
    .select('name')
    .where('event_id', '=', event)
    .orderBy('id')
    .execute()
  deepEqual(
    rows.map(({ name }) => name),
    ['Before', 'After'],
  )
})
