import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Mark, resultsOf } from './results.rules.ts'
import {
  answersMin,
  isTimeToRemind,
  knownOf,
  refusalToAnswer,
  refusalToChange,
  refusalToPlan,
  refusalToRead,
  surveyState,
} from './survey.rules.ts'

const dates = { opens_on: '2026-11-20', closes_on: '2026-12-11', closed_at: null }

test('a survey is open from its first day to its last', () => {
  equal(surveyState(dates, '2026-11-19'), 'planned')
  equal(surveyState(dates, '2026-11-20'), 'open')
  equal(surveyState(dates, '2026-12-11'), 'open')
  equal(surveyState(dates, '2026-12-12'), 'closed')
  equal(surveyState({ ...dates, closed_at: '2026-12-01T02:00:00.000Z' }, '2026-12-01'), 'closed')
})

test('there is one survey a year, and everybody has time to answer', () => {
  const plan = { hasOne: false, opensOn: '2026-11-24', closesOn: '2026-12-15', today: '2026-11-23' }
  equal(refusalToPlan(plan), null)
  equal(refusalToPlan({ ...plan, hasOne: true }), 'year-has-one')
  equal(refusalToPlan({ ...plan, opensOn: '2026-11-22' }), 'opens-in-the-past')
  equal(refusalToPlan({ ...plan, closesOn: '2026-12-07' }), 'closes-too-soon')
  equal(refusalToPlan({ ...plan, closesOn: '2026-12-08' }), null)
  equal(refusalToPlan({ ...plan, closesOn: '2027-04-01' }), 'closes-too-late')
  equal(refusalToChange(plan, 1), 'sent-already')
  equal(refusalToChange(plan, 0), null)
})

test('whoever has the newest link answers while the survey is open', () => {
  equal(refusalToAnswer('planned', false), 'not-open-yet')
  equal(refusalToAnswer('open', false), null)
  equal(refusalToAnswer('open', true), 'link-replaced')
  equal(refusalToAnswer('closed', false), 'closed')
  equal(refusalToRead('open'), 'not-closed-yet')
  equal(refusalToRead('closed'), null)
})

test('those who are silent are reminded when the end is near', () => {
  equal(isTimeToRemind('2026-12-11', '2026-12-02'), false)
  equal(isTimeToRemind('2026-12-11', '2026-12-03'), true)
  equal(isTimeToRemind('2026-12-11', '2026-12-12'), false)
})

test('an answer knows the sector of its sender where at least five such were asked', () => {
  const asked = [
    ...Array.from({ length: 5 }, () => ({ sector: 'civil-society', kind: 'association' })),
    { sector: 'city', kind: 'department' },
  ]
  const known = knownOf(asked)
  deepEqual(known[0], { sector: 'civil-society', kind: 'association' })
  deepEqual(known[5], { sector: null, kind: null })
})

const marks = fc.array(
  fc.record({
    position: fc.integer({ min: 1, max: 3 }),
    mark: fc.option(fc.integer({ min: 1, max: 5 })),
    sector: fc.option(fc.constantFrom('civil-society', 'city', 'business')),
    kind: fc.option(fc.constantFrom('association', 'department')),
  }),
  { maxLength: 90 },
)

test('no shown group, and nothing that is left when the shown ones are taken away, is one to four answers', () => {
  fc.assert(
    fc.property(marks, (given: Mark[]) => {
      for (const { all, sector, kind } of resultsOf(given)) {
        if (!all) {
          deepEqual([sector, kind], [{}, {}])
          continue
        }
        ok(all.answers >= answersMin)
        for (const groups of [sector, kind]) {
          const counts = Object.values(groups).map(({ answers }) => answers)
          const rest = all.answers - counts.reduce((sum, count) => sum + count, 0)
          ok(counts.every((count) => count >= answersMin))
          ok(rest === 0 || rest >= answersMin || counts.length === 0)
        }
      }
    }),
  )
})

test('a mean is of the marks that were given; who can’t say is not counted', () => {
  const five = [1, 2, 3, 4, 5, null].map((mark) => ({ position: 1, mark, sector: null, kind: null }))
  deepEqual(resultsOf(five)[0]?.all, { answers: 5, mean: 3 })
})
