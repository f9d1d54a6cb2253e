import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { forum, golfers, person } from '../../../test/seating-cast.ts'
import { anneal } from './anneal.ts'
import { leastRepeats } from './bounds.ts'
import { chanceFrom } from './chance.ts'
import { firstPlan } from './first-plan.ts'
import { hallOf } from './hall.ts'
import { judge } from './judge.ts'
import type { Problem } from './problem.ts'
import { scheduleOf, seat } from './seat.ts'
import { costOfMeetings } from './weights.ts'

const weights = { hard: 30, sector: 10, repeat: 1, moved: 0 }

/** Small halls of every kind, also such as cannot be seated well. */
const halls = fc.record({
  tables: fc.integer({ min: 2, max: 5 }),
  seats: fc.integer({ min: 2, max: 6 }),
  rounds: fc.integer({ min: 1, max: 4 }),
  seed: fc.integer({ min: 1, max: 1000 }),
})

test('what moves were counted to cost is what the plan costs, counted anew', () => {
  fc.assert(
    fc.property(halls, (size) => {
      const hall = hallOf(forum(size))
      const chance = chanceFrom(size.seed)
      const first = firstPlan(hall, weights, chance)
      const cost = first.total()
      const { plan, cost: after } = anneal(first, {
        ...{ moves: 6000, warm: 3, cold: 0.1, cost, least: 0 },
        weights,
        chance,
      })
      ok(Math.abs(plan.total() - after) < 1e-6, `${plan.total()} is not ${after}`)
      ok(after <= cost)
    }),
    { numRuns: 60 },
  )
})

test('the cost is what the judge sees in the schedule alone', () => {
  fc.assert(
    fc.property(halls, (size) => {
      const problem = { ...forum(size), priorEncounters: [] }
      const plan = firstPlan(hallOf(problem), weights, chanceFrom(size.seed))
      const seen = judge(problem, scheduleOf(plan))
      const hard = seen.sameOrganisation + seen.withoutInterpreter
      const cost = weights.hard * hard + weights.sector * seen.sectorDeviation
      // Third meetings cost more, and those of one organisation count as broken rules alone.
      ok(plan.total() >= cost - 1e-6)
      if (seen.sameOrganisation === 0 && seen.mostMeetings <= 2) equal(plan.total(), cost + seen.repeats)
    }),
    { numRuns: 60 },
  )
})

test('nobody is missing, sits twice or without a chair, whatever the hall', () => {
  fc.assert(
    fc.property(halls, (size) => {
      const problem = forum(size)
      const { report } = seat(problem, { seconds: 0.01, seed: size.seed })
      deepEqual([report.missing, report.overSeats], [0, 0])
      // The bound is about plans that keep every rule.
      if (report.missed.length > 0) return
      ok(report.repeats >= report.leastRepeats, `${report.repeats} repeats, at least ${report.leastRepeats}`)
    }),
    { numRuns: 60 },
  )
})

for (const [tables, seats, rounds, most] of [
  [6, 8, 3, 60],
  [12, 7, 4, 40],
] as const) {
  test(`a forum of ${tables} tables keeps every rule, mixes sectors to the person, and repeats little`, () => {
    const { report } = seat(forum({ tables, seats, rounds }), { seconds: 1 })
    const { missing, sameOrganisation, withoutInterpreter, wrongTable, sectorDeviation, missed, impossible } =
      report
    deepEqual(
      { missing, sameOrganisation, withoutInterpreter, wrongTable, sectorDeviation, missed, impossible },
      {
        ...{ missing: 0, sameOrganisation: 0, withoutInterpreter: 0, wrongTable: 0, sectorDeviation: 0 },
        missed: [],
        impossible: [],
      },
    )
    ok(report.repeats <= most, `${report.repeats} repeats`)
  })
}

test('the usual forum without wishes has no repeats', () => {
  for (const [tables, seats, rounds] of [
    [6, 6, 3],
    [10, 8, 3],
  ] as const)
    equal(
      seat(golfers(tables, seats, rounds), { seconds: 3 }).report.repeats,
      0,
      `${tables}-${seats}-${rounds}`,
    )
})

test('the same seed gives the same plan, in whatever order people are listed', () => {
  const problem = forum({ tables: 5, seats: 6, rounds: 3 })
  const turned: Problem = { ...problem, people: problem.people.toReversed() }
  const [one, again, other] = [problem, problem, turned].map(
    (which) => seat(which, { seconds: 0.05, seed: 3 }).rounds,
  )
  deepEqual(one, again)
  deepEqual(one, other)
})

test('whoever stops it gets the best so far, with everybody seated', () => {
  const problem = forum({ tables: 6, seats: 8, rounds: 3 })
  const parts: number[] = []
  const { report } = seat(problem, { seconds: 1, progress: (part) => parts.push(part) < 5 })
  equal(report.missing, 0)
  ok(parts.length <= 6 && parts.every((part) => part >= 0 && part < 1))
})

test('the bound counts what must be repeated: a fixed pair, a lone interpreter, a full circle', () => {
  const tables = [0, 1, 2].map((id) => ({ id, seats: 3, stepFree: true }))
  const people = Array.from({ length: 9 }, (_, number) => person(`p${number}`))
  const base: Problem = { tables, rounds: 3, people, priorEncounters: [] }
  const withPeople = (more: (number: number) => Partial<(typeof people)[0]>): Problem => ({
    ...base,
    people: people.map((one, number) => ({ ...one, ...more(number) })),
  })
  equal(leastRepeats(hallOf(base)), 0)
  equal(leastRepeats(hallOf(withPeople((number) => ({ fixedTable: number < 2 ? 1 : null })))), 2)
  const speaking = withPeople((number) => ({
    speaks: number === 0 ? ['sv', 'es'] : number === 1 ? ['es'] : ['sv'],
  }))
  equal(leastRepeats(hallOf(speaking)), 2)
  // Nine people meet eight others; five rounds of two at a time are ten each.
  equal(leastRepeats(hallOf({ ...base, rounds: 5 })), 9)
})

test('a third meeting costs more than two second ones', () => {
  deepEqual([0, 1, 2, 3].map(costOfMeetings), [0, 0, 1, 2.5])
})
