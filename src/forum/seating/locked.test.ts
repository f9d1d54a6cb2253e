import { deepEqual, equal, match, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { forum, person, seatedIn } from '../../../test/seating-cast.ts'
import { type Problem, readProblem, type Schedule } from './problem.ts'
import { reseat } from './reseat.ts'
import { seat } from './seat.ts'
import { tooManyForTheirTables } from './no-table-for-all.ts'
import { impossible, type Reason } from './unmet.ts'

const halls = fc.record({
  tables: fc.integer({ min: 2, max: 5 }),
  seats: fc.integer({ min: 2, max: 6 }),
  rounds: fc.integer({ min: 1, max: 4 }),
  seed: fc.integer({ min: 1, max: 1000 }),
})

type Lock = [number, string, number]

/** Some of the seats of a plan, by a rule of thumb that leaves some of each table. */
const someOf = (rounds: Schedule, nth: number): Lock[] =>
  rounds
    .flatMap((tables, round) => tables.flatMap((ids, table) => ids.map((id): Lock => [round, id, table])))
    .filter((_, index) => index % nth === 0)

const stays = (rounds: Schedule, locks: readonly Lock[]): boolean =>
  locks.every(([round, id, table]) => rounds[round]?.[table]?.includes(id))

test('whatever is locked stays where it is when seats are proposed anew, and when people stay away', () => {
  fc.assert(
    fc.property(halls, fc.integer({ min: 2, max: 7 }), (size, nth) => {
      const problem = forum(size)
      const before = seat(problem, { seconds: 0.01, seed: size.seed }).rounds
      const locked = someOf(before, nth)
      const { rounds, report } = seat({ ...problem, locked }, { seconds: 0.01, seed: size.seed + 1 })
      ok(stays(rounds, locked))
      deepEqual([report.missing, report.overSeats], [0, 0])
      if (report.missed.length === 0) ok(report.repeats >= report.leastRepeats)
      const gone = problem.people.at(-1)?.id ?? ''
      const left = locked.filter(([, id]) => id !== gone)
      const event = { afterRound: -1, noShows: [gone], walkIns: [] }
      ok(stays(reseat({ ...problem, locked: left }, rounds, event, { seconds: 0.01 }).rounds, left))
    }),
    { numRuns: 40 },
  )
})

test('the order in which people and locks are listed changes nothing', () => {
  const problem = forum({ tables: 5, seats: 6, rounds: 3 })
  const locked = someOf(seat(problem, { seconds: 0.02 }).rounds, 5)
  const turned: Problem = {
    ...problem,
    people: problem.people.toReversed(),
    locked: locked.toReversed(),
  }
  const [one, other] = [{ ...problem, locked }, turned].map((which) => seat(which, { seconds: 0.05 }).rounds)
  deepEqual(one, other)
})

test('a whole table that is locked is kept, and the others are mixed around it', () => {
  const problem = forum({ tables: 4, seats: 6, rounds: 2 })
  const before = seat(problem, { seconds: 0.05 }).rounds
  const locked = (before[0]?.[2] ?? []).map((id): Lock => [0, id, 2])
  const { rounds } = seat({ ...problem, locked }, { seconds: 0.05, seed: 9 })
  deepEqual(rounds[0]?.[2], before[0]?.[2])
  equal(seatedIn(rounds, 1).length, seatedIn(before, 1).length)
})

test('locks that cannot be are said when the problem is read', () => {
  const tables = [0, 1].map((id) => ({ id, seats: 2, stepFree: true }))
  const people = ['a', 'b', 'c', 'd'].map((id) => person(id, { rounds: id === 'd' ? [1] : null }))
  const read = (locked: Lock[]) => () => readProblem({ tables, rounds: 2, people, locked })
  for (const [locks, words] of [
    [[[0, 'x', 0]], /names x/],
    [[[0, 'd', 0]], /d, who is not there in round 0/],
    [[[2, 'a', 0]], /not there in round 2/],
    [[[0, 'a', 7]], /table 7/],
    [
      [
        [0, 'a', 0],
        [0, 'a', 1],
      ],
      /a in round 0 twice/,
    ],
    [
      [
        [0, 'a', 1],
        [0, 'b', 1],
        [0, 'c', 1],
      ],
      /more are locked at table 1/,
    ],
  ] as [Lock[], RegExp][])
    throws(read(locks), ({ message }: Error) => (match(message, words), true))
  equal(readProblem({ tables, rounds: 2, people, locked: [[1, 'd', 1]] }).locked?.length, 1)
})

test('a table of one language seats only who speaks it, and a loop is only at tables that have one', () => {
  const tables = [
    { id: 1, seats: 4, stepFree: true, language: 'es' },
    { id: 2, seats: 4, stepFree: true, hearingLoop: true },
    { id: 3, seats: 4, stepFree: true },
  ]
  const people = Array.from({ length: 12 }, (_, number) =>
    person(`p${String(number).padStart(2, '0')}`, {
      speaks: number < 2 ? ['es'] : number < 6 ? ['sv', 'es'] : ['sv'],
      hearingLoop: number > 9,
    }),
  )
  const { rounds, report } = seat({ tables, rounds: 3, people, priorEncounters: [] }, { seconds: 0.2 })
  deepEqual([report.wrongTable, report.withoutInterpreter, report.impossible], [0, 0, []])
  for (const round of rounds) {
    ok(round[0]?.every((id) => id < 'p06'))
    ok(['p10', 'p11'].every((id) => round[1]?.includes(id)))
  }
})

const reasons = (problem: Omit<Problem, 'priorEncounters' | 'rounds'>) =>
  impossible({ ...problem, rounds: 1, priorEncounters: [] }).map(({ why, people }): [string, string[]] => [
    why satisfies string as Reason,
    people,
  ])

test('too many beside too few interpreters are named; a table of their own language helps', () => {
  const tables = [1, 2].map((id) => ({ id, seats: 3, stepFree: true }))
  const people = ['a', 'b', 'c'].map((id) => person(id, { speaks: ['es'] }))
  const all = [...people, person('d', { speaks: ['es', 'sv'] }), person('e')]
  deepEqual(reasons({ tables, people: all }), [['too-few-interpreters', ['a', 'b', 'c']]])
  const own = [...tables, { id: 3, seats: 2, stepFree: true, language: 'es' }]
  deepEqual(reasons({ tables: own, people: all }), [])
})

test('wishes that only together cannot be met are named with as few people as it takes', () => {
  const tables = [
    { id: 1, seats: 2, stepFree: true, hearingLoop: true },
    { id: 2, seats: 3, stepFree: true },
    { id: 3, seats: 9, stepFree: false },
  ]
  const people = [
    person('a', { hearingLoop: true }),
    person('b', { fixedTable: 1 }),
    person('c', { hearingLoop: true, stepFree: true }),
    person('d', { stepFree: true }),
    person('e'),
  ]
  deepEqual(reasons({ tables, people }), [['no-table-for-all', ['a', 'b', 'c']]])
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...people), { maxLength: 9 }), (some) => {
      const crowd = some.map((one, index) => ({ ...one, id: `${one.id}${index}` }))
      const named = tooManyForTheirTables(tables, crowd)
      if (named.length === 0) return
      const fewer = crowd.filter(({ id }) => named.includes(id)).slice(1)
      deepEqual(tooManyForTheirTables(tables, fewer), [])
    }),
  )
})
