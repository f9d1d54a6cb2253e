import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { forum, person, seatedIn } from '../../../test/seating-cast.ts'
import { seatingCommand } from './command.ts'
import type { DoorEvent } from './problem.ts'
import { reseat } from './reseat.ts'
import { seat } from './seat.ts'

const problem = forum({ tables: 6, seats: 8, rounds: 3 })
const base = seat(problem, { seconds: 0.6 }).rounds

const event: DoorEvent = {
  afterRound: 0,
  noShows: ['p006', 'p014', 'p040', 'p041'],
  walkIns: [
    person('new-1', { sector: 'elected', org: 'a new one' }),
    person('new-2', { sector: 'civil-society', org: 'another', rounds: [1, 2] }),
  ],
}

test('when some do not come and others do, all rules hold again and hardly anybody changes', () => {
  const { rounds, report } = reseat(problem, base, event)
  deepEqual(
    rounds[0],
    base[0]?.map((table) => table.filter((id) => !event.noShows.includes(id))),
  )
  const { missing, sameOrganisation, withoutInterpreter, wrongTable, sectorDeviation, overSeats } =
    report.coming
  deepEqual(
    [missing, sameOrganisation, withoutInterpreter, wrongTable, sectorDeviation, overSeats],
    [0, 0, 0, 0, 0, 0],
  )
  deepEqual(report.missed, [])
  ok(report.changedSeats <= 8, `${report.changedSeats} of ${report.toldSeats} seats changed`)
  equal(report.moved.length, report.changedSeats)
  for (const round of [1, 2]) {
    ok(seatedIn(rounds, round).includes('new-2'))
    ok(!seatedIn(rounds, round).includes('p006'))
  }
  for (const { round, person: id, from, to } of report.moved) {
    ok(base[round]?.[from]?.includes(id))
    ok(rounds[round]?.[to]?.includes(id))
  }
})

test('when nobody is missing and nobody new came, nobody changes', () => {
  const { rounds, report } = reseat(problem, base, { afterRound: -1, noShows: [], walkIns: [] })
  equal(report.changedSeats, 0)
  deepEqual(
    rounds.map((round) => round.map((table) => table.toSorted())),
    base.map((round) => round.map((table) => table.toSorted())),
  )
})

test('what no plan can meet is named, with the people it takes', () => {
  const tables = [0, 1].map((id) => ({ id, seats: 3, stepFree: id === 0 }))
  const people = [
    person('ana', { speaks: ['es'] }),
    person('bo', { org: 'x', fixedTable: 1 }),
    person('cleo', { org: 'x', fixedTable: 1 }),
    person('dag', { org: 'x' }),
    person('eva', { rounds: [1] }),
  ]
  const { report } = seat({ tables, rounds: 2, people, priorEncounters: [] }, { seconds: 0.05 })
  const named = report.impossible
    .filter(({ round }) => round === 0)
    .map(({ why, people: who }) => `${why}: ${who.join(' ')}`)
  deepEqual(named.sort(), [
    'nobody-interprets: ana',
    'one-organisation-fixed-together: bo cleo',
    'organisation-larger-than-tables: bo cleo dag',
  ])
  equal(report.missing, 0)
  ok(report.missed.some(({ why }) => why === 'same-organisation'))
})

test('more people than seats: as many as there are seats sit, and the others are named', () => {
  const tables = [{ id: 0, seats: 2, stepFree: true }]
  const people = ['a', 'b', 'c'].map((id) => person(id))
  const { rounds, report } = seat({ tables, rounds: 1, people, priorEncounters: [] }, { seconds: 0.05 })
  deepEqual(rounds, [[['a', 'b']]])
  deepEqual(report.missed, [{ why: 'no-chair', round: 0, people: ['c'] }])
  deepEqual(
    report.impossible.map(({ why }) => why),
    ['more-people-than-seats'],
  )
})

test('the command prints a plan, and says kindly what it cannot read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'malmoandan-seating-'))
  const inFolder = (name: string, content: unknown): string => {
    const place = join(folder, name)
    writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content))
    return place
  }
  const run = (...args: string[]) => {
    const said = { out: '', wrong: '' }
    const code = seatingCommand(
      args,
      (text) => void (said.out += text),
      (text) => void (said.wrong += text),
    )
    return { code, ...said }
  }
  try {
    const file = inFolder('problem.json', problem)
    const plan = run(file, '--seconds', '0.05', '--seed', '2')
    equal(plan.code, 0)
    equal((JSON.parse(plan.out) as { rounds: unknown[] }).rounds.length, 3)
    const eventFile = inFolder('event.json', event)
    const again = run(file, '--event', eventFile, '--base', inFolder('base.json', base), '--seconds', '0.1')
    equal((JSON.parse(again.out) as { report: { toldSeats: number } }).report.toldSeats, 88)
    for (const [args, words] of [
      [[], /Name one file/],
      [[join(folder, 'none.json')], /no such file/],
      [[inFolder('bad.json', '{')], /bad\.json/],
      [[inFolder('few.json', { tables: [] })], /problem\.tables[\s\S]*problem\.people/],
      [[file, '--seconds', 'ten'], /--seconds is a number/],
      [[file, '--event', eventFile], /belong together/],
      [
        [
          inFolder('twice.json', {
            ...problem,
            people: [problem.people[0], problem.people[0]],
            priorEncounters: [],
          }),
        ],
        /there twice/,
      ],
    ] as const) {
      const answer = run(...args)
      equal(answer.code, 2)
      match(answer.wrong, words)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
