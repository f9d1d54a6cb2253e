import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  type Answer,
  type AnswerRefusal,
  holdsFrom,
  outcomeOf,
  partiesOf,
  type ProposeRefusal,
  refusalToAnswer,
  refusalToPropose,
  refusalToWrite,
  shownState,
  type WriteRefusal,
} from './revision.rules.ts'

const parties = ['city', 'civil']

for (const [state, ended_on, today, shown, from] of [
  ['in-force', '2026-12-18', '2026-12-18', 'adopted', '2027-01-01'],
  ['in-force', '2026-12-18', '2026-12-31', 'adopted', '2027-01-01'],
  ['in-force', '2026-12-18', '2027-01-01', 'in-force', '2027-01-01'],
  ['in-force', '2027-03-05', '2027-03-05', 'in-force', '2027-03-05'],
  ['refused', '2026-12-18', '2026-12-18', 'refused', '2026-12-18'],
  ['proposed', null, '2026-12-18', 'proposed', null],
] as const)
  test(`of a plan from New Year, what ended ${ended_on} as ${state} is ${shown} on ${today}`, () => {
    const revision = { state, ended_on, starts_on: '2027-01-01' }
    deepEqual([shownState(revision, today), holdsFrom(revision)], [shown, from])
  })
const yes = (party_id: string, version = 2): Answer => ({ party_id, version, answer: 'yes' })
const no = (party_id: string, version = 2): Answer => ({ party_id, version, answer: 'no' })
const asked = { version: 2, decideBy: '2026-12-20', parties, today: '2026-11-23' }

type Outcome = ReturnType<typeof outcomeOf>
const outcomes: [what: string, Partial<Parameters<typeof outcomeOf>[0]>, Outcome][] = [
  ['nobody’s answer', { answers: [] }, { state: 'proposed', awaits: parties }],
  ['one yes', { answers: [yes('city')] }, { state: 'proposed', awaits: ['civil'] }],
  ['both', { answers: [yes('city'), yes('civil')] }, { state: 'in-force' }],
  [
    'a yes to an earlier version',
    { answers: [yes('city'), yes('civil', 1)] },
    { state: 'proposed', awaits: ['civil'] },
  ],
  ['a no', { answers: [yes('city'), no('civil')] }, { state: 'refused', by: 'civil' }],
  ['a no to an earlier version', { answers: [no('civil', 1)] }, { state: 'proposed', awaits: parties }],
  [
    'both on the last day',
    { answers: parties.map((one) => yes(one)), today: '2026-12-20' },
    { state: 'in-force' },
  ],
  [
    'both, the day after it',
    { answers: parties.map((one) => yes(one)), today: '2026-12-21' },
    { state: 'lapsed' },
  ],
  ['one yes, the day after it', { answers: [yes('city')], today: '2026-12-21' }, { state: 'lapsed' }],
  ['one yes, when the other has left', { answers: [yes('city')], parties: ['city'] }, { state: 'in-force' }],
  [
    'only the yes of the one that has left',
    { answers: [yes('civil')], parties: ['city'] },
    { state: 'proposed', awaits: ['city'] },
  ],
  [
    'both, when a third has joined',
    { answers: parties.map((one) => yes(one)), parties: [...parties, 'new'] },
    { state: 'proposed', awaits: ['new'] },
  ],
  [
    'a yes, when there is no party',
    { answers: [yes('city')], parties: [] },
    { state: 'proposed', awaits: [] },
  ],
]
for (const [what, given, outcome] of outcomes)
  test(`${what} leads to: ${outcome.state}`, () => {
    deepEqual(outcomeOf({ ...asked, answers: [], ...given }), outcome)
  })

test('whatever is answered, what is in force has the yes of every party of the day to this version', () => {
  const all = ['a', 'b', 'c']
  const answer = fc.record({
    party_id: fc.constantFrom(...all),
    version: fc.integer({ min: 1, max: 3 }),
    answer: fc.constantFrom('yes' as const, 'no' as const),
  })
  fc.assert(
    fc.property(
      fc.array(answer),
      fc.subarray(all),
      fc.integer({ min: 1, max: 3 }),
      (answers, joined, version) => {
        if (outcomeOf({ ...asked, answers, parties: joined, version }).state !== 'in-force') return
        const now = answers.filter((one) => one.version === version)
        ok(joined.length > 0 && now.every((one) => one.answer === 'yes'))
        ok(joined.every((party) => now.some((one) => one.party_id === party)))
      },
    ),
  )
})

type Answering = Parameters<typeof refusalToAnswer>[0]
const answering: Answering = {
  ...{
    state: 'proposed',
    version: 2,
    seen: 2,
    decideBy: '2026-12-20',
    partyId: 'civil',
    standing: 'coordinator',
  },
  ...{ parties, answers: [yes('city')], answer: 'yes', reason: {}, today: '2026-11-23' },
}
const answers: [what: string, Partial<Answering>, AnswerRefusal | null][] = [
  ['of a coordinator', {}, null],
  ['of a substitute', { standing: 'substitute' }, null],
  ['of somebody who decides for nobody', { standing: null }, 'not-your-party'],
  ['of a party that has paused', { parties: ['city'] }, 'party-does-not-decide'],
  ['to a draft', { state: 'draft', decideBy: null }, 'not-proposed'],
  ['to what has ended', { state: 'withdrawn' }, 'not-proposed'],
  ['to what has been worded anew', { seen: 1 }, 'changed-meanwhile'],
  ['on the last day', { today: '2026-12-20' }, null],
  ['after the last day', { today: '2026-12-21' }, 'last-day-passed'],
  ['given twice', { answers: [yes('civil')] }, 'answered-already'],
  ['after one to an earlier version', { answers: [no('civil', 1)] }, null],
  ['that is no, without a reason', { answer: 'no' }, 'no-needs-a-reason'],
  ['that is no, with a reason', { answer: 'no', reason: { sv: 'Nej' } }, null],
]
for (const [what, given, refusal] of answers)
  test(`an answer ${what}: ${refusal ?? 'counts'}`, () => {
    equal(refusalToAnswer({ ...answering, ...given }), refusal)
  })

type Proposing = Parameters<typeof refusalToPropose>[0]
const proposing: Proposing = {
  ...{ state: 'draft', version: 1, seen: 1, partyId: 'city', byParty: 'city', parties, reason: { sv: 'R' } },
  ...{ decideBy: '2026-12-20', today: '2026-11-23', latest: '2027-05-25' },
}
const writes: [what: string, Partial<Proposing>, WriteRefusal | null][] = [
  ['by its own party', {}, null],
  ['that is proposed already', { state: 'proposed' }, null],
  ['by the other party', { byParty: 'civil' }, 'not-your-party'],
  ['by nobody’s coordinator', { byParty: undefined }, 'not-your-party'],
  ['of a party that has left', { parties: ['civil'] }, 'party-does-not-decide'],
  ['that is in force', { state: 'in-force' }, 'has-ended'],
  ['that was refused', { state: 'refused' }, 'has-ended'],
  ['opened before it was changed', { version: 2 }, 'changed-meanwhile'],
]
for (const [what, given, refusal] of writes)
  test(`a proposal is worded ${what}: ${refusal ?? 'done'}`, () => {
    equal(refusalToWrite({ ...proposing, ...given }), refusal)
    equal(refusalToPropose({ ...proposing, ...given }), refusal)
  })

const proposals: [what: string, Partial<Proposing>, ProposeRefusal | null][] = [
  ['without a reason', { reason: {} }, 'reason-missing'],
  ['with today as its last day', { decideBy: '2026-11-23' }, null],
  ['with a last day that has passed', { decideBy: '2026-11-22' }, 'last-day-passed'],
  ['with the latest last day', { decideBy: '2027-05-25' }, null],
  ['with a last day after that', { decideBy: '2027-05-26' }, 'last-day-far-off'],
]
for (const [what, given, refusal] of proposals)
  test(`something is proposed ${what}: ${refusal ?? 'done'}`, () => {
    equal(refusalToPropose({ ...proposing, ...given }), refusal)
  })

test('it takes the yes of those who were asked and of those who are there when it is decided', () => {
  deepEqual(partiesOf(['city', 'civil'], ['city']), ['city', 'civil'])
  deepEqual(partiesOf(['city'], ['city', 'county']), ['city', 'county'])
  deepEqual(partiesOf([], ['city']), ['city'])
})
