import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent } from '../../../test/cast.ts'
import { anItem, aRun, someRounds } from '../../../test/day-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { loadDay } from './load-day.ts'
import { changeRound, moveDay, takeBack } from './move-day.ts'
import { runningRound } from './running-round.ts'

let world: World
let by: Member
let organiser: Visitor
before(async () => {
  world = await freshWorld()
  by = await aMember(world.database, 'Vera', 'city')
  organiser = await world.visitor(by.id)
})
after(() => world.close())

const db = (): Db => world.database.as()
const at = (minutes: number): string => plus(firstNoon, { minutes })

async function aForum(): Promise<string> {
  const id = await anEvent(world.database, firstNoon, { ends_at: at(240) })
  await anItem(world.database, id, { kind: 'welcome', minutes: 10, position: 1 })
  await anItem(world.database, id, { kind: 'table-round', minutes: 45, position: 2 })
  await anItem(world.database, id, { kind: 'break', minutes: 15, position: 3 })
  await anItem(world.database, id, { kind: 'table-round', minutes: 20, position: 4 })
  await someRounds(world.database, id, by.id, [{ minutes: 20 }, { minutes: 25 }])
  return id
}

const state = async (id: string) => {
  const day = await loadDay(db(), id)
  const { place } = day ?? {}
  const kind = place?.step.item?.kind ?? (place ? `round ${place.step.round?.number}` : 'nothing')
  return { kind, version: day?.version ?? 0, ended: place?.ended_at ?? null, next: day?.next?.key ?? '' }
}

test('the day goes step by step, and every press can be taken back', async () => {
  const eventId = await aForum()
  let seen = 0
  const press = (minutes: number) => ({ eventId, by, seen: seen++, now: at(minutes) })
  equal(await moveDay(db(), press(0), (await state(eventId)).next), null)
  equal((await state(eventId)).kind, 'welcome')
  equal(await moveDay(db(), press(10), 'round 1'), null)
  equal((await runningRound(db(), eventId))?.ends_at, at(30))
  equal(await changeRound(db(), press(12), 'more'), null)
  equal((await runningRound(db(), eventId))?.ends_at, at(31))
  // Ended by mistake: it goes on with the same time.
  equal(await changeRound(db(), press(13), 'end'), null)
  equal(await runningRound(db(), eventId), null)
  equal(await takeBack(db(), press(13)), null)
  equal((await runningRound(db(), eventId))?.ends_at, at(31))
  // The next round, by mistake: the first goes on.
  equal(await moveDay(db(), press(14), 'round 2'), null)
  deepEqual(await state(eventId), { kind: 'round 2', version: 6, ended: null, next: '' })
  equal(await takeBack(db(), press(15)), null)
  equal((await runningRound(db(), eventId))?.number, 1)
  // Ended by hand, and then a break by mistake: it stays ended.
  equal(await changeRound(db(), press(20), 'end'), null)
  equal(await moveDay(db(), press(21), (await state(eventId)).next), null)
  equal((await state(eventId)).kind, 'break')
  equal(await takeBack(db(), press(22)), null)
  deepEqual((await state(eventId)).ended, at(20))
  equal(await moveDay(db(), press(40), 'round 2'), null)
  equal(await moveDay(db(), press(41), 'round 1'), 'been-there')
})

test('two organisers who press "next" at the same moment move one round on', async () => {
  const eventId = await aForum()
  const press = { eventId, by, seen: 0, now: at(1) }
  equal(await moveDay(db(), press, 'round 1'), null)
  const both = [1, 2, 3, 4].map(() => moveDay(db(), { ...press, seen: 1 }, 'round 2'))
  deepEqual((await Promise.all(both)).toSorted(), ['moved-already', 'moved-already', 'moved-already', null])
  const times = [1, 2, 3].map(() => changeRound(db(), { ...press, seen: 2 }, 'more'))
  deepEqual((await Promise.all(times)).toSorted(), ['moved-already', 'moved-already', null])
  equal((await runningRound(db(), eventId))?.ends_at, at(1 + 25 + 1))
})

test('the database keeps it so: one round at a time, once each, on the day, counted press by press', async () => {
  const event_id = await aForum()
  const round = { event_id, started_at: at(0), ends_at: at(20) }
  await rejects(aRun(world.database, { ...round, round: 1, started_at: plus(firstNoon, { days: -3 }) }))
  await rejects(aRun(world.database, { ...round, round: 1, started_at: plus(firstNoon, { days: 3 }) }))
  await rejects(aRun(world.database, { ...round, round: 1, ends_at: at(0) }))
  await aRun(world.database, { ...round, round: 1 })
  await rejects(aRun(world.database, { ...round, round: 2 }), 'two at a time')
  const end = db()
    .updateTable('round_run')
    .set({ ended_at: at(20) })
  await end.where('event_id', '=', event_id).execute()
  await aRun(world.database, { ...round, round: 2, started_at: at(21), ends_at: at(41) })
  await rejects(aRun(world.database, { ...round, round: 1 }), 'twice')
  const change = (set: Record<string, string | null>) =>
    db().updateTable('round_run').set(set).where('event_id', '=', event_id).where('round', '=', 2).execute()
  await rejects(change({ started_at: at(0) }))
  await rejects(change({ ended_at: at(20) }), 'ends before it began')
  await rejects(change({ ended_at: at(30), paused_at: at(25) }))
  await db()
    .insertInto('forum_day')
    .values({ event_id, version: 1, changed_at: at(0) })
    .execute()
  const count = (version: number) =>
    db().updateTable('forum_day').set({ version }).where('event_id', '=', event_id).execute()
  await rejects(count(1))
  await rejects(count(3))
  await count(2)
})

test('the page leads the day: large buttons, who needs an interpreter, and what to do when somebody was quicker', async () => {
  const id = await aForum()
  const path = `/sv/office/events/${id}/rounds`
  world.clock.now = plus(firstNoon, { days: -2 })
  match((await organiser.open(path)).text, /på dagen för träffen/)
  equal((await organiser.send(path, { do: 'go', seen: '0', to: 'round 1' })).status, 409)
  world.clock.now = at(5)
  const page = await organiser.open(path)
  match(page.text, /Dagen har inte börjat/)
  const answer = await organiser.send(path, { do: 'go', seen: '0', to: 'round 1' })
  match(answer.text, /Runda 1/)
  match(answer.text, /20 minuter kvar/)
  const late = await organiser.send(path, { do: 'go', seen: '0', to: 'round 2' })
  equal(late.status, 409)
  match(late.text, /Någon annan tryckte/)
  equal((await organiser.send(path, { do: 'dance' })).status, 422)
  ok((await runningRound(db(), id))?.number === 1)
})
