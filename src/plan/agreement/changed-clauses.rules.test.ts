import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { changedClauses } from './changed-clauses.rules.ts'

const clause = (key: string, about: string) => ({ key, name: { sv: key }, about: { sv: about, en: 'x' } })
const was = [clause('dialogue', 'Vi pratar.'), clause('quality', 'Vi mäter.')]

const cases: [string, typeof was, string[]][] = [
  [
    'what says the same in another order of languages is no change',
    [
      { key: 'dialogue', name: { sv: 'dialogue' }, about: { en: 'x', sv: 'Vi pratar.' } },
      clause('quality', 'Vi mäter.'),
    ],
    [],
  ],
  [
    'other words are a change',
    [clause('dialogue', 'Vi lyssnar.'), clause('quality', 'Vi mäter.')],
    ['dialogue: Vi pratar. > Vi lyssnar.'],
  ],
  [
    'what came is empty before, and what went comes last',
    [clause('insight', 'Alla ser.'), clause('dialogue', 'Vi pratar.')],
    ['insight:  > Alla ser.', 'quality: Vi mäter. > '],
  ],
]

for (const [name, is, expected] of cases)
  test(name, () => {
    const told = changedClauses(was, is).map(
      (one) => `${one.name.sv}: ${one.before.about.sv ?? ''} > ${one.after.about.sv ?? ''}`,
    )
    deepEqual(told, expected)
  })
