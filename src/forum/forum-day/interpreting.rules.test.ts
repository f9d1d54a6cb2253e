import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { type Seated, tablesToInterpret } from './interpreting.rules.ts'

const seat = (name: string, speaks: string | null, part: string | null = null): Seated => ({
  ...{ number: 1, language: null, speaks, part, name, named: 1 },
})
const lost = seat('Amal', 'ar')

const cases: [string, Seated[], { interpreted: string[]; speakers: string[] } | null][] = [
  ['nobody is lost', [seat('Bo', null), seat('Eva', 'sv,ar')], null],
  ['nobody can help', [lost, seat('Bo', null)], { interpreted: [], speakers: [] }],
  [
    'an interpreter is there',
    [lost, seat('Tove', 'sv,ar', 'interpreter')],
    { interpreted: ['ar'], speakers: [] },
  ],
  ['somebody speaks both', [lost, seat('Ingrid D', 'sv,ar')], { interpreted: [], speakers: ['Ingrid D'] }],
  [
    'one of two languages',
    [lost, seat('Ana', 'es'), seat('Eva', 'sv,ar')],
    { interpreted: [], speakers: [] },
  ],
]

test('where nobody came to interpret, whoever at the table speaks the language is named', () => {
  for (const [title, seats, expected] of cases) {
    const [table] = tablesToInterpret(seats)
    const names = table?.speakers.map(({ name }) => name)
    const seen = table ? { interpreted: table.interpreted, speakers: names } : null
    deepEqual(seen, expected, title)
  }
})
