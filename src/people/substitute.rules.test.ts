import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  actsFor,
  refusalToEndSubstitute,
  refusalToNameSubstitute,
  type SubstituteRefusal,
} from './substitute.rules.ts'

const asked = {
  ...{ ownParty: 'city', party: 'city', today: '2026-11-23', fromDay: '2026-11-23', untilDay: '2026-12-06' },
  ...{ lastDay: '2027-02-20', coordinates: false, standsInElsewhere: false },
}

const cases: [what: string, Partial<typeof asked>, SubstituteRefusal | null][] = [
  ['by its own coordinator, from today', {}, null],
  ['for one day', { untilDay: '2026-11-23' }, null],
  ['by the other party', { party: 'civil' }, 'not-your-party'],
  ['for days that are over', { fromDay: '2026-11-22' }, 'too-early'],
  ['backwards', { untilDay: '2026-11-22' }, 'backwards'],
  ['until its last day', { untilDay: '2027-02-20' }, null],
  ['for longer than that', { untilDay: '2027-02-21' }, 'too-long'],
  ['who coordinates', { coordinates: true }, 'coordinates-already'],
  ['who stands in for another', { standsInElsewhere: true }, 'stands-in-for-another'],
]

for (const [what, given, refusal] of cases)
  test(`a substitute is named ${what}: ${refusal ?? 'done'}`, () => {
    equal(refusalToNameSubstitute({ ...asked, ...given }), refusal)
  })

test('a substitute ends early by the party that named it, once', () => {
  const one = { ownParty: 'city', party: 'city', endedAt: null }
  equal(refusalToEndSubstitute(one), null)
  equal(refusalToEndSubstitute({ ...one, party: 'civil' }), 'not-your-party')
  equal(refusalToEndSubstitute({ ...one, endedAt: '2026-11-23T11:00:00.000Z' }), 'ended-already')
})

test('one answers for one’s own party, or as a substitute on the days named', () => {
  const named = { party_id: 'civil', from_day: '2026-11-23', until_day: '2026-12-06', ended_at: null }
  const days = ['2026-11-22', '2026-11-23', '2026-12-06', '2026-12-07']
  const inForIt = { party: 'civil', asSubstitute: true }
  deepEqual(
    days.map((day) => actsFor(null, [named], day)),
    [null, inForIt, inForIt, null],
  )
  equal(actsFor(null, [{ ...named, ended_at: '2026-11-20T11:00:00.000Z' }], '2026-11-23'), null)
  equal(actsFor(null, [], '2026-11-23'), null)
  deepEqual(actsFor('city', [named], '2026-11-23'), { party: 'city', asSubstitute: false })
})
