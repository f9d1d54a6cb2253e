import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { golfers } from '../../../test/seating-cast.ts'
import { design } from './design.ts'
import { type Field, fieldOf } from './field.ts'
import { judge } from './judge.ts'
import { seat } from './seat.ts'

const fields = [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27]

test('in a field every equation a · x = b has one answer, and multiplying spreads over adding', () => {
  for (const size of fields) {
    const field: Field | undefined = fieldOf(size)
    if (!field) throw new Error(`no field of ${size}`)
    const all = Array.from({ length: size }, (_, element) => element)
    for (const a of all.slice(1))
      deepEqual(
        all.map((x): number => field.times(a, x)).sort((x, y) => x - y),
        all,
      )
    for (const [a, b] of all.flatMap((one) => all.map((other) => [one, other] as const)))
      for (const c of [1, size - 1])
        equal(field.times(c, field.add(a, b)), field.add(field.times(c, a), field.times(c, b)))
  }
})

test('there is no field of a number that is no power of a prime', () => {
  for (const size of [0, 1, 6, 10, 12, 14, 15, 20]) equal(fieldOf(size), undefined, String(size))
})

test('a design has no more rounds, and no more columns, than mathematics allows', () => {
  equal(design(8, 4, 10), undefined)
  equal(design(7, 8, 2), undefined)
  equal(design(13, 7, 14), undefined)
  equal(design(8, 4, 9)?.length, 9)
})

const perfect = [
  [7, 7, 8],
  [8, 8, 9],
  [9, 9, 10],
  [5, 5, 6],
  [8, 4, 9],
  [11, 8, 11],
  [13, 8, 13],
  [13, 7, 13],
  [25, 8, 4],
] as const

test('where there is a design nobody meets twice, in as many rounds as it has', () => {
  for (const [tables, seats, rounds] of perfect) {
    const problem = golfers(tables, seats, rounds)
    const { repeats, missing, overSeats, pairSlots } = judge(problem, seat(problem).rounds)
    const name = `${tables}-${seats}-${rounds}`
    deepEqual({ repeats, missing, overSeats }, { repeats: 0, missing: 0, overSeats: 0 }, name)
    equal(pairSlots, (tables * rounds * seats * (seats - 1)) / 2, name)
  }
})

test('a design seats sectors in proportion, organisations apart and hosts in their place', () => {
  const problem = golfers(11, 8, 11)
  for (const [number, person] of problem.people.entries()) {
    person.sector = number < 22 ? 'elected' : number < 55 ? 'civil-servant' : 'civil-society'
    // Five and six of an organisation: together they fill a column.
    person.org = `organisation ${Math.trunc(number / 11)} ${Number(number % 11 < 5)}`
    if (number >= 77) Object.assign(person, { facilitator: true, fixedTable: number - 77, org: null })
  }
  const { report } = seat(problem)
  const { repeats, sectorDeviation, sameOrganisation, wrongTable, missing } = report
  deepEqual([repeats, sectorDeviation, sameOrganisation, wrongTable, missing], [0, 0, 0, 0, 0])
})
