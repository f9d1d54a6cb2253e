import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Capacity } from '../tables.ts'
import {
  afterTaking,
  type Asking,
  decideSeats,
  keepsSeats,
  organisationKey,
  refusalToBecome,
  type Seats,
  sectorsWithSeats,
  whyNoSeat,
} from './seats.rules.ts'

type Kept = Partial<Record<Capacity, [kept: number, taken: number]>>

interface Given {
  free: number
  kept?: Kept
  organisationMax?: number | null
  has?: Record<string, number>
}

/** Seats as the database would tell of them: '[5, 2]' are five kept seats of which two are taken. */
const seatsWith = ({ free, kept = {}, organisationMax = null, has = {} }: Given): Seats => ({
  ...{ free, organisationMax, ofOrganisation: new Map(Object.entries(has)) },
  kept: new Map(
    Object.entries(kept).map(([capacity, [keptSeats, taken]]) => [
      capacity as Capacity,
      { kept: keptSeats, taken },
    ]),
  ),
})
const as = (capacity: Capacity, organisation: string | null = null): Asking => ({ capacity, organisation })

const cases: [string, Given, Asking, ReturnType<typeof whyNoSeat>][] = [
  ['a seat is free', { free: 1 }, as('resident'), null],
  ['no seat is free', { free: 0 }, as('resident'), 'full'],
  ['a change of capacity left fewer than none', { free: -2 }, as('resident'), 'full'],
  [
    'the last seats are kept for others',
    { free: 2, kept: { elected: [3, 1] } },
    as('resident'),
    'kept-for-others',
  ],
  ['one seat more than is kept for others', { free: 3, kept: { elected: [3, 1] } }, as('resident'), null],
  [
    'they are kept for those who take part as the same',
    { free: 2, kept: { elected: [3, 1] } },
    as('elected'),
    null,
  ],
  [
    'the own kept seats are taken, the rest kept for others',
    { free: 2, kept: { elected: [2, 2], academia: [2, 0] } },
    as('elected'),
    'kept-for-others',
  ],
  ['more than the kept seats were taken', { free: 1, kept: { elected: [2, 9] } }, as('resident'), null],
  [
    'full comes before kept',
    { free: 0, kept: { elected: [3, 3] }, organisationMax: 1, has: { a: 1 } },
    as('resident', 'a'),
    'full',
  ],
  [
    'the organisation has its share',
    { free: 5, organisationMax: 2, has: { a: 2 } },
    as('resident', 'a'),
    'organisation-has-its-share',
  ],
  [
    'more than its share, since the share was made smaller',
    { free: 5, organisationMax: 2, has: { a: 4 } },
    as('resident', 'a'),
    'organisation-has-its-share',
  ],
  ['one seat below the share', { free: 5, organisationMax: 2, has: { a: 1 } }, as('resident', 'a'), null],
  ['another organisation', { free: 5, organisationMax: 2, has: { a: 2 } }, as('resident', 'b'), null],
  ['nobody is limited who comes alone', { free: 5, organisationMax: 1, has: { a: 2 } }, as('resident'), null],
  ['no share is set', { free: 5, has: { a: 99 } }, as('resident', 'a'), null],
]

for (const [name, seats, asking, expected] of cases)
  test(`who gets a seat: ${name}`, () => equal(whyNoSeat(seatsWith(seats), asking), expected))

test('the release gives every seat to all: nothing is kept, and no organisation has a most', () => {
  const before = seatsWith({ free: 1, kept: { elected: [1, 0] }, organisationMax: 1, has: { a: 1 } })
  equal(whyNoSeat(before, as('resident', 'a')), 'kept-for-others')
  equal(whyNoSeat(seatsWith({ free: 1 }), as('resident', 'a')), null)
  equal(keepsSeats({ kept_until: '2026-12-01T07:00:00.000Z', released_at: null }), true)
  equal(
    keepsSeats({ kept_until: '2026-12-01T07:00:00.000Z', released_at: '2026-12-01T07:00:01.000Z' }),
    false,
  )
  equal(keepsSeats({ kept_until: null, released_at: null }), false)
})

test('a taken seat is counted everywhere: of the free ones, of the sector, of the organisation', () => {
  const left = afterTaking(
    seatsWith({ free: 3, kept: { elected: [2, 0] }, has: { a: 1 } }),
    as('elected', 'a'),
  )
  deepEqual(
    [left.free, left.kept.get('elected'), left.ofOrganisation.get('a')],
    [2, { kept: 2, taken: 1 }, 2],
  )
  const other = afterTaking(seatsWith({ free: 3, kept: { elected: [2, 0] } }), as('resident', 'b'))
  deepEqual(
    [other.free, other.kept.get('elected'), other.ofOrganisation.get('b')],
    [2, { kept: 2, taken: 0 }, 1],
  )
})

test('of a group so many get a seat as there are, in order; who fits later is not held up by who does not', () => {
  const seats = seatsWith({ free: 3, kept: { elected: [1, 0] }, organisationMax: 1 })
  const { hasSeat, left } = decideSeats(seats, [
    as('resident', 'a'),
    as('resident', 'a'),
    as('resident', 'b'),
    as('resident', 'c'),
    as('elected'),
    as('elected'),
  ])
  deepEqual(hasSeat, [true, false, true, false, true, false])
  equal(left.free, 0)
})

const become: [string, Given, Asking, Asking, ReturnType<typeof refusalToBecome>][] = [
  ['nothing changes', { free: 0, kept: { elected: [1, 1] } }, as('elected'), as('elected'), null],
  ['an ordinary seat of a full event', { free: 0 }, as('resident'), as('business'), null],
  [
    'a kept seat cannot be taken along',
    { free: 0, kept: { elected: [1, 1] } },
    as('elected'),
    as('resident'),
    'seat-kept-for-sector',
  ],
  [
    'of a kept seat, when another is free',
    { free: 1, kept: { elected: [1, 1] } },
    as('elected'),
    as('resident'),
    null,
  ],
  [
    'one more than are kept of the sector',
    { free: 0, kept: { elected: [1, 2] } },
    as('elected'),
    as('resident'),
    null,
  ],
  [
    'into a kept seat, which makes the own one free',
    { free: 1, kept: { elected: [1, 0] } },
    as('resident'),
    as('elected'),
    null,
  ],
  [
    'into an organisation that has its share',
    { free: 3, organisationMax: 1, has: { a: 1 } },
    as('resident'),
    as('resident', 'a'),
    'organisation-has-its-share',
  ],
  [
    'the own organisation stays, though the share was made smaller',
    { free: 3, organisationMax: 1, has: { a: 2 } },
    as('resident', 'a'),
    as('resident', 'a'),
    null,
  ],
  [
    'the own seat counts no longer for the own organisation',
    { free: 3, organisationMax: 1, has: { a: 1 } },
    as('resident', 'a'),
    as('business', 'a'),
    null,
  ],
]

for (const [name, seats, has, wanted, expected] of become)
  test(`to become somebody else on a seat: ${name}`, () =>
    equal(refusalToBecome(seatsWith(seats), has, wanted), expected))

test('the form says for whom there are seats', () => {
  const all: Capacity[] = ['elected', 'resident', 'academia']
  deepEqual(sectorsWithSeats(seatsWith({ free: 1, kept: { elected: [1, 0] } }), all), ['elected'])
  deepEqual(sectorsWithSeats(seatsWith({ free: 0 }), all), [])
  deepEqual(sectorsWithSeats(seatsWith({ free: 1 }), all), all)
})

test('an organisation is the one of the directory, or what was typed, however it was written', () => {
  equal(organisationKey({ organisation_id: 'o1', organisation_name: null }), 'o1')
  equal(organisationKey({ organisation_id: null, organisation_name: ' Möllans Vänner ' }), 'möllans vänner')
  equal(organisationKey({ organisation_id: null, organisation_name: '  ' }), null)
  equal(organisationKey({ organisation_id: null, organisation_name: null }), null)
})
