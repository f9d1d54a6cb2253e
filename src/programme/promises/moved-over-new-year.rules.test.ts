import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { yearItLeft } from './moved-over-new-year.rules.ts'

const summer = '2026-06-15T10:00:00.000Z'
const lastEvening = '2026-12-31T22:30:00.000Z'
const newYear = '2026-12-31T23:00:00.000Z'
const spring = '2027-04-01T10:00:00.000Z'
const from = (starts_at: string) => ({ before: { starts_at } })

const cases: [string, string, { before: { starts_at?: string } }[], number | null][] = [
  ['never changed', spring, [], null],
  ['another place only', spring, [{ before: {} }], null],
  ['moved within its year', summer, [from(lastEvening)], null],
  ['moved half an hour, over New Year in Malmö', newYear, [from(lastEvening)], 2026],
  ['moved into the year before', lastEvening, [from(newYear)], 2027],
  ['moved away and back', summer, [from(spring), from(lastEvening)], null],
  ['moved twice', spring, [from(newYear), from(summer)], 2026],
]

for (const [name, startsAt, changes, left] of cases)
  test(`the year an event left: ${name}`, () => equal(yearItLeft({ startsAt, changes }), left))
