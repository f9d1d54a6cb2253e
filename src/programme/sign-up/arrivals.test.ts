import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plus } from '#platform/time.ts'
import { aRequest } from '../../../test/cast.ts'
import type { SignUpRow } from '../tables.ts'
import { type Before, decideArrivals, typed } from './arrivals.ts'
import { afterTaking, organisationKey, type Seats } from './seats.rules.ts'
import { takesSeat } from './sign-up.rules.ts'

const now = '2026-11-23T11:00:00.000Z'
const names = ['amina', 'bo', 'cleo', 'dag'] as const
const organisations = new Map([
  ['Kulturhuset', { organisation_id: 'k', organisation_name: null }],
  ['Bokbussen', typed('Bokbussen')],
])

const person = fc.record({ name: fc.constantFrom(...names), email: fc.constantFrom(null, 'bo@example.org') })
const arrival = fc
  .record({
    name: fc.constantFrom(...names),
    capacity: fc.constantFrom('resident', 'civil-society', 'academia'),
    organisation: fc.constantFrom(null, 'Kulturhuset', 'Bokbussen'),
    seats: fc.integer({ min: 1, max: 4 }),
    companions: fc.array(person, { maxLength: 2 }),
    isKnown: fc.boolean(),
    seconds: fc.constantFrom(0, 60, 600),
  })
  .map(({ name, isKnown, seconds, ...form }) => ({
    request: aRequest(name, form, isKnown),
    letters: { now: plus(now, { seconds }) },
  }))
const room = fc.record({
  free: fc.integer({ min: 0, max: 8 }),
  kept: fc.integer({ min: 0, max: 3 }),
  organisationMax: fc.constantFrom(null, 1, 3),
})

const seatsIn = ({
  free,
  kept,
  organisationMax,
}: {
  free: number
  kept: number
  organisationMax: number | null
}) => ({
  ...{ free, organisationMax, ofOrganisation: new Map<string, number>() },
  kept: new Map([['civil-society' as const, { kept: Math.min(kept, free), taken: 0 }]]),
})

/** How things stand, as the database would tell it after these sign-ups. */
function standing(seats: Seats, rows: readonly SignUpRow[]): Before {
  const taken = rows.filter(({ state }) => takesSeat(state))
  return {
    eventId: 'e',
    seats: taken.reduce(
      (left, row) => afterTaking(left, { capacity: row.capacity, organisation: organisationKey(row) }),
      seats,
    ),
    earlier: rows,
    companions: rows.filter((row) => row.brought_by !== null),
    organisations,
  }
}

test('those who are decided together get what they would have got one after another', () => {
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 12 }), room, (arrivals, given) => {
      const seats = seatsIn(given)
      const rows: SignUpRow[] = []
      const alone = arrivals.flatMap((one) => {
        const decided = decideArrivals([one], standing(seats, rows))
        rows.push(...decided.flatMap((each) => each.rows))
        return decided
      })
      const together = decideArrivals(arrivals, standing(seats, []))
      const told = (decided: typeof alone) =>
        decided.map((one) => ({
          ...{ places: one.places, isSentAgain: one.isSentAgain, known: one.known?.email ?? null },
          rows: one.rows.map(({ id: _id, brought_by: by, ...row }) => ({ ...row, isBrought: by !== null })),
        }))
      deepEqual(told(together), told(alone))
    }),
    { numRuns: 300 },
  )
})

test('nobody is written down twice, and never a seat more than there is', () => {
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 12 }), room, (arrivals, given) => {
      const rows = decideArrivals(arrivals, standing(seatsIn(given), [])).flatMap((one) => one.rows)
      const emails = rows.flatMap(({ email }) => email ?? [])
      equal(new Set(emails).size, emails.length)
      equal(rows.filter(({ state }) => takesSeat(state)).length <= given.free, true)
    }),
    { numRuns: 300 },
  )
})
