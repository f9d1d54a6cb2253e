import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { searchText } from '#platform/search.ts'
import { checkedBy, ownDomains } from './claim.rules.ts'
import { doubleReason, likeness } from './doubles.rules.ts'
import { refusalToAnswer } from './join.rules.ts'
import { refusalOfNumber } from './number.rules.ts'
import { sortKey } from './order.rules.ts'
import { actsOn, mistakeInTerm, refusalToEnd } from './posts.rules.ts'

test('an organisation number has ten digits that add up, and is nobody’s personal number', () => {
  for (const [written, refusal] of [
    ['202100-5489', null],
    ['16 202100 5489', null],
    ['202100-5488', 'check-digit'],
    ['811228-9874', 'personal-number'],
    ['19811228-9874', 'personal-number'],
    ['12345', 'not-ten-digits'],
  ] as const)
    equal(refusalOfNumber(written), refusal, written)
})

test('a domain says who somebody is only where it is the organisation’s own', () => {
  const own = { website: 'https://www.kor.example/om', contact_email: 'kor@gmail.com' }
  deepEqual(ownDomains(own), ['kor.example'])
  equal(checkedBy(own, 'a@kor.example', []), 'domain')
  equal(checkedBy(own, 'a@gmail.com', []), 'office')
  equal(checkedBy(own, 'a@sub.kor.example', []), 'office')
  equal(checkedBy(own, 'a@kor.example', [{ website: 'https://kor.example', contact_email: null }]), 'office')
})

const entryNamed = (name: string, number: string | null = null) => ({
  ...{ search_text: `|${searchText(name)}|`, number, website: null },
})

test('names that are spelled nearly alike are doubles, and numbers that differ are not', () => {
  for (const [one, other, reason] of [
    ['Cykelköket Malmö', 'Föreningen Cykelköket', 'like-name'],
    ['Cykelköket', 'Körsbärskören', null],
    // Words that many names share are left out; names that differ by a slip as a whole are seen for all that.
    ['Malmö Ideela', 'Malmö Ideella', 'like-name'],
    ['Malmö Idela', 'Malmö Ideella', 'like-name'],
    ['Mamlö Ideella', 'Malmö Ideella', 'like-name'],
    ['Malmöideella', 'Malmö Ideella', 'like-name'],
    ['Föreningen Malmös nätverk', 'Föreningen Malmö nätverk', 'like-name'],
    ['Föreningen Eken', 'Föreningen Ekan', 'like-name'],
    // What is left of a name is too short, or too different, or a figure.
    ['Malmö FF', 'Malmö FK', null],
    ['Lyan', 'Lyra', null],
    ['Föreningen Hav', 'Föreningen Tak', null],
    ['Föreningen 2018', 'Föreningen 2019', null],
    ['Malmö Ideella', 'Malmö stad', null],
  ] as const)
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const)
      equal(doubleReason(entryNamed(a), entryNamed(b)), reason, `${a} / ${b}`)
  equal(doubleReason(entryNamed('a', '2021005489'), entryNamed('b', '2021005489')), 'same-number')
  equal(doubleReason(entryNamed('Cykelköket', '2021005489'), entryNamed('Cykelköket', '8024561234')), null)
  equal(likeness('', 'x'), 0)
})

test('a no and a question come with a reason; what is decided stays decided', () => {
  const asked = {
    state: 'waiting',
    answer: 'verify',
    reason: null,
    isNameTaken: false,
    isNumberTaken: false,
  } as const
  for (const [change, refusal] of [
    [{}, null],
    [{ state: 'unconfirmed' }, 'not-confirmed'],
    [{ state: 'verified' }, 'decided-already'],
    [{ state: 'to-complete' }, 'with-the-applicant'],
    [{ answer: 'turn-down' }, 'reason-missing'],
    [{ isNameTaken: true }, 'name-taken'],
    [{ isNumberTaken: true }, 'number-taken'],
  ] as const)
    equal(refusalToAnswer({ ...asked, ...change }), refusal)
})

test('a post acts from its first day to its last, and the last one does not leave', () => {
  const term = { from_day: '2026-01-01', until_day: '2026-03-31', ended_at: null }
  equal(actsOn(term, '2026-03-31'), true)
  equal(actsOn(term, '2026-04-01'), false)
  equal(actsOn({ ...term, ended_at: 'x' }, '2026-02-01'), false)
  equal(mistakeInTerm('chair', null, '2026-01-01'), 'missing')
  equal(mistakeInTerm('staff', null, '2026-01-01'), null)
  equal(refusalToEnd(term, 0, false), 'last-one')
  equal(refusalToEnd(term, 0, true), null)
})

test('letters stand where the reader’s language puts them', () => {
  const names = ['Zebra', 'Ängen', 'Ålen', 'Örat', 'Apan']
  const sorted = names.toSorted((a, b) => (sortKey(a, 'sv') < sortKey(b, 'sv') ? -1 : 1))
  deepEqual(sorted, ['Apan', 'Zebra', 'Ålen', 'Ängen', 'Örat'])
  equal(sortKey('Ñu', 'es') > sortKey('Nz', 'es'), true)
})
