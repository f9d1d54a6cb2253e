import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { balanceOver } from './balance.rules.ts'
import {
  addressKeptUntil,
  refusalToChange,
  refusalToDecide,
  refusalToWithdraw,
  standingOf,
} from './proposal.rules.ts'
import {
  beginnings,
  refusalToPass,
  refusalToSchedule,
  refusalToTakeAway,
  type SlotState,
} from './slot.rules.ts'
import { refusalToAnswer, refusalToSwap } from './swap.rules.ts'

const now = '2026-11-23T11:00:00.000Z'
const hour = {
  starts_at: '2026-12-10T08:00:00.000Z',
  ends_at: '2026-12-10T09:00:00.000Z',
  cancelled_at: null as string | null,
}
const slot: SlotState = { side: 'A', isTaken: false, isRemoved: false, hour }
const begun = { ...hour, starts_at: now }
const off = { ...hour, cancelled_at: now }

test('a slot goes only to the side whose turn it is, before the hour begins, and to what was accepted', () => {
  const refusal = (given: Partial<SlotState>, side = 'A', state: 'accepted' | 'waiting' = 'accepted') =>
    refusalToSchedule({ ...slot, ...given }, { side, state }, now)
  equal(refusal({}), null)
  equal(refusal({}, 'B'), 'not-your-slot')
  equal(refusal({ side: null }), 'not-your-slot')
  equal(refusal({ isTaken: true }), 'slot-taken')
  equal(refusal({ isTaken: true }, 'B'), 'not-your-slot', 'the turn matters more than who was faster')
  equal(refusal({ isRemoved: true }), 'slot-gone')
  equal(refusal({}, 'A', 'waiting'), 'not-accepted')
  equal(refusal({ hour: begun }), 'hour-begun')
  equal(refusal({ hour: off }), 'hour-cancelled')
})

test('a turn is let pass by whoever has it, while nothing waits for it', () => {
  const refusal = (given: Partial<SlotState>, side = 'A', isSwapWaiting = false) =>
    refusalToPass({ ...slot, ...given }, side, { now, isSwapWaiting })
  deepEqual(
    [refusal({}), refusal({}, 'B'), refusal({ side: null })],
    [null, 'not-your-slot', 'not-your-slot'],
  )
  deepEqual([refusal({ isTaken: true }), refusal({}, 'A', true)], ['slot-taken', 'swap-waiting'])
  deepEqual([refusal({ hour: begun }), refusal({ hour: off })], ['hour-begun', 'hour-cancelled'])
  const nobodys = { ...slot, side: null }
  equal(refusalToTakeAway(nobodys, 'B', { now, isSwapWaiting: false }), null, 'nobody’s slot may go')
  equal(refusalToTakeAway(slot, 'B', { now, isSwapWaiting: false }), 'not-your-slot')
})

/** Slots 1, 2, … in the order of time, by whose they are. */
const swap = (sides: string, from: number, to: number, given: { side?: string; waits?: boolean } = {}) => {
  const places = [...sides.matchAll(/\w/g)].map(([side], index) => ({
    slot: `${index + 1}`,
    side,
    passedBy: [],
  }))
  const at = (number: number) => ({ ...slot, id: `${number}`, side: places[number - 1]?.side ?? null })
  return refusalToSwap({
    ...{ side: given.side ?? 'A', slot: at(from), other: at(to), isSwapWaiting: given.waits ?? false },
    ...{
      sides: [
        { id: 'A', headStart: 0 },
        { id: 'B', headStart: 0 },
      ],
      places,
      now,
    },
  })
}

test('two sides may swap, but nobody gets more than two turns ahead by it', () => {
  equal(swap('ABAB', 1, 2), null)
  equal(swap('ABAB', 3, 2), null, 'A A B B: twice in a row, because B agrees')
  equal(swap('AABABB', 4, 3), 'too-far', 'A A A')
  equal(swap('ABAB', 2, 3), 'not-your-slot')
  equal(swap('ABAB', 1, 3), 'same-side')
  equal(swap('ABAB', 1, 2, { waits: true }), 'swap-waiting')
})

test('a swap is answered once; yes only while all is as it was when it was asked', () => {
  const answering = { answer: null, isAsAsked: true, slot, other: slot }
  equal(refusalToAnswer(answering, 'yes', now), null)
  equal(refusalToAnswer({ ...answering, answer: 'no' }, 'yes', now), 'answered')
  equal(refusalToAnswer({ ...answering, answer: 'withdrawn' }, 'yes', now), 'swap-withdrawn')
  const moved = { ...answering, isAsAsked: false }
  deepEqual([refusalToAnswer(moved, 'yes', now), refusalToAnswer(moved, 'no', now)], ['moved-on', null])
  const late = { ...answering, other: { ...slot, hour: begun } }
  deepEqual(
    [refusalToAnswer(late, 'yes', now), refusalToAnswer(late, 'withdrawn', now)],
    ['hour-begun', null],
  )
})

test('how a proposal stands follows from its state and its hour', () => {
  const held = { ends_at: now }
  equal(standingOf({ state: 'accepted', hour: null }, now), 'accepted')
  equal(standingOf({ state: 'accepted', hour }, now), 'scheduled')
  equal(standingOf({ state: 'accepted', hour: held }, now), 'presented')
  equal(standingOf({ state: 'waiting', hour: null }, now), 'waiting')
})

test('words change until they are announced, and a proposal is withdrawn until it was presented', () => {
  const all = [
    'unconfirmed',
    'waiting',
    'accepted',
    'scheduled',
    'presented',
    'declined',
    'withdrawn',
  ] as const
  deepEqual(all.map(refusalToChange), [null, null, null, 'scheduled', 'over', 'over', 'over'])
  deepEqual(all.map(refusalToWithdraw), [null, null, null, null, 'over', 'over', 'over'])
  deepEqual((['waiting', 'accepted', 'declined', 'unconfirmed', 'withdrawn'] as const).map(refusalToDecide), [
    null,
    'answered',
    'answered',
    'answered',
    'withdrawn',
  ])
})

test('an address is kept for ninety days after all is over, and never for ever', () => {
  const since = { over: now, confirmed: now }
  equal(addressKeptUntil('presented', since), '2027-02-21T11:00:00.000Z')
  equal(addressKeptUntil('declined', since), '2027-02-21T11:00:00.000Z')
  equal(addressKeptUntil('accepted', since), '2028-11-22T11:00:00.000Z')
  const late = { over: '2028-11-01T11:00:00.000Z', confirmed: now }
  equal(addressKeptUntil('presented', late), '2028-11-22T11:00:00.000Z', 'two years are the longest')
  equal(addressKeptUntil('unconfirmed', { over: null, confirmed: null }), null)
})

test('slots follow each other from the beginning of the hour', () => {
  deepEqual(beginnings([25, 20, 15]), [0, 25, 45])
})

test('the balance counts what was presented, what was let pass and what stood empty, by year', () => {
  const held = (year: string, side: string | null, isTaken: boolean, passedBy: string[] = []) => ({
    ...{ year, side, isTaken, passedBy },
  })
  deepEqual(
    balanceOver(
      ['A', 'B'],
      [held('2026', 'B', true, ['A']), held('2025', 'A', true), held('2026', 'B', false)],
    ),
    [
      {
        year: '2025',
        sides: [
          { side: 'A', presented: 1, passed: 0, empty: 0 },
          { side: 'B', presented: 0, passed: 0, empty: 0 },
        ],
      },
      {
        year: '2026',
        sides: [
          { side: 'A', presented: 0, passed: 1, empty: 0 },
          { side: 'B', presented: 1, passed: 0, empty: 1 },
        ],
      },
    ],
  )
})
