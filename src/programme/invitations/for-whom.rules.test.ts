import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { capacitiesFor, isToldTo, refusalByForWhom, refusalToSetForWhom } from './for-whom.rules.ts'

const everyone = { for_whom: 'everyone', for_capacities: '', unlisted: 0 } as const
const elected = { for_whom: 'sectors', for_capacities: 'elected,civil-servant', unlisted: 0 } as const
const invited = { for_whom: 'invitation', for_capacities: '', unlisted: 0 } as const

const by = (kind: 'person' | 'organisation' | 'follower', left = 1, taken_back_at: string | null = null) => ({
  kind,
  left,
  taken_back_at,
})

test('an event for everybody takes anybody, one for sectors their people, one by invitation those invited', () => {
  const cases = [
    [everyone, 'resident', null, null],
    [everyone, null, null, null],
    [elected, 'elected', null, null],
    [elected, 'civil-servant', null, null],
    [elected, 'civil-society', null, 'other-sector'],
    // Part of another word is not the word.
    [{ for_whom: 'sectors', for_capacities: 'civil-servant' }, 'other', null, 'other-sector'],
    [elected, null, null, null],
    [elected, 'civil-society', by('follower'), 'other-sector'],
    [elected, 'civil-society', by('person'), null],
    [invited, 'elected', null, 'by-invitation'],
    [invited, 'elected', by('follower'), 'by-invitation'],
    [invited, 'elected', by('person'), null],
    [invited, null, by('organisation', 3), null],
    [invited, 'elected', by('organisation', 0), 'used-up'],
    [everyone, 'elected', by('organisation', 0), null],
    [invited, 'elected', by('person', 1, '2026-11-01T00:00:00.000Z'), 'taken-back'],
    [everyone, 'elected', by('person', 1, '2026-11-01T00:00:00.000Z'), 'taken-back'],
  ] as const
  for (const [event, capacity, invitation, expected] of cases)
    equal(refusalByForWhom(event, { capacity, invitation }), expected)
})

test('an invitation holds as many people as it says, also when they come together', () => {
  const invitation = by('organisation', 2)
  equal(refusalByForWhom(invited, { capacity: 'elected', invitation, people: 2 }), null)
  equal(refusalByForWhom(invited, { capacity: 'elected', invitation, people: 3 }), 'used-up')
})

test('the form offers what people may take part as', () => {
  const all = ['civil-society', 'elected', 'civil-servant'] as const
  deepEqual(capacitiesFor(elected, all), ['elected', 'civil-servant'])
  deepEqual(capacitiesFor(everyone, all), all)
  deepEqual(capacitiesFor(invited, all), all)
})

test('followers are told of what they may come to, and never of what is in no list', () => {
  equal(isToldTo(everyone, null), true)
  equal(isToldTo(elected, 'elected'), true)
  equal(isToldTo(elected, null), true)
  equal(isToldTo(elected, 'resident'), false)
  equal(isToldTo(invited, 'elected'), false)
  equal(isToldTo({ ...invited, unlisted: 1 }, 'elected'), false)
})

test('whom it is for is decided before it begins', () => {
  const event = { cancelled_at: null, starts_at: '2026-12-01T10:00:00.000Z' }
  equal(refusalToSetForWhom(event, '2026-12-01T09:59:59.999Z'), null)
  equal(refusalToSetForWhom(event, '2026-12-01T10:00:00.000Z'), 'already-begun')
  equal(
    refusalToSetForWhom({ ...event, cancelled_at: '2026-11-01T10:00:00.000Z' }, '2026-11-02T00:00:00.000Z'),
    'event-cancelled',
  )
})
