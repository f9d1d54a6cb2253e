import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { asQuery, countsAsOpening, isEverything, readWanted, yearsBetween } from './library.rules.ts'
import { offeredTo, refusalToSave } from './theme.rules.ts'

test('what is looked for stands in the address, and what somebody made up there is left out', () => {
  const query = '?q=b%C3%A4nk&theme=unga&series=dialogforum&year=2026&language=sv&kind=slides'
  const wanted = readWanted(Object.fromEntries(new URLSearchParams(query)))
  equal(asQuery(wanted), query)
  equal(asQuery(wanted, '2026_1'), `${query}&after=2026_1`)
  const odd = { theme: "'; drop", year: '1999', language: 'xx', kind: 'film', q: '  ' }
  equal(isEverything(readWanted(odd)), true)
  deepEqual(yearsBetween(2024, 2026), [2026, 2025, 2024])
  deepEqual(yearsBetween(null, null), [])
})

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
type Asked = Parameters<typeof countsAsOpening>[0]
const cases: [why: string, Partial<Asked>, boolean][] = [
  ['somebody opens it', {}, true],
  ['a program asks what it is', { method: 'HEAD' }, false],
  ['a search engine', { userAgent: 'Mozilla/5.0 (compatible; SomeBot/2.1)' }, false],
  ['a preview of a link', { userAgent: 'facebookexternalhit/1.1 preview' }, false],
  ['a program', { userAgent: 'curl/8.5.0' }, false],
  ['somebody who says nothing of what they are', { userAgent: undefined }, false],
  ['a browser that looks ahead', { purpose: 'prefetch' }, false],
  ['the beginning of a film', { range: 'bytes=0-' }, true],
  ['the middle of a film', { range: 'bytes=1048576-' }, false],
]

test('an opening is a person who opens it, once', () => {
  for (const [why, given, counts] of cases) {
    const asked = { method: 'GET', userAgent: firefox, purpose: undefined, range: undefined, ...given }
    equal(countsAsOpening(asked), counts, why)
  }
})

test('a theme has one name, and nobody overwrites what they have not seen', () => {
  const taken = new Set(['unga'])
  equal(refusalToSave({ seen: null, changedAt: null, slug: 'unga', taken }), 'name-taken')
  equal(refusalToSave({ seen: null, changedAt: null, slug: 'halsa', taken }), null)
  equal(refusalToSave({ seen: '1', changedAt: '2', slug: 'unga', taken }), 'changed-meanwhile')
  equal(refusalToSave({ seen: '2', changedAt: '2', slug: 'unga', taken }), null)
})

test('a theme that is not offered any more is kept by those who have it', () => {
  const all = [
    { id: 'a', ended_at: null },
    { id: 'b', ended_at: '2026' },
    { id: 'c', ended_at: '2026' },
  ]
  deepEqual(
    offeredTo(all, new Set(['c'])).map(({ id }) => id),
    ['a', 'c'],
  )
})
