import { equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { actingFor, anAccepted, anHour } from '../../../test/hour-cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { askSwap } from './ask-swap.ts'
import { layOutSlots } from './lay-out-slots.ts'
import { loadTurns } from './load-turns.ts'
import { schedulePresentation } from './schedule-presentation.ts'
import type { Acting } from './turn-change.ts'

let world: World
let city: Acting
let society: Acting
let event = ''
/** The slots of the hour: the first is the city's, the second civil society's, the third the city's. */
let slots: string[] = []
let mine = ''

const db = (): Db => world.database.as()
const swapId = '01900000-0000-4000-8000-000000000001'

before(async () => {
  world = await freshWorld()
  city = await actingFor(world, await coordinatorOf(world.database, 'city', 'Bo'), firstNoon)
  society = await actingFor(world, await coordinatorOf(world.database, 'civil-society', 'Amina'), firstNoon)
  event = await anHour(world, '2026-12-10T08:00:00.000Z')
  equal(await layOutSlots(db(), city, event, { do: 'lay-out', minutes: [15, 15, 15] }), null)
  slots = (await loadTurns(db())).slots.map(({ id }) => id)
  mine = await anAccepted(world, city, 'Badkvällar')
  const first = { proposalId: mine, slotId: slots[0] ?? '' }
  equal(await schedulePresentation(db(), city, first), null)
  const asked = { id: swapId, slot: slots[2] ?? '', other: slots[1] ?? '', reason: 'Resa' }
  equal(await askSwap(db(), city, asked), null)
})
after(() => world.close())

const raw = (text: string) => sql.raw(text).execute(db())
const refuses = (text: string, why: RegExp) => rejects(raw(text), why)

const turn = (number: string, kind: string, slot: string, side: string, rest = '') =>
  `insert into hour_turn (number, kind, slot_id, party_id, by_person, at${rest ? ', ' : ''}${rest.split('=')[0] ?? ''})
   values (${number}, '${kind}', '${slot}', '${side}', '${city.by.id}', '${firstNoon}'${
     rest ? `, '${rest.split('=')[1]}'` : ''
   })`
const aSlot = (id: string) =>
  `insert into hour_slot (id, event_id, position, minutes, created_at)
   values ('${id}', '${event}', 9, 15, '${firstNoon}')`

test('a slot goes only to the side whose turn it is, once, and the turns are counted in order', async () => {
  await raw(aSlot('fourth'))
  await refuses(turn('4', 'dealt', 'fourth', city.side, 'because=last-turn'), /whose turn it is/)
  await refuses(turn('9', 'dealt', 'fourth', society.side, 'because=last-turn'), /one after another/)
  await refuses(turn('4', 'dealt', slots[1] ?? '', society.side, 'because=last-turn'), /whose turn it is/)
  await refuses(turn('4', 'dealt', 'fourth', society.side), /constraint|check/i)
})

test('only whoever has a turn lets it pass, with a reason, and not while something is in the slot', async () => {
  await refuses(turn('4', 'passed', slots[1] ?? '', city.side, 'reason=Nej'), /whoever has a turn/)
  await refuses(turn('4', 'passed', slots[0] ?? '', city.side, 'reason=Nej'), /keeps its side/)
  await refuses(turn('4', 'passed', slots[2] ?? '', city.side), /constraint|check/i)
})

test('slots do not change sides before both have said yes', async () => {
  await refuses(turn('4', 'swapped', slots[2] ?? '', society.side, `swap_id=${swapId}`), /both have said yes/)
  const answer = (by: string, what: string) =>
    `update hour_swap set answer = '${what}', answered_by = '${by}', answered_at = '${firstNoon}'`
  await refuses(answer(city.by.id, 'yes'), /by the other side/)
  await refuses(answer(society.by.id, 'withdrawn'), /by the other side/)
  await refuses(`delete from hour_swap`, /stays/)
})

test('the history is appended to, never changed', async () => {
  await refuses(`update hour_turn set party_id = '${society.side}'`, /never changes/)
  await refuses('delete from hour_turn', /never changes/)
  await refuses('delete from hour_slot', /never forgotten/)
  await refuses('update hour_side set head_start = 7', /as it joined/)
})

test('one presentation in a slot, of the side that has it, and answered before', async () => {
  const other = await anAccepted(world, city, 'Något annat')
  const put = (id: string, slot: string) =>
    `update hour_proposal set slot_id = '${slot}', scheduled_at = '${firstNoon}' where id = '${id}'`
  await refuses(put(other, slots[0] ?? ''), /unique/i)
  await refuses(put(other, slots[1] ?? ''), /whose turn it is/)
  await refuses(`update hour_proposal set state = 'waiting' where id = '${other}'`, /answered once/)
  await refuses(
    `update hour_proposal set party_id = '${society.side}' where id = '${other}'`,
    /answered once/,
  )
  await refuses(`delete from hour_proposal where id = '${other}'`, /stays/)
  await refuses(`update hour_slot set removed_at = '${firstNoon}' where id = '${slots[0]}'`, /waits for/)
  await refuses(`update hour_slot set removed_at = '${firstNoon}' where id = '${slots[2]}'`, /waits for/)
})
