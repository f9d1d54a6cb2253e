import { ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { leadBySwapMax, refusalToSwap } from './swap.rules.ts'
import { leadMax, sideOf, standings, type Turn, whoseTurn } from './turns.rules.ts'

const hour = {
  starts_at: '2027-01-01T10:00:00.000Z',
  ends_at: '2027-01-01T11:00:00.000Z',
  cancelled_at: null,
}
const now = '2026-01-01T10:00:00.000Z'

/** What can happen, with numbers that choose among the slots there are. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('deal' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('pass' as const), one: fc.nat(40) }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('swap' as const), one: fc.nat(40), two: fc.nat(40) }),
  },
)

interface World {
  sides: { id: string; headStart: number }[]
  turns: Turn[]
  slots: string[]
}

const undone = new Set<string>()
const passesOf = ({ turns }: World, side: string): number =>
  turns.filter((turn) => turn.kind === 'passed' && turn.side === side).length

const placesOf = ({ turns, slots }: World) =>
  slots.map((slot) => ({
    slot,
    side: sideOf(turns, slot),
    passedBy: turns.filter((turn) => turn.kind === 'passed' && turn.slot === slot).map(({ side }) => side),
  }))

const add = (world: World, kind: Turn['kind'], slot: string, side: string): void =>
  void world.turns.push({ number: world.turns.length + 1, kind, slot, side })

function deal(world: World, slot: string): void {
  const next = whoseTurn({ ...world, undone }, slot)
  if (next) add(world, 'dealt', slot, next.side)
}

function swap(world: World, one: string, other: string): void {
  const state = (id: string) => ({
    id,
    side: sideOf(world.turns, id),
    isTaken: false,
    isRemoved: false,
    hour,
  })
  const [slot, wanted] = [state(one), state(other)]
  if (slot.side === null || wanted.side === null) return
  const asked = { side: slot.side, slot, other: wanted, isSwapWaiting: false, sides: world.sides, now }
  if (refusalToSwap({ ...asked, places: placesOf(world) }) !== null) return
  add(world, 'swapped', one, wanted.side)
  add(world, 'swapped', other, slot.side)
}

function happens(world: World, event: { what: string; one?: number; two?: number }): void {
  const { slots, turns } = world
  const pick = (number = 0): string => slots[number % slots.length] ?? ''
  if (event.what === 'deal' || slots.length === 0) {
    const slot = String(slots.length + 1)
    slots.push(slot)
    return deal(world, slot)
  }
  const slot = pick(event.one)
  const side = sideOf(turns, slot)
  if (event.what === 'pass' && side !== null) {
    add(world, 'passed', slot, side)
    deal(world, slot)
  }
  if (event.what === 'swap') swap(world, slot, pick(event.two))
}

const names = ['A', 'B', 'C', 'D']

for (const many of [2, 3, 4])
  test(`over any history of ${many} sides nobody is ahead by more than one turn, unless another let it pass`, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const sides = names.slice(0, many).map((id) => ({ id, headStart: 0 }))
        const world: World = { sides, turns: [], slots: [] }
        for (const one of steps) {
          happens(world, one)
          const levels = standings({ ...world, undone })
          for (const ahead of levels)
            for (const behind of levels)
              ok(
                ahead.level - behind.level <= 1 + passesOf(world, behind.side),
                `${ahead.side} is ${ahead.level - behind.level} ahead of ${behind.side}`,
              )
        }
        // In the order of time, too: one turn, and one more where somebody has agreed to a swap.
        const has = (kind: Turn['kind']) => world.turns.some((turn) => turn.kind === kind)
        const most = has('swapped') ? leadBySwapMax : 1
        if (!has('passed')) ok(leadMax(sides, placesOf(world)) <= most)
      }),
      { numRuns: 300 },
    )
  })
