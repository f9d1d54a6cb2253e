import { deepEqual, equal } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { actingFor, anAccepted, anHour } from '../../../test/hour-cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { answerSwap } from './answer-swap.ts'
import { askSwap } from './ask-swap.ts'
import { layOutSlots } from './lay-out-slots.ts'
import { letPass } from './let-pass.ts'
import { loadTurns, slotsThatCount } from './load-turns.ts'
import { schedulePresentation } from './schedule-presentation.ts'
import type { Acting } from './turn-change.ts'

let world: World
let city: Acting
let society: Acting

const db = (): Db => world.database.as()
const both = { do: 'lay-out', minutes: [25, 25] } as const

before(async () => {
  world = await freshWorld()
  const of = async (party: 'city' | 'civil-society', name: string) =>
    actingFor(world, await coordinatorOf(world.database, party, name), firstNoon)
  city = await of('city', 'Bo')
  society = await of('civil-society', 'Amina')
})
after(() => world.close())

async function freshHour(day: number): Promise<{ event: string; ours: string; theirs: string }> {
  const event = await anHour(world, `2027-03-${String(day).padStart(2, '0')}T09:00:00.000Z`)
  equal(await layOutSlots(db(), city, event, { ...both, minutes: [...both.minutes] }), null)
  const slots = (await loadTurns(db())).slots.filter(({ eventId }) => eventId === event)
  const of = ({ side }: Acting) => slots.find((slot) => slot.side === side)?.id ?? ''
  return { event, ours: of(city), theirs: of(society) }
}

test('two sides want the same slot at once, each with two: exactly one gets it, and the others hear why', async () => {
  const { ours } = await freshHour(4)
  const wanting = [
    ...(await Promise.all(['a', 'b'].map((title) => anAccepted(world, society, title)))).map((id) => ({
      acting: society,
      id,
    })),
    ...(await Promise.all(['c', 'd'].map((title) => anAccepted(world, city, title)))).map((id) => ({
      acting: city,
      id,
    })),
  ]
  const answers = await Promise.all(
    wanting.map(({ acting, id }) => schedulePresentation(db(), acting, { proposalId: id, slotId: ours })),
  )
  deepEqual(answers.slice(0, 2), ['not-your-slot', 'not-your-slot'])
  deepEqual(answers.slice(2).sort(), [null, 'slot-taken'].sort())
  const { slots } = await loadTurns(db())
  equal(slots.find(({ id }) => id === ours)?.presentation?.party_id, city.side)
})

test('a side that lets its turn pass and the other that takes the slot, at once: never half of both', async () => {
  const { event, ours } = await freshHour(5)
  const proposalId = await anAccepted(world, city, 'Nu eller aldrig')
  const answers = await Promise.all([
    letPass(db(), city, event, { do: 'pass', slot: ours, reason: 'Nej' }),
    schedulePresentation(db(), city, { proposalId, slotId: ours }),
    letPass(db(), city, event, { do: 'pass', slot: ours, reason: 'Nej' }),
  ])
  equal(answers.filter((one) => one === null).length, 1, JSON.stringify(answers))
})

test('two hours are laid out at once: the sides still alternate', async () => {
  const events = await Promise.all([6, 7, 8, 9].map((day) => anHour(world, `2027-03-0${day}T09:00:00.000Z`)))
  const one = { do: 'lay-out' as const, minutes: [25] }
  deepEqual(await Promise.all(events.map((event) => layOutSlots(db(), city, event, one))), [
    null,
    null,
    null,
    null,
  ])
  const turns = await loadTurns(db())
  const dealt = turns.history.turns.filter(({ slot }) =>
    slotsThatCount(turns).some(({ id, eventId }) => id === slot && events.includes(eventId)),
  )
  const sides = dealt.map(({ side }) => side)
  equal(new Set(sides.slice(0, 2)).size, 2)
  deepEqual(sides.slice(2), sides.slice(0, 2))
})

test('a swap is agreed to and taken back at once: one of the two holds, and the slots say so', async () => {
  const { ours, theirs } = await freshHour(11)
  const id = newId()
  equal(await askSwap(db(), city, { id, slot: ours, other: theirs, reason: 'Resa' }), null)
  const answers = await Promise.all([
    answerSwap(db(), society, id, { answer: 'yes', because: null }),
    answerSwap(db(), city, id, { answer: 'withdrawn', because: null }),
    answerSwap(db(), society, id, { answer: 'yes', because: null }),
  ])
  equal(answers.filter((one) => one === null).length, 1, JSON.stringify(answers))
  const turns = await loadTurns(db())
  const hasSwapped = turns.slots.find((slot) => slot.id === ours)?.side === society.side
  equal(hasSwapped, turns.swaps.find((swap) => swap.id === id)?.answer === 'yes')
})
