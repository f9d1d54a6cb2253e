import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { interpretingAt } from '../table-prints/print.rules.ts'
import { wallChanges } from '../table-prints/wall-changes.rules.ts'
import { lastBegun, refusalToPropose, refusalToTake, whoCouldHost, whyNotTicked } from './reseating.rules.ts'

const wanted = { rounds: 3, afterRound: 1, away: 2, seated: 1, told: 20 }

for (const [name, given, expected] of [
  ['with a round to come and somebody away', wanted, null],
  ['after the last round', { ...wanted, afterRound: 3 }, 'no-round-left'],
  ['when nobody is away and nobody came', { ...wanted, away: 0, seated: 0 }, 'nobody-chosen'],
  ['when nobody would be left', { ...wanted, away: 20, seated: 0 }, 'nobody-left'],
  ['when all are new', { ...wanted, away: 20, seated: 1 }, null],
] as const)
  test(`seats are given anew ${name}: ${expected ?? 'yes'}`, () => equal(refusalToPropose(given), expected))

test('a proposal is taken once, and only by somebody who saw these seats', () => {
  const at = '2026-11-24T12:00:00.000Z'
  equal(refusalToTake({ taken_at: null, version: 4 }, 4), null)
  equal(refusalToTake({ taken_at: null, version: 4 }, 5), 'seats-have-changed')
  equal(refusalToTake({ taken_at: at, version: 4 }, 4), 'taken-already')
})

for (const [told, checkedIn, hasBegun, expected] of [
  [52, 0, false, 'nobody-checked-in'],
  [52, 0, true, 'nobody-checked-in'],
  [52, 1, false, 'too-few-checked-in'],
  [52, 25, false, 'too-few-checked-in'],
  [52, 26, false, null],
  [3, 1, false, 'too-few-checked-in'],
  [52, 1, true, null],
  [1, 1, false, null],
] as const)
  test(`with ${checkedIn} of ${told} in ${hasBegun ? 'after' : 'before'} the first round: ${expected ?? 'ticked'}`, () =>
    equal(whyNotTicked({ told, checkedIn, hasBegun }), expected))

test('the last round that has begun stays as it is', () => {
  const at = '2026-11-24T12:00:00.000Z'
  equal(lastBegun([]), 0)
  equal(lastBegun([{ number: 1, started_at: null }]), 0)
  equal(
    lastBegun([
      { number: 1, started_at: at },
      { number: 2, started_at: at },
      { number: 3, started_at: null },
    ]),
    2,
  )
})

test('whoever takes notes could host, else who stays longest, never who interprets or speaks no Swedish', () => {
  const guest = { id: 'b', part: 'guest', speaks: ['sv'], rounds: 1 }
  equal(whoCouldHost([]), null)
  equal(
    whoCouldHost([
      { ...guest, part: 'interpreter' },
      { ...guest, speaks: ['es'] },
    ]),
    null,
  )
  equal(whoCouldHost([guest, { ...guest, id: 'a', rounds: 2 }]), 'a')
  equal(whoCouldHost([guest, { ...guest, id: 'a', speaks: ['sv', 'es'] }]), 'a')
  equal(
    whoCouldHost([
      { ...guest, rounds: 3 },
      { ...guest, id: 'n', part: 'note-taker' },
    ]),
    'n',
  )
  equal(whoCouldHost([guest, { ...guest, id: 'a' }]), 'a')
})

test('the list of interpreters says who needs what, and who came to interpret before who merely speaks it', () => {
  const one = (name: string, part: string, ...speaks: string[]) => ({ name, part, speaks })
  const here = [
    one('Ana', 'guest', 'es'),
    one('Luz', 'guest', 'es'),
    one('Tolk', 'interpreter', 'sv', 'es'),
    one('Eva', 'guest', 'sv', 'es'),
    one('Joe', 'guest', 'en'),
  ]
  const [english, spanish] = interpretingAt(here, null)
  equal(JSON.stringify(english), '{"language":"en","needed":1,"interpreters":[],"speakers":[]}')
  equal(JSON.stringify(spanish), '{"language":"es","needed":2,"interpreters":["Tolk"],"speakers":["Eva"]}')
  equal(interpretingAt(here.slice(0, 2), 'es').length, 0)
})

test('on the wall are those who moved and those who were seated, by name, and nobody else', () => {
  const people = [
    { id: 'a', name: 'Östen' },
    { id: 'b', name: 'Åsa' },
    { id: 'c', name: 'Zoe' },
  ]
  const proposal = {
    seated: ['a'],
    seats: [
      { round: 2, table: 3, signUpId: 'a' },
      { round: 2, table: 3, signUpId: 'c' },
    ],
    moved: [{ round: 2, signUpId: 'b', from: 1, to: 2 }],
  }
  equal(
    wallChanges(proposal, people)
      .map(({ name, from, to }) => `${name} ${from}-${to}`)
      .join(', '),
    'Åsa 1-2, Östen null-3',
  )
  equal(wallChanges(null, people).length, 0)
})
