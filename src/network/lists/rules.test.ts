import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { searchText } from '#platform/search.ts'
import { doubleReason } from '../organisations/doubles.rules.ts'
import { alikeAmong } from './alike.rules.ts'
import { type Entry, directoryOf } from './directory.rules.ts'
import { refusalToImport } from './import.rules.ts'
import { judgeOrganisation, nothingAbove } from './judge-organisations.rules.ts'
import type { ListedOrganisation, Outcome } from './judgement.rules.ts'
import { whyItStays } from './undo.rules.ts'

const at = '2026-11-23T11:00:00.000Z'

const entry = (name: string, more: Partial<Entry> = {}): Entry => ({
  ...{ id: name, slug: searchText(name).replaceAll(' ', '-'), name: { sv: name }, sector: 'civil-society' },
  ...{ kind: 'association', number: null, about: {}, for_whom: {}, areas: [], languages: [], place: null },
  ...{ website: null, contact_email: null, contact_is_shown: 0, merged_into: null, changed_at: at },
  ...{ search_text: `|${searchText(name)}|`, sort_sv: '', sort_en: '', sort_es: '', ...more },
})

const lyktan = entry('Lyktan', {
  number: '8024561238',
  place: 'Hyllie',
  about: { sv: 'Lyser', en: 'Shines' },
})
const kajan = entry('Kajans segelsällskap', { website: 'https://kajan.example.org/' })
const old = entry('Gamla Lyktan', { merged_into: 'Lyktan' })
const directory = directoryOf([lyktan, kajan, old])

const judge = (...said: ListedOrganisation[]) => {
  const above = nothingAbove()
  return said
    .map((organisation, index) => ({ line: index + 2, cells: { organisation }, problems: [] }))
    .map((line) => judgeOrganisation(line, directory, above))
}
const association = { kind: 'association' } as const

const cases: [
  what: string,
  said: ListedOrganisation,
  outcome: Outcome,
  id: string | null,
  problem?: string,
][] = [
  ['that says what is there', { name: { sv: 'Lyktan' }, place: 'Hyllie' }, 'same', 'Lyktan'],
  ['by its number', { number: '8024561238', place: 'Oxie' }, 'change', 'Lyktan'],
  ['by its address', { slug: 'lyktan', name: { sv: 'Lyktan på torget' } }, 'change', 'Lyktan'],
  ['by a name it had before it was joined', { name: { sv: 'Gamla Lyktan' } }, 'change', 'Lyktan'],
  ['in other letters', { name: { sv: 'LYKTAN' }, number: '8024561238' }, 'change', 'Lyktan'],
  [
    'with another number',
    { name: { sv: 'Lyktan' }, number: '8020004605' },
    'unreadable',
    null,
    'name-with-other-number',
  ],
  [
    'with the number of another',
    { slug: 'kajans-segelsallskap', number: '8024561238' },
    'unreadable',
    null,
    'number-of-another',
  ],
  [
    'with the name of another',
    { number: '8024561238', name: { sv: 'Kajans segelsällskap' } },
    'unreadable',
    null,
    'name-of-another',
  ],
  ['that is new', { name: { sv: 'Odlarna' }, ...association }, 'new', null],
  [
    'that looks like another',
    { name: { sv: 'Kajans segelsällskapet' }, ...association },
    'alike',
    'Kajans segelsällskap',
  ],
  [
    'with the website of another',
    { name: { sv: 'Båtarna' }, website: 'https://www.kajan.example.org', ...association },
    'alike',
    'Kajans segelsällskap',
  ],
  ['that is new without a name', association, 'unreadable', null, 'name-missing'],
  ['that is new without a kind', { name: { sv: 'Odlarna' } }, 'unreadable', null, 'kind-missing'],
  [
    'of a kind that civil society has none of',
    { name: { sv: 'Odlarna' }, kind: 'university' },
    'unreadable',
    null,
    'sector-missing',
  ],
  [
    'of a kind that its sector has none of',
    { name: { sv: 'Lyktan' }, kind: 'university' },
    'unreadable',
    null,
    'kind-in-sector',
  ],
  ['with an address that nobody has', { slug: 'x', name: { sv: 'Odlarna' }, ...association }, 'new', null],
]
for (const [what, said, outcome, id, problem] of cases)
  test(`a line ${what} is ${problem ?? outcome}`, () => {
    const [judged] = judge(said)
    deepEqual([judged?.outcome, judged?.organisation_id], [outcome, id])
    if (problem) equal(judged?.detail.problems?.[0]?.problem.split('.').at(-1), problem)
  })

test('what a line does not say stays, in every language', () => {
  const [judged] = judge({ number: '8024561238', about: { sv: 'Lyser starkt' }, areas: ['north'] })
  deepEqual(judged?.detail.changes, [
    { field: 'about', from: { sv: 'Lyser', en: 'Shines' }, to: { sv: 'Lyser starkt', en: 'Shines' } },
    { field: 'areas', from: [], to: ['north'] },
  ])
})

test('a line that says what a line above it says is its double, and a name with two numbers is refused', () => {
  const odlarna = { name: { sv: 'Odlarna' }, ...association }
  const outcomesOf = (...said: ListedOrganisation[]) =>
    judge(...said).map(({ outcome, detail }) => [outcome, detail.doubleOf ?? detail.problems?.[0]?.found])
  deepEqual(outcomesOf(odlarna, odlarna), [
    ['new', undefined],
    ['double', 2],
  ])
  deepEqual(outcomesOf({ slug: 'lyktan' }, { number: '8024561238', place: 'x' }), [
    ['same', undefined],
    ['double', 2],
  ])
  deepEqual(outcomesOf({ ...odlarna, number: '8020004605' }, { ...odlarna, number: '7696003339' }), [
    ['new', undefined],
    ['unreadable', '2'],
  ])
})

test('the quick search for what looks alike finds what the rule finds among all', () => {
  const part = fc.constantFrom(
    'förening',
    'lyktan',
    'lykta',
    'kajan',
    'kajans',
    'segel',
    'segling',
    'ideella',
    'ideela',
    'idela',
    'malmö',
    'oxie',
    'å',
  )
  const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => searchText(parts.join(' ')))
  const one = fc.record({
    name,
    site: fc.option(fc.constantFrom('a', 'b')),
    number: fc.option(fc.constantFrom('1', '2')),
  })
  const asEntry = (
    { name: said, site, number }: { name: string; site: string | null; number: string | null },
    id: number,
  ) => ({
    ...{ id: String(id), search_text: `|${said}|`, number },
    website: site && `https://${site}.example.org`,
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), one, (known, wanted) => {
      const [entries, asked] = [known.map(asEntry), asEntry(wanted, -1)]
      // A number is looked up before anything is compared.
      const all = entries.filter(({ number }) => number === null || number !== asked.number)
      const isAlike = all.some((entry_) => doubleReason(asked, entry_) !== null)
      equal(alikeAmong(all)(asked) !== null, isAlike)
    }),
    { numRuns: 400 },
  )
})

const line = { outcome: 'new', organisation_id: null, choice: null } as const
const list = { state: 'waiting', lines: [line], isAsSeen: true, isAsJudged: true } as const
const imports: [
  what: string,
  given: Partial<Parameters<typeof refusalToImport>[0]>,
  refusal: string | null,
][] = [
  ['as it was seen', {}, null],
  ['twice', { state: 'imported' }, 'not-waiting'],
  ['that reads otherwise by now', { isAsSeen: false }, 'changed-meanwhile'],
  ['when the directory changed', { isAsJudged: false }, 'changed-meanwhile'],
  [
    'with a line that cannot be read',
    { lines: [line, { ...line, outcome: 'unreadable' }] },
    'unreadable-lines',
  ],
  ['with a question open', { lines: [line, { ...line, outcome: 'alike' }] }, 'choose-first'],
  ['that says nothing new', { lines: [{ ...line, outcome: 'same' }] }, 'nothing-to-do'],
  ['that leaves all out', { lines: [{ ...line, outcome: 'alike', choice: 'leave' }] }, 'nothing-to-do'],
  [
    'in which two lines are one organisation',
    {
      lines: [
        { ...line, outcome: 'change', organisation_id: 'a' },
        { ...line, outcome: 'alike', organisation_id: 'a', choice: 'same' },
      ],
    },
    'two-lines-are-one',
  ],
]
for (const [what, given, refusal] of imports)
  test(`importing a list ${what}: ${refusal ?? 'yes'}`, () =>
    equal(refusalToImport({ ...list, ...given }), refusal))

const made = {
  done: 'added',
  changes: [],
  importedAt: at,
  now: lyktan,
  isUsed: false,
  isJoined: false,
  isNameTaken: false,
} as const
const undoings: [what: string, given: Partial<Parameters<typeof whyItStays>[0]>, why: string | null][] = [
  ['that nobody touched', {}, null],
  ['that was changed since', { now: { ...lyktan, changed_at: '2026-11-24T11:00:00.000Z' } }, 'changed'],
  ['that something uses', { isUsed: true }, 'used'],
  ['that became another', { now: { ...lyktan, merged_into: 'x' } }, 'joined'],
  ['that another became', { isJoined: true }, 'joined'],
  ['that is gone', { now: undefined }, 'joined'],
  ['that was changed by the list, however used', { done: 'changed', isUsed: true }, null],
  [
    'whose value reads otherwise',
    { done: 'changed', changes: [{ field: 'place', from: 'x', to: 'Oxie' }] },
    'changed',
  ],
  ['whose old name is taken', { done: 'changed', isNameTaken: true }, 'name-taken'],
]
for (const [what, given, why] of undoings)
  test(`taking back one ${what}: ${why ?? 'goes back'}`, () => equal(whyItStays({ ...made, ...given }), why))
