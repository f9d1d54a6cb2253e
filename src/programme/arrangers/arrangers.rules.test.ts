import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { mistakesIn, type Side, sideMissing, type SideMissing, sideOfSector } from './arrangers.rules.ts'
import { endOf } from './light-event.rules.ts'

const cases: [series: string, arranging: Side[], SideMissing | null][] = [
  ['information-sessions', [], 'nobody'],
  ['information-sessions', ['other'], 'nobody'],
  ['information-sessions', ['city'], 'civil-society'],
  ['information-sessions', ['civil-society', 'other', 'civil-society'], 'city'],
  ['information-sessions', ['civil-society', 'city'], null],
  ['inspirational-lectures', ['city'], null],
  ['dialogforum', [], null],
]

test('an information session belongs to both sides, and its desk says which of them is missing', () => {
  for (const [series, arranging, missing] of cases)
    equal(sideMissing(series, arranging), missing, `${series}: ${arranging.join(', ')}`)
})

test('the directory says whose side an organisation is on', () => {
  deepEqual(['civil-society', 'city', 'academia', 'business', 'region'].map(sideOfSector), [
    ...['civil-society', 'city', 'other', 'other', 'other'],
  ])
})

test('whoever is not in the directory is told apart by a side, and nobody arranges twice', () => {
  const lines = [
    { name: 'Malmö stad', side: null, known: '1' },
    { name: 'City of Malmö', side: null, known: '1' },
    { name: 'Bokcirkeln', side: null, known: null },
    { name: 'Kören', side: 'civil-society', known: null },
    { name: 'KÖREN', side: 'other', known: null },
  ] as const
  deepEqual(
    [...mistakesIn(lines)],
    [
      [1, 'twice'],
      [2, 'side'],
      [4, 'twice'],
    ],
  )
})

test('the short form knows when an event ends, also past midnight', () => {
  deepEqual(endOf('17:30', 90), { ends: '19:00', daysLater: 0 })
  deepEqual(endOf('23:30', 30), { ends: '00:00', daysLater: 1 })
  deepEqual(endOf('22:15', 180), { ends: '01:15', daysLater: 1 })
})
