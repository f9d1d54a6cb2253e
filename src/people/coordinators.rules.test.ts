import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  type EndingRefusal,
  mayNameFor,
  type NamingRefusal,
  refusalToEnd,
  refusalToName,
} from './coordinators.rules.ts'

const ownParty = 'city'
const other = 'civil-society'

const naming: [party: string, coordinators: number, coordinatesAlready: boolean, NamingRefusal | null][] = [
  [ownParty, 1, false, null],
  [ownParty, 7, false, null],
  [ownParty, 1, true, 'coordinates-already'],
  [other, 0, false, null],
  [other, 0, true, 'coordinates-already'],
  [other, 1, false, 'not-your-party'],
  [other, 2, true, 'not-your-party'],
]

for (const [party, coordinators, coordinatesAlready, refusal] of naming) {
  const who = `${coordinatesAlready ? 'a coordinator' : 'somebody'} for ${party}, which has ${coordinators}`
  test(`a coordinator of the city names ${who}: ${refusal ?? 'done'}`, () => {
    equal(refusalToName({ ownParty, party, coordinators, coordinatesAlready }), refusal)
  })
}

test('the choice of parties is the same as the rule', () => {
  const open = naming.map(([party, coordinators]) => mayNameFor({ ownParty, party, coordinators }))
  deepEqual(open, [true, true, true, true, true, false, false])
})

const until = '2026-11-23T11:00:00.000Z'
const ending: [party: string, coordinators: number, until: string | null, EndingRefusal | null][] = [
  [ownParty, 2, null, null],
  [ownParty, 1, null, 'last-coordinator'],
  [ownParty, 2, until, 'ended-already'],
  [ownParty, 1, until, 'ended-already'],
  [other, 2, null, 'not-your-party'],
  [other, 1, null, 'not-your-party'],
  [other, 2, until, 'not-your-party'],
]

for (const [party, coordinators, until, refusal] of ending) {
  const who = `${until ? 'somebody who was' : 'one of'} ${coordinators} of ${party}`
  test(`a coordinator of the city ends ${who}: ${refusal ?? 'done'}`, () => {
    equal(refusalToEnd({ ownParty, party, coordinators, until }), refusal)
  })
}
