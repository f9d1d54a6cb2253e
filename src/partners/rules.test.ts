import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { coverageOf } from './coverage.rules.ts'
import { shownAs } from './gift.rules.ts'
import { type PledgeState, refusalToStep, stepsFrom } from './pledge.rules.ts'

const states: readonly PledgeState[] = [
  'received',
  'talk',
  'agreed',
  'given',
  'thanked',
  'declined',
  'withdrawn',
]

test('a pledge goes one step after the other, with a way out until it is given', () => {
  deepEqual(Object.fromEntries(states.map((state) => [state, stepsFrom(state).join(' ')])), {
    received: 'talk declined withdrawn',
    talk: 'agreed declined withdrawn',
    agreed: 'given declined withdrawn',
    given: 'thanked',
    thanked: '',
    declined: '',
    withdrawn: '',
  })
})

test('a step is refused with what stands against it', () => {
  const agreed = { state: 'agreed', isConfirmed: true, seen: 2, steps: 2 } as const
  const open = { isYearClosed: false }
  const cases = [
    [refusalToStep(agreed, 'given', open), null],
    [refusalToStep(agreed, 'given', null), 'no-gift'],
    [refusalToStep(agreed, 'given', { isYearClosed: true }), 'year-closed'],
    [refusalToStep({ ...agreed, seen: 1 }, 'given', open), 'changed-meanwhile'],
    [refusalToStep({ ...agreed, isConfirmed: false }, 'given', open), 'not-confirmed'],
    [refusalToStep(agreed, 'thanked', null), 'not-from-here'],
    [refusalToStep({ ...agreed, state: 'given' }, 'withdrawn', null), 'not-from-here'],
  ] as const
  for (const [refusal, expected] of cases) equal(refusal, expected)
})

test('what is agreed or given covers a need; what is talked about does not', () => {
  const need = { amount: 100, unit: 'hours', elsewhere: 10 } as const
  const hours = (state: PledgeState, amount: number) => ({ state, amount, unit: 'hours' as const })
  const pledges = [
    ...[hours('agreed', 20), hours('given', 5), hours('thanked', 5), hours('talk', 30), hours('received', 7)],
    ...[
      hours('declined', 50),
      hours('withdrawn', 50),
      { state: 'agreed' as const, amount: 9, unit: 'sek' as const },
    ],
  ]
  deepEqual(coverageOf(need, pledges), { covered: 40, talked: 37, missing: 60, percent: 40 })
})

test('nothing is said to be covered before it is, and nothing is missing more than all of it', () => {
  const pledge = fc.record({
    state: fc.constantFrom(...states),
    amount: fc.nat(1000),
    unit: fc.constantFrom('sek' as const, 'hours' as const),
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.array(pledge), (amount, pledges) => {
      const { covered, missing, percent } = coverageOf({ amount, unit: 'sek', elsewhere: 0 }, pledges)
      return (
        percent <= 100 && missing >= 0 && (percent === 100) === (missing === 0) && covered + missing >= amount
      )
    }),
  )
})

test('only what the giver agreed to is shown', () => {
  deepEqual(shownAs('named'), { inList: true, withName: true })
  deepEqual(shownAs('unnamed'), { inList: true, withName: false })
  deepEqual(shownAs('sums'), { inList: false, withName: false })
})
