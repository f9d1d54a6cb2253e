import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isLinkOld, refusalToDecide, refusalToLeave, signatoryStates } from './signatory.rules.ts'
import { refusalToAskAbout, refusalToEditVersion } from './version.rules.ts'

type Decided = Parameters<typeof refusalToDecide>[0]
const waiting: Decided = { state: 'waiting', answer: 'accept', reason: null, isOnList: false }
const cases: [what: string, Partial<Decided>, ReturnType<typeof refusalToDecide>][] = [
  ['accepts one that waits', {}, null],
  ['turns one down without a reason', { answer: 'turn-down' }, 'reason-missing'],
  ['turns one down with a reason', { answer: 'turn-down', reason: 'Inte i Malmö.' }, null],
  ['accepts one whose address is not confirmed', { state: 'unconfirmed' }, 'not-confirmed'],
  ['accepts one that has joined', { state: 'joined' }, 'decided-already'],
  ['accepts one that was turned down', { state: 'turned-down' }, 'decided-already'],
  ['accepts one that has left', { state: 'left' }, 'decided-already'],
  ['accepts one that stands on the list by another form', { isOnList: true }, 'joined-already'],
  ['turns such a one down', { isOnList: true, answer: 'turn-down', reason: 'Redan med.' }, null],
]
for (const [what, given, refusal] of cases)
  test(`the office ${what}: ${refusal ?? 'done'}`, () => {
    equal(refusalToDecide({ ...waiting, ...given }), refusal)
  })

test('only who stands on the list can leave it', () => {
  for (const state of signatoryStates)
    equal(refusalToLeave({ state }), state === 'joined' ? null : 'not-on-list')
})

test('a mailed link grows old only before it is pressed', () => {
  const [asked_at, before, later] = ['2026-11-01T10:00:00Z', '2026-10-30T10:00:00Z', '2026-11-02T10:00:00Z']
  equal(isLinkOld({ state: 'unconfirmed', asked_at }, before), false)
  equal(isLinkOld({ state: 'unconfirmed', asked_at }, later), true)
  equal(isLinkOld({ state: 'waiting', asked_at }, later), false)
})

test('a version is worded and asked about until it is in force, and rests while it is asked about', () => {
  const draft = { in_force_on: null, changed_at: 'a', seen: 'a', isAsked: false }
  equal(refusalToEditVersion(draft), null)
  equal(refusalToEditVersion({ ...draft, isAsked: true }), 'version-asked-about')
  equal(refusalToEditVersion({ ...draft, in_force_on: '2017-06-14' }), 'version-in-force')
  equal(refusalToAskAbout(draft), null)
  equal(refusalToAskAbout({ ...draft, seen: 'b' }), 'changed-meanwhile')
})
