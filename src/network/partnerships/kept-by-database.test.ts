import { doesNotReject, equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import type { AllTables } from '../../tables.ts'

let bed: FreshDatabase
const db = () => bed.db.as<AllTables>()
const now = '2026-11-23T11:00:00.000Z'

before(async () => {
  bed = await freshDatabase()
})
after(() => bed.close())

/** A partnership with what is given; its id. */
async function aPartnership(given: Record<string, unknown> = {}): Promise<string> {
  const id = newId()
  await db()
    .insertInto('partnership')
    .values({
      ...{
        id,
        slug: id,
        kind: 'partnership',
        name: json({ sv: 'Salar' }),
        lead: '{}',
        about: '{}',
        part: '{}',
      },
      ...{ began_year: null, ended_year: null, position: 1, changed_at: now, ...given },
    })
    .execute()
  return id
}

const set = (id: string, change: Record<string, unknown>) =>
  db().updateTable('partnership').set(change).where('id', '=', id).execute()

test('whatever a client writes, the days of an entry follow each other and agree with its years', async () => {
  await doesNotReject(aPartnership({ began_on: '2021-08', began_year: 2021, agreed_until: '2023' }))
  const end = { state: 'ended', ended_year: 2020 }
  const wrong: readonly Record<string, unknown>[] = [
    { began_on: '2021', began_year: 2020 },
    { began_on: '2021' },
    { began_on: '21', began_year: 21 },
    { began_on: '2021-8', began_year: 2021 },
    { began_on: '2021', began_year: 2021, ended_on: '2020', ...end },
    { began_on: '2020-05', began_year: 2020, ended_on: '2020-04-30', ...end },
    { began_on: '2021-08', began_year: 2021, agreed_until: '2021-07-31' },
    { ended_year: 2020 },
    { state: 'ended' },
    { state: 'sleeping' },
    { part_kind: 'owned' },
    { decision_on: '2021-08-18' },
    { decision_paragraph: '274' },
    { form: 'iop' },
    { ...end, ended_on: '2020', unconfirmed_since: '2020-01-01' },
  ]
  for (const given of wrong) await rejects(aPartnership(given), JSON.stringify(given))
  await doesNotReject(
    aPartnership({ form: 'iop', decision_body: 'Kommunstyrelsen', decision_on: '2021-08-18' }),
  )
})

test('what ends has a day on which it ended', async () => {
  const id = await aPartnership()
  await rejects(set(id, { state: 'ended', ended_year: 2026 }), /has a day/)
  await doesNotReject(set(id, { state: 'ended', ended_year: 2026, ended_on: '2026-11-01' }))
})

test('history is added to, in order, and never changed', async () => {
  const id = await aPartnership()
  const step = (number: number) =>
    db()
      .insertInto('partnership_step')
      .values({
        ...{ partnership_id: id, number, kind: 'added', at: now, by_person: null, before: '{}' },
        ...{ organisation_id: null, party_id: null },
      })
      .execute()
  await step(1)
  await rejects(step(3), /never changes/)
  await rejects(sql`update partnership_step set kind = 'lives'`.execute(db()), /never changes/)
  await rejects(sql`delete from partnership_step`.execute(db()), /never changes/)
  equal((await db().selectFrom('partnership_step').select('number').execute()).length, 1)
})

test('one question at a time, of what lives; and an answer stands', async () => {
  const id = await aPartnership()
  const ask = (partnership_id: string, given: Record<string, unknown> = {}) =>
    db()
      .insertInto('partnership_asking')
      .values({
        ...{
          id: newId(),
          partnership_id,
          asked_at: now,
          asked_again_at: null,
          ended_at: null,
          outcome: null,
        },
        ...given,
      })
      .execute()
  await ask(id)
  await rejects(ask(id))
  const end = (change: Record<string, unknown>) =>
    db().updateTable('partnership_asking').set(change).where('partnership_id', '=', id).execute()
  await rejects(end({ ended_at: now }))
  await rejects(end({ ended_at: now, outcome: 'unconfirmed' }))
  await end({ ended_at: now, outcome: 'lives' })
  await rejects(end({ outcome: 'ended' }), /stays answered/)
  await rejects(ask(id, { asked_again_at: '2026-01-01T00:00:00.000Z' }))
  const ended = await aPartnership({ state: 'ended', ended_year: 2020, ended_on: '2020' })
  await rejects(ask(ended), /not asked/)
})
