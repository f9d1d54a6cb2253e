import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { checkForm, type Filled } from '#platform/form.ts'
import { NamedCompanion, SignUp } from './sign-up-form.ts'

const filled: Filled = { name: 'Bo Ek', email: 'bo@example.org', capacity: 'resident' }

function read(fields: Filled) {
  const answer = checkForm({ ...filled, ...fields }, SignUp)
  if (answer.ok) return answer.value
  throw new Error(JSON.stringify(answer.mistakes))
}
const mistakes = (fields: Filled): object => {
  const answer = checkForm({ ...filled, ...fields }, SignUp)
  return answer.ok ? {} : answer.mistakes
}

const lines: [string, string, { name: string; email: string | null }[]][] = [
  ['a name alone', 'Eva Ek', [{ name: 'Eva Ek', email: null }]],
  ['a name and an address', 'Eva Ek eva@example.org', [{ name: 'Eva Ek', email: 'eva@example.org' }]],
  ['as in a mail program', 'Eva Ek <Eva@Example.org>', [{ name: 'Eva Ek', email: 'eva@example.org' }]],
  ['the address first', 'eva@example.org, Eva Ek', [{ name: 'Eva Ek', email: 'eva@example.org' }]],
  ['brackets and semicolons', '(eva@example.org); Eva  Ek', [{ name: 'Eva Ek', email: 'eva@example.org' }]],
  ['an address alone', 'eva@example.org', [{ name: 'eva@example.org', email: 'eva@example.org' }]],
  [
    'empty lines',
    '\n  Eva Ek  \r\n\r\n Ali\n',
    [
      { name: 'Eva Ek', email: null },
      { name: 'Ali', email: null },
    ],
  ],
  ['nobody', ' \n ', []],
]
for (const [name, companions, expected] of lines)
  test(`those who come along: ${name}`, () => deepEqual(read({ companions }).companions, expected))

test('what is no address is told of, and so are more people than may come together', () => {
  deepEqual(mistakes({ companions: 'Eva eva@example' }), { companions: 'sign-up.form.companions-wrong' })
  deepEqual(mistakes({ companions: 'å'.repeat(201) }), { companions: 'sign-up.form.companions-wrong' })
  deepEqual(mistakes({ companions: 'Ali\n'.repeat(7) }), {})
  deepEqual(mistakes({ companions: 'Ali\n'.repeat(8) }), { companions: 'sign-up.form.companions-too-many' })
})

test('one seat unless more are asked for, whole and few', () => {
  equal(read({}).seats, 1)
  equal(read({ seats: '8' }).seats, 8)
  for (const seats of ['0', '9', '1.5', '-1', 'många', '1e9'])
    deepEqual(mistakes({ seats }), { seats: 'sign-up.form.seats-wrong' }, seats)
})

test('whoever is named later may have an address or none', () => {
  const named = (fields: Filled): unknown => {
    const answer = checkForm(fields, NamedCompanion)
    return answer.ok ? [answer.value.name, answer.value.email] : answer.mistakes
  }
  deepEqual(named({ name: ' Eva Ek ', email: 'Eva@example.org' }), ['Eva Ek', 'eva@example.org'])
  deepEqual(named({ name: 'Eva', email: '' }), ['Eva', null])
  deepEqual(named({ name: '', email: '' }), { name: 'sign-up.form.name-missing' })
})
