import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  joinedOn,
  joinsOn,
  partyStandings,
  refusalToStand,
  type Standing,
  type StandingRefusal,
} from './party-standing.rules.ts'

const today = '2026-11-23'
const city = (standing: Standing['standing'], from_day: string): Standing => ({
  party_id: 'city',
  standing,
  from_day,
})
const civil = (standing: Standing['standing'], from_day: string): Standing => ({
  party_id: 'civil',
  standing,
  from_day,
})
const both = [city('joined', '2017-06-14'), civil('joined', '2017-06-14')]

type Case = [
  what: string,
  wanted: [party: string, to: Standing['standing'], fromDay: string],
  more: Standing[],
  StandingRefusal | null,
]
const cases: Case[] = [
  ['leaves from today', ['city', 'left', today], [], null],
  ['pauses from a day to come', ['city', 'paused', '2027-01-01'], [], null],
  ['is sent away by another', ['civil', 'left', today], [], 'not-your-party'],
  ['leaves yesterday', ['city', 'left', '2026-11-22'], [], 'too-early'],
  ['joins again while joined', ['city', 'joined', today], [], 'stands-so-already'],
  ['comes back from tomorrow', ['city', 'joined', '2099-01-01'], [city('paused', '2024-03-06')], null],
  ['comes back the same day', ['city', 'joined', today], [city('paused', '2024-03-06')], 'too-early'],
  [
    'says something before what it has said',
    ['city', 'left', today],
    [city('paused', '2027-01-01')],
    'too-early',
  ],
  ['comes back after it left', ['city', 'joined', today], [city('left', '2024-03-06')], 'has-left'],
  ['leaves as the last one', ['city', 'left', today], [civil('left', '2025-01-01')], 'nobody-left'],
  ['leaves while the other pauses', ['city', 'left', today], [civil('paused', '2025-01-01')], 'nobody-left'],
  ['leaves before the other goes', ['city', 'left', today], [civil('left', '2027-01-01')], 'nobody-left'],
  [
    'leaves before the other is back',
    ['city', 'left', '2026-12-01'],
    [civil('paused', '2025-01-01'), civil('joined', '2027-01-01')],
    'nobody-left',
  ],
  [
    'leaves when the other is back',
    ['city', 'left', '2027-01-01'],
    [civil('paused', '2025-01-01'), civil('joined', '2027-01-01')],
    null,
  ],
]

for (const [what, [party, to, fromDay], more, refusal] of cases) {
  test(`a party ${what}: ${refusal ?? 'done'}`, () => {
    const all = [...both, ...more]
    equal(refusalToStand({ ownParty: 'city', party, to, fromDay, today, askedOn: null, all }), refusal)
  })
}

test('whoever was asked about a change of the plan today pauses or leaves from tomorrow', () => {
  const on = (fromDay: string, askedOn: string | null) =>
    refusalToStand({ ownParty: 'city', party: 'city', to: 'left', fromDay, today, askedOn, all: both })
  equal(on(today, today), 'asked-that-day')
  equal(on('2026-11-24', today), null)
  equal(on(today, '2026-11-22'), null)
  equal(on(today, null), null)
})

test('those decide who have joined, on the very day', () => {
  const all = [...both, city('paused', '2024-03-06'), city('joined', '2025-01-01')]
  deepEqual(joinedOn(all, '2017-06-13'), [])
  deepEqual(joinedOn(all, '2024-03-05'), ['city', 'civil'])
  deepEqual(joinedOn(all, '2024-03-06'), ['civil'])
  deepEqual(joinedOn(all, '2025-01-01'), ['city', 'civil'])
})

test('whatever parties say, in whatever order, somebody decides on every day', () => {
  const day = fc
    .integer({ min: 0, max: 60 })
    .map((n) => new Date(Date.UTC(2026, 10, 23 + n)).toISOString().slice(0, 10))
  const step = fc.tuple(fc.constantFrom('city', 'civil', 'county'), fc.constantFrom(...partyStandings), day)
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const all: Standing[] = [...both, { party_id: 'county', standing: 'joined', from_day: '2020-01-01' }]
      for (const [party, to, fromDay] of steps)
        if (!refusalToStand({ ownParty: party, party, to, fromDay, today, askedOn: null, all }))
          all.push({ party_id: party, standing: to, from_day: fromDay })
      for (const { from_day } of all) ok(joinedOn(all, from_day).length > 0)
    }),
  )
})

test('who is taken in decides from the day proposed, and never on the day of the decision', () => {
  equal(joinsOn('2026-12-01', '2026-11-24'), '2026-12-01')
  equal(joinsOn('2026-11-23', '2026-11-24'), '2026-11-24')
})
