import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  type Answer,
  type JointRefusal,
  outcomeOf,
  refusalToAnswer,
  refusalToProposeParty,
  refusalToWithdraw,
} from './joint-decision.rules.ts'

type Asked = Parameters<typeof refusalToAnswer>[0]

const city = { party: 'city', asSubstitute: false }
const asked: Asked = {
  ...{
    acting: city,
    joined: ['city', 'civil'],
    state: 'open',
    answered: [],
    answer: 'yes',
    hasReason: false,
  },
}

const cases: [what: string, Partial<Asked>, JointRefusal | null][] = [
  ['of a coordinator', {}, null],
  ['of a substitute', { acting: { party: 'city', asSubstitute: true } }, null],
  ['of somebody who speaks for nobody', { acting: null }, 'not-a-party'],
  ['of a party that has paused', { joined: ['civil'] }, 'not-a-party'],
  ['to what is decided', { state: 'carried' }, 'ended-already'],
  ['to what was taken back', { state: 'withdrawn' }, 'ended-already'],
  ['given twice', { answered: ['city'] }, 'answered-already'],
  ['after the other’s', { answered: ['civil'] }, null],
  ['that is no, without a reason', { answer: 'no' }, 'no-needs-a-reason'],
  ['that is no, with a reason', { answer: 'no', hasReason: true }, null],
]
for (const [what, given, refusal] of cases)
  test(`an answer ${what}: ${refusal ?? 'counts'}`, () => {
    equal(refusalToAnswer({ ...asked, ...given }), refusal)
  })

const said = (party_id: string, answer: Answer) => ({ party_id, answer })

test('nothing without both', () => {
  equal(outcomeOf([], ['city', 'civil']), 'open')
  equal(outcomeOf([said('city', 'yes')], ['city', 'civil']), 'open')
  equal(outcomeOf([said('city', 'yes'), said('civil', 'yes')], ['city', 'civil']), 'carried')
  equal(outcomeOf([said('city', 'yes'), said('civil', 'no')], ['city', 'civil']), 'refused')
  equal(outcomeOf([said('city', 'yes')], ['city']), 'carried')
  equal(outcomeOf([], []), 'open')
})

test('whatever is answered, what is carried has the yes of every party, and no no', () => {
  const parties = ['a', 'b', 'c', 'd']
  const answers = fc.array(fc.tuple(fc.constantFrom(...parties), fc.constantFrom<Answer>('yes', 'no')))
  fc.assert(
    fc.property(answers, fc.subarray(parties), (given, joined) => {
      const all = given.map(([party, answer]) => said(party, answer))
      if (outcomeOf(all, joined) !== 'carried') return
      ok(joined.every((party) => all.some((one) => one.party_id === party)))
      ok(all.every(({ answer }) => answer === 'yes'))
    }),
  )
})

test('only the party that asked takes its question back, while it is open', () => {
  const decision = { party_id: 'city', state: 'open' } as const
  equal(refusalToWithdraw(city, decision), null)
  equal(refusalToWithdraw({ party: 'civil', asSubstitute: false }, decision), 'not-your-question')
  equal(refusalToWithdraw(null, decision), 'not-your-question')
  equal(refusalToWithdraw(city, { ...decision, state: 'refused' }), 'ended-already')
})

test('a party joins tomorrow at the earliest, with somebody who speaks for no other', () => {
  const party = { fromDay: '2026-11-24', today: '2026-11-23', coordinates: false }
  equal(refusalToProposeParty(party), null)
  equal(refusalToProposeParty({ ...party, fromDay: '2026-11-23' }), 'too-early')
  equal(refusalToProposeParty({ ...party, coordinates: true }), 'coordinates-already')
})
