import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { anEvent, anOrganisation, aSignUp } from '../../../test/cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import type { AllTables } from '../../tables.ts'
import { forgetSignUps } from '../questions/index.ts'
import type { NewSignUp } from '../tables.ts'
import { countWhoMet } from './count-who-met.ts'

let world: World
before(async () => void (world = await freshWorld()))
after(() => world.close())

const db = () => world.database.as<AllTables>()
const lastWeek = plus(firstNoon, { days: -7 })

async function seats(event: string, many: number, given: (index: number) => Partial<NewSignUp>) {
  for (let index = 0; index < many; index += 1) await aSignUp(world.database, event, given(index))
}

const groupsOf = async (event: string, what: 'sector' | 'organisation' | 'before') => {
  const query = db().selectFrom('event_met_group').select(['key', 'count']).where('event_id', '=', event)
  const rows = await query.where('what', '=', what).orderBy('key').execute()
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]))
}

const metOf = (event: string) =>
  db().selectFrom('event_met').selectAll().where('event_id', '=', event).executeTakeFirst()

test('who met is counted two days later, from the door, with what is known of earlier events', async () => {
  const earlier = await anEvent(world.database, plus(lastWeek, { days: -100 }))
  const longAgo = await anEvent(world.database, plus(lastWeek, { days: -200 }))
  const event = await anEvent(world.database, lastWeek, { capacity: 30 })
  const organisation_id = await anOrganisation(world.database, 'Gatukontoret')
  const email = (index: number): string => `gast-${index}@example.org`
  await seats(earlier, 7, (index) => ({ email: email(index), checked_in_at: lastWeek }))
  await seats(earlier, 1, () => ({ email: email(10) }))
  await seats(longAgo, 5, (index) => ({ email: email(index + 7), checked_in_at: lastWeek }))
  await seats(event, 14, (index) => ({
    ...{ email: email(index), checked_in_at: lastWeek },
    ...{ capacity: index < 9 ? 'civil-society' : 'civil-servant', organisation_id },
  }))
  // Had a seat and stayed away; gave it back; walked in and left no address.
  await seats(event, 3, () => ({ capacity: 'elected' }))
  await seats(event, 6, () => ({ email: null, walk_in: 1, checked_in_at: lastWeek, capacity: 'resident' }))

  await countWhoMet(world.database.as(), plus(lastWeek, { days: 1 }))
  equal(await metOf(event), undefined)
  await countWhoMet(world.database.as(), firstNoon)
  await countWhoMet(world.database.as(), firstNoon)
  const met = await metOf(event)
  deepEqual([met?.people, met?.counted_from, met?.time_of_day, met?.year], [20, 'door', 'daytime', 2026])
  deepEqual(await groupsOf(event, 'sector'), { 'civil-society': 9, 'civil-servant': 5, resident: 6 })
  deepEqual(await groupsOf(event, 'before'), { 'been-before': 7, new: 7, unknown: 6 })
  deepEqual(await groupsOf(event, 'organisation'), {}, 'one organisation is too few')

  const page = await (await world.visitor()).open(`/sv/events/${event}`)
  match(page.text, /20 personer möttes på dagtid, räknat på dem som kom\./)
  match(page.text, /Civilsamhället\s*9 \(45 %\)/)
  const year = await (await world.visitor()).open('/sv/who-met/2026')
  match(year.text, /Personer, efter vad de deltog som/)
  equal((await (await world.visitor()).open('/sv/who-met/1066')).status, 404)
  equal((await (await world.visitor()).open('/sv/who-met/2026/no-such-series')).status, 404)
})

test('what is in no list, was called off or gathered fewer than five tells nothing', async () => {
  const few = await anEvent(world.database, lastWeek)
  const off = await anEvent(world.database, lastWeek, { cancelled_at: lastWeek })
  const unlisted = await anEvent(world.database, lastWeek)
  const audience = {
    event_id: unlisted,
    kind: 'invitation',
    capacities: '',
    unlisted: 1,
    people_max: 1,
  } as const
  await seats(few, 4, () => ({}))
  await seats(off, 6, () => ({}))
  await seats(unlisted, 8, () => ({ capacity: 'business' }))
  await db().insertInto('event_audience').values(audience).execute()
  await countWhoMet(world.database.as(), firstNoon)
  equal((await metOf(few))?.people, null)
  equal(await metOf(off), undefined)
  equal((await metOf(unlisted))?.people, 8)
  match((await (await world.visitor()).open(`/sv/events/${few}`)).text, /Färre än fem möttes/)
  ok(!(await (await world.visitor()).open('/sv/who-met/2026')).text.includes('Näringslivet'))
})

test('names are forgotten after the counting, never before it', async () => {
  const old = await anEvent(world.database, plus(firstNoon, { days: -200 }))
  await seats(old, 6, () => ({ capacity: 'academia' }))
  const forgotten = db().insertInto('event_forgotten').values({ event_id: old, at: firstNoon })
  await rejects(forgotten.execute(), /counted before the sign-ups are forgotten/)
  await forgetSignUps(world.database.as(), firstNoon)
  deepEqual(await groupsOf(old, 'sector'), { academia: 6 })
  deepEqual(await groupsOf(old, 'before'), { new: 6 })
})

test('the database takes no number below five, no more people than met, and no second thought', async () => {
  const event = await anEvent(world.database, lastWeek)
  const coming = await anEvent(world.database, plus(firstNoon, { days: 3 }))
  const met = { counted_at: firstNoon, year: 2026, time_of_day: 'daytime', counted_from: 'door' } as const
  const add = (event_id: string, people: number | null) =>
    db()
      .insertInto('event_met')
      .values({ event_id, people, ...met })
      .execute()
  await rejects(add(coming, 9), /once the event is over/)
  await rejects(add(event, 4), /constraint/i)
  await add(event, 12)
  const group = (what: 'sector' | 'organisation', key: string, count: number) =>
    db().insertInto('event_met_group').values({ event_id: event, what, key, count }).execute()
  await rejects(group('sector', 'elected', 4), /constraint/i)
  await rejects(group('sector', 'association', 5), /constraint/i)
  await group('sector', 'elected', 7)
  await rejects(group('sector', 'rest', 6), /not more people than met/)
  await group('organisation', 'association', 20)
  const kept = db().updateTable('event_met_group').set({ count: 9 }).where('event_id', '=', event)
  await rejects(kept.execute(), /counted once/)
  await rejects(db().deleteFrom('event_met_group').where('event_id', '=', event).execute(), /counted once/)
  await rejects(db().updateTable('event_met').set({ people: 13 }).execute(), /counted once/)
  await rejects(db().deleteFrom('event_met').where('event_id', '=', event).execute(), /counted once/)
})

test('the desk says who is still missing while one can sign up, to those who look after the event alone', async () => {
  const past = await anEvent(world.database, plus(lastWeek, { days: -2 }))
  const { series_id } = await db()
    .selectFrom('event')
    .select('series_id')
    .where('id', '=', past)
    .executeTakeFirstOrThrow()
  await seats(past, 10, () => ({ capacity: 'civil-society' }))
  await seats(past, 6, () => ({ capacity: 'elected' }))
  await countWhoMet(world.database.as(), firstNoon)
  const next = await anEvent(world.database, plus(firstNoon, { days: 9 }), { series_id })
  await seats(next, 8, () => ({ capacity: 'civil-society' }))
  const bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  match(
    (await bo.open(`/sv/office/events/${next}`)).text,
    /Förtroendevalda: ingen än\. Så här dags brukar det vara ungefär 3\./,
  )
  ok(!(await (await world.visitor()).open(`/sv/events/${next}`)).text.includes('Vilka saknas'))
})
