import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { whatBecomes } from './follow-lunches.rules.ts'
import { inheritanceOf } from './inherit.rules.ts'
import {
  answerDueOn,
  daysLate,
  isPublic,
  mayBecome,
  needStates,
  refusalToJoin,
  refusalToMakeLunch,
  refusalToMatch,
} from './need.rules.ts'
import { type Behind, inOrder, pointsOf, type Queued } from './queue.rules.ts'
import { areAlike, tellingWords } from '#platform/telling-words.rules.ts'
import { similarTo } from './similar.rules.ts'

const now = '2026-11-23T11:00:00.000Z'

const behind = (...organisations: (string | null)[]): Behind[] =>
  organisations.map((organisation, index) => ({ organisation, person: `person-${index}` }))
const queued = (number: number, since: string, ...organisations: (string | null)[]): Queued => ({
  number,
  since,
  behind: behind(...organisations),
})

test('organisations count one by one, people on their own together, and whole months of waiting', () => {
  const cases: [Behind[], string, number, number, number, number][] = [
    [[], now, 0, 0, 0, 0],
    [behind('a'), now, 1, 0, 0, 1],
    [behind('a', 'a', 'a'), now, 1, 0, 0, 1],
    [behind('a', 'b', null), now, 2, 1, 0, 3],
    [behind(null, null, null, null), now, 0, 4, 0, 1],
    [behind('a'), '2026-10-24T11:00:00.000Z', 1, 0, 0, 1],
    [behind('a'), '2026-10-23T10:00:00.000Z', 1, 0, 1, 2],
    [behind('a'), '2026-05-23T10:00:00.000Z', 1, 0, 6, 7],
    // Somebody who seconded two needs that were joined is one person.
    [[...behind(null), ...behind(null)], now, 0, 1, 0, 1],
  ]
  for (const [all, since, organisations, alone, months, sum] of cases)
    deepEqual(pointsOf({ since, behind: all }, now), { organisations, alone, months, sum })
})

test('most points stand first, then the longest wait, then the number', () => {
  const all = [
    queued(1, '2026-11-20T08:00:00.000Z', 'a'),
    queued(2, '2026-11-19T08:00:00.000Z', 'a'),
    queued(3, '2026-11-20T08:00:00.000Z', 'a'),
    queued(4, '2026-11-22T08:00:00.000Z', 'a', 'b', 'c'),
    queued(5, '2026-08-20T08:00:00.000Z', null),
  ]
  deepEqual(
    inOrder(all, now).map(({ number }) => number),
    [5, 4, 2, 1, 3],
  )
})

test('the order does not depend on the order that the needs come in, and one more organisation never hurts', () => {
  const need = fc.record({
    since: fc.integer({ min: 0, max: 300 }),
    organisations: fc.array(fc.constantFrom('a', 'b', 'c', null), { maxLength: 6 }),
  })
  fc.assert(
    fc.property(fc.array(need, { maxLength: 8 }), fc.nat(), (given, seed) => {
      const all = given.map(({ since, organisations }, index) =>
        queued(index + 1, new Date(Date.parse(now) - since * 86_400_000).toISOString(), ...organisations),
      )
      const numbers = inOrder(all, now).map(({ number }) => number)
      const turned = [...all.slice(seed % (all.length || 1)), ...all.slice(0, seed % (all.length || 1))]
      deepEqual(
        inOrder(turned.toReversed(), now).map(({ number }) => number),
        numbers,
      )
      const [first] = all
      if (!first) return
      const more = { ...first, behind: [...first.behind, { organisation: 'new', person: 'new' }] }
      const after = inOrder([more, ...all.slice(1)], now).map(({ number }) => number)
      ok(after.indexOf(1) <= numbers.indexOf(1))
    }),
  )
})

test('a need is answered within six months, also when it was handed in on the last day of one', () => {
  const cases: [string, string][] = [
    ['2026-05-23T10:00:00.000Z', '2026-11-23'],
    ['2027-08-31T10:00:00.000Z', '2028-02-29'],
    ['2026-08-31T10:00:00.000Z', '2027-02-28'],
    ['2028-02-29T10:00:00.000Z', '2028-08-29'],
    // Late in the evening it is the next day where people live.
    ['2026-06-30T22:30:00.000Z', '2027-01-01'],
  ]
  for (const [handedIn, due] of cases) equal(answerDueOn(handedIn), due)
})

test('that the answer is late is said of what waits, from the day after', () => {
  const due = { answer_due_on: '2026-11-22' }
  equal(daysLate({ ...due, state: 'open' }, '2026-11-22'), null)
  equal(daysLate({ ...due, state: 'open' }, '2026-11-23'), 1)
  equal(daysLate({ ...due, state: 'matched' }, '2026-12-02'), 10)
  for (const state of ['planned', 'met', 'answered', 'withdrawn', 'new', 'turned-down'] as const)
    equal(daysLate({ ...due, state }, '2026-12-02'), null)
})

test('what is met, answered or withdrawn stays so; nothing is met without having been planned', () => {
  for (const over of ['met', 'answered', 'withdrawn'] as const)
    deepEqual(
      needStates.filter((state) => mayBecome(over, state)),
      [],
    )
  deepEqual(
    needStates.filter((state) => mayBecome(state, 'met')),
    ['planned'],
  )
  deepEqual(
    needStates.filter((state) => mayBecome(state, 'open')),
    ['new', 'joined', 'matched', 'planned', 'turned-down'],
  )
  ok(!needStates.some((state) => mayBecome(state, 'new')))
})

test('nobody sees a need that was not opened, or was turned down', () => {
  equal(isPublic({ state: 'new', opened_at: null }), false)
  equal(isPublic({ state: 'withdrawn', opened_at: null }), false)
  equal(isPublic({ state: 'turned-down', opened_at: now }), false)
  equal(isPublic({ state: 'answered', opened_at: now }), true)
})

test('a need is joined with one that waits and stands on its own', () => {
  const open = { id: 'a', state: 'open' } as const
  equal(refusalToJoin(open, { id: 'b', state: 'open' }), null)
  equal(refusalToJoin(open, { id: 'b', state: 'planned' }), null)
  equal(refusalToJoin(open, open), 'same-need')
  equal(refusalToJoin(open, { id: 'b', state: 'joined' }), 'other-is-joined')
  equal(refusalToJoin(open, { id: 'b', state: 'answered' }), 'other-not-waiting')
  equal(refusalToJoin({ id: 'a', state: 'matched' }, { id: 'b', state: 'open' }), 'not-open')
})

test('a need is matched with an offer that stands and is about it, what is joined with it, or nothing else', () => {
  const open = { id: 'a', state: 'open' } as const
  const offer = (need_id: string | null, state = 'open') => ({ need_id, state })
  equal(refusalToMatch(open, offer(null), ['a']), null)
  equal(refusalToMatch(open, offer('b'), ['a', 'b']), null)
  equal(refusalToMatch(open, offer('c'), ['a', 'b']), 'offer-for-another')
  equal(refusalToMatch(open, offer(null, 'withdrawn'), ['a']), 'offer-gone')
  equal(refusalToMatch(open, undefined, ['a']), 'offer-gone')
  equal(refusalToMatch({ id: 'a', state: 'joined' }, offer(null), ['a']), 'not-open')
})

test('a lunch is made once, of a need that is matched, for a day to come', () => {
  const later = { startsAt: '2026-12-01T11:00:00.000Z', now }
  equal(refusalToMakeLunch({ state: 'matched' }, false, later), null)
  equal(refusalToMakeLunch({ state: 'matched' }, true, later), 'has-a-lunch')
  equal(refusalToMakeLunch({ state: 'open' }, false, later), 'not-matched')
  equal(refusalToMakeLunch({ state: 'matched' }, false, { startsAt: now, now }), 'begins-in-the-past')
})

test('what was joined into a need that goes away lives on: the first handed in takes its place', () => {
  const joined = [
    { id: 'c', handed_in_at: '2026-03-01', number: 3 },
    { id: 'a', handed_in_at: '2026-01-01', number: 7 },
    { id: 'b', handed_in_at: '2026-01-01', number: 2 },
  ]
  deepEqual(inheritanceOf(joined), { heir: 'b', others: ['a', 'c'] })
  deepEqual(inheritanceOf([]), { heir: null, others: [] })
})

test('a need follows its lunch', () => {
  const lunch = { published_at: now, cancelled_at: null, ends_at: '2026-11-20T12:00:00.000Z' }
  const at = (materials: number, when = now) => ({ materials, now: when })
  equal(whatBecomes('matched', { ...lunch, published_at: null }, at(0)), null)
  equal(whatBecomes('matched', lunch, at(0)), 'planned')
  equal(whatBecomes('matched', { ...lunch, cancelled_at: now }, at(0)), null)
  equal(whatBecomes('planned', { ...lunch, cancelled_at: now }, at(3)), 'called-off')
  equal(whatBecomes('planned', lunch, at(1)), 'met')
  equal(whatBecomes('planned', lunch, at(0)), null, 'materials have a week to come')
  equal(whatBecomes('planned', lunch, at(0, '2026-11-27T12:00:00.000Z')), 'met-without')
  equal(whatBecomes('planned', { ...lunch, ends_at: '2026-12-01T12:00:00.000Z' }, at(1)), null)
})

test('similar needs share words that say what they are about, in any language', () => {
  deepEqual(tellingWords('Vi vill förstå hur föreningar bokar lokaler i Malmö.'), ['bokar', 'lokaler'])
  const alike: [string, string, boolean][] = [
    ['lokal', 'lokaler', true],
    ['lokaler', 'föreningslokal', true],
    ['bidrag', 'bidragen', true],
    ['ansöka', 'ansökan', true],
    ['skola', 'skolgård', false],
    ['barn', 'barnen', false],
  ]
  for (const [one, other, expected] of alike) equal(areAlike(one, other), expected, `${one} ${other}`)
  const need = { id: 'a', words: { sv: 'Hur bokar man en lokal på kvällen?' } }
  const others = [
    need,
    { id: 'b', words: { sv: 'Vi vill boka föreningslokaler', en: 'We want to book rooms' } },
    { id: 'c', words: { sv: 'Hur skriver man en ansökan om EU-pengar?' } },
    { id: 'd', words: { en: 'How to book a lokal on a kvällen?' } },
  ]
  const found = similarTo(need, others)
  deepEqual(
    found.map(({ id }) => id),
    ['b'],
  )
  deepEqual(found[0]?.shared, ['lokal'])
})
