import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  callState,
  isCandidate,
  refusalToAnswer,
  refusalToConfirm,
  refusalToElect,
  refusalToNominate,
  refusalToRecommend,
  refusalToSave,
  wipeBefore,
} from './nominations.rules.ts'

const call = {
  opens_on: '2026-11-01',
  closes_on: '2026-11-20',
  election_on: '2026-12-01',
  elected_at: null,
}
const elected = { ...call, elected_at: '2026-12-01T18:00:00.000Z' }
const [yes, no] = ['2026-11-10T10:00:00.000Z', '2026-11-11T10:00:00.000Z']

test('a call is open from its first day to its last, and nobody is nominated at another time', () => {
  const days = ['2026-10-31', '2026-11-01', '2026-11-20', '2026-11-21']
  deepEqual(
    days.map((day) => [callState(call, day), refusalToNominate(call, day)]),
    [
      ['planned', 'not-open-yet'],
      ['open', null],
      ['open', null],
      ['closed', 'call-closed'],
    ],
  )
  equal(callState(elected, '2026-11-10'), 'elected')
  equal(refusalToNominate(elected, '2026-11-10'), 'elected-already')
})

test('what was sent in time is confirmed within a week, until the election', () => {
  const sent = '2026-11-20T20:00:00.000Z'
  equal(refusalToConfirm(sent, call, '2026-11-27T20:00:00.000Z'), null)
  equal(refusalToConfirm(sent, call, '2026-11-27T20:00:01.000Z'), 'too-late')
  equal(refusalToConfirm('2026-11-30T20:00:00.000Z', call, '2026-12-02T08:00:00.000Z'), 'elected-already')
  equal(refusalToConfirm(sent, elected, '2026-11-21T08:00:00.000Z'), 'elected-already')
})

test('whoever is nominated says yes or no until the election; a no stays a no, and only a yes counts', () => {
  equal(refusalToAnswer({ consented_at: null, declined_at: null }, call), null)
  equal(refusalToAnswer({ consented_at: yes, declined_at: null }, call), null)
  equal(refusalToAnswer({ consented_at: null, declined_at: no }, call), 'declined-already')
  equal(refusalToAnswer({ consented_at: yes, declined_at: null }, elected), 'elected-already')
  deepEqual(
    [
      { consented_at: null, declined_at: null },
      { consented_at: yes, declined_at: null },
      { consented_at: yes, declined_at: no },
    ].map(isCandidate),
    [false, true, false],
  )
})

test('each side calls for its own seats, and a call that has begun keeps its first day', () => {
  const save = { party: 'city', callParty: 'city', before: call, after: call, day: '2026-11-10' }
  equal(refusalToSave(save), null)
  equal(refusalToSave({ ...save, party: 'civil-society' }), 'not-your-seat')
  equal(refusalToSave({ ...save, party: null }), 'not-your-seat')
  equal(refusalToSave({ ...save, before: elected }), 'elected-already')
  equal(refusalToSave({ ...save, after: { ...call, opens_on: '2026-11-12' } }), 'began-already')
  equal(refusalToSave({ ...save, day: '2026-10-20', after: { ...call, opens_on: '2026-11-12' } }), null)
  equal(refusalToSave({ ...save, after: { ...call, closes_on: '2026-11-09' } }), 'closes-in-the-past')
  equal(refusalToSave({ ...save, after: { ...call, closes_on: '2026-11-30' } }), null)
  equal(refusalToSave({ ...save, day: '2026-11-25' }), null, 'a day that went by is not moved')
  equal(
    refusalToSave({ ...save, before: null, after: { ...call, closes_on: '2026-11-01' } }),
    'closes-in-the-past',
  )
})

test('what a committee recommends is written down by its side, when nobody is nominated any more', () => {
  equal(refusalToRecommend('city', 'city', call, '2026-11-21'), null)
  equal(refusalToRecommend('city', 'city', call, '2026-11-20'), 'still-open')
  equal(refusalToRecommend('civil-society', 'city', call, '2026-11-21'), 'not-your-seat')
  equal(refusalToRecommend('city', 'city', elected, '2026-12-02'), 'elected-already')
})

test('elected is who said yes to such a seat, once, from the day of the meeting, by their own side', () => {
  const candidate = (id: string, given = {}) => ({
    ...{ id, body: 'board', seat_id: null, consented_at: yes, declined_at: null },
    ...given,
  })
  const candidates = [
    candidate('a'),
    candidate('b', { seat_id: 'seat-2' }),
    candidate('silent', { consented_at: null }),
    candidate('elsewhere', { body: 'committee' }),
  ]
  const seat = (id: string) => ({ id, body: 'board' })
  const electing = { party: 'city', callParty: 'city', call, day: '2026-12-01', candidates }
  const cases: [string, { nomination: string; seat: { id: string; body: string } }[], string | null][] = [
    ['nobody', [], null],
    ['two into two', [choice('a', 'seat-1'), choice('b', 'seat-2')], null],
    ['into a seat they did not say yes to', [choice('b', 'seat-1')], 'not-a-candidate'],
    ['who has not answered', [choice('silent', 'seat-1')], 'not-a-candidate'],
    ['for another body', [choice('elsewhere', 'seat-1')], 'not-a-candidate'],
    ['a stranger', [choice('x', 'seat-1')], 'not-a-candidate'],
    ['one into two', [choice('a', 'seat-1'), choice('a', 'seat-2')], 'elected-twice'],
  ]
  function choice(nomination: string, id: string) {
    return { nomination, seat: seat(id) }
  }
  for (const [name, chosen, expected] of cases) equal(refusalToElect({ ...electing, chosen }), expected, name)
  equal(refusalToElect({ ...electing, chosen: [], day: '2026-11-30' }), 'before-the-meeting')
  equal(refusalToElect({ ...electing, chosen: [], party: 'civil-society' }), 'not-your-seat')
  equal(refusalToElect({ ...electing, chosen: [], call: elected }), 'elected-already')
})

test('names are kept for a month after an election, and for half a year after a call that nobody decided about', () => {
  deepEqual(wipeBefore('2026-12-31T12:00:00.000Z'), {
    electedBefore: '2026-12-01T12:00:00.000Z',
    closedBefore: '2026-07-04',
    askedBefore: '2026-12-24T12:00:00.000Z',
  })
})
