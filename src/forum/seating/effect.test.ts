import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { forum, person } from '../../../test/seating-cast.ts'
import { changed, effectsOn, type Step } from './effect.ts'
import { judge } from './judge.ts'
import type { Problem, Schedule } from './problem.ts'
import { seat } from './seat.ts'
import { missed } from './unmet.ts'

const problem: Problem = {
  tables: [1, 2].map((id) => ({ id, seats: 3, stepFree: true })),
  rounds: 2,
  people: [
    person('a', { sector: 'elected', facilitator: true }),
    person('b', { speaks: ['es'] }),
    person('c', { speaks: ['es', 'sv'] }),
    person('d', { facilitator: true }),
    person('e', { org: 'x' }),
    person('f', { org: 'x' }),
  ],
  priorEncounters: [['b', 'd', 2]],
}
const schedule: Schedule = [
  [
    ['a', 'b', 'c'],
    ['d', 'e'],
  ],
  [
    ['a', 'e'],
    ['b', 'c', 'd'],
  ],
]

test('the effect of a move is told: who meets again, what breaks, which sector is missing', () => {
  const effect = effectsOn(problem, schedule)
  const moved = effect(0, [['a', 1]])
  deepEqual(moved.meetAgain, [['a', 'e']])
  deepEqual(moved.withoutSector, [{ table: 1, sector: 'elected' }])
  deepEqual(moved.withSector, [{ table: 2, sector: 'elected' }])
  deepEqual(moved.hostless, [1])
  const interpreterGone = effect(0, [
    ['c', 1],
    ['e', 0],
  ])
  deepEqual(
    interpreterGone.broken.map(({ why, people, round, table }) => [why, people, round, table]),
    [['without-interpreter', ['b'], 0, 1]],
  )
  deepEqual(interpreterGone.noLonger, [['b', 'c']])
  const comes = effect(0, [['f', 1]])
  deepEqual(
    [comes.mended.map(({ why }) => why), comes.broken.map(({ why }) => why)],
    [['no-chair'], ['same-organisation']],
  )
  deepEqual(effect(0, [['f', 0]]).overfull, [1])
  deepEqual(effect(0, [['b', 1]]).metEarlier, [['b', 'd']])
  deepEqual(
    effect(0, [['a', -1]]).broken.map(({ why }) => why),
    ['no-chair'],
  )
})

test('whatever changes places, the effect is the difference that the judge sees', () => {
  const size = fc.record({ tables: fc.integer({ min: 2, max: 4 }), seats: fc.integer({ min: 2, max: 5 }) })
  fc.assert(
    fc.property(size, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 99 }), (hall, one, other, seed) => {
      const asked = { ...forum({ ...hall, rounds: 3, seed }), priorEncounters: [] }
      const { rounds } = seat(asked, { seconds: 0.005, seed })
      const here = (rounds[1] ?? []).flatMap((ids, place) => ids.map((id): Step => [id, place]))
      const [a, b] = [here[one % here.length], here[other % here.length]]
      if (!a || !b) return
      const steps: Step[] = [
        [a[0], b[1]],
        [b[0], a[1]],
      ]
      const after = rounds.map((tables, round) => (round === 1 ? changed(tables, steps) : tables))
      const told = effectsOn(asked, rounds)(1, steps)
      const [was, is] = [judge(asked, rounds), judge(asked, after)]
      equal(told.meetAgain.length - told.noLonger.length, is.repeats - was.repeats)
      equal(told.mix, is.sectorDeviation - was.sectorDeviation)
      equal(is.missing, was.missing)
      const ofRules = (all: typeof told.broken) => all.filter(({ why }) => why !== 'same-organisation').length
      equal(
        ofRules(told.broken) - ofRules(told.mended),
        ofRules(missed(asked, after)) - ofRules(missed(asked, rounds)),
      )
    }),
    { numRuns: 60 },
  )
})
