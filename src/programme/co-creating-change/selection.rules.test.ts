import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Line, lines, parts, sizes } from './course.rules.ts'
import { type Applicant, halfOf, proposeGroup, substitutesMax, type Terms } from './selection.rules.ts'

let number = 0
const someone = (line: Line, given: Partial<Applicant> = {}): Applicant => ({
  ...{ id: `a${(number += 1)}`, line, organisation: null, size: 'small', part: 'north' },
  ...given,
})
const many = (count: number, line: Line, given: Partial<Applicant> = {}): Applicant[] =>
  Array.from({ length: count }, () => someone(line, given))
const countOf = (group: readonly Applicant[], line: Line) => group.filter((one) => one.line === line).length
const groupOf = (applicants: readonly Applicant[], terms: Partial<Terms> = {}) =>
  proposeGroup(applicants, { places: 6, organisationMax: 2, seed: 'seed', ...terms })

const tables: [what: string, applicants: Applicant[], places: number, counts: [number, number, number]][] = [
  ['equal halves of both', [...many(9, 'city'), ...many(9, 'civil-society')], 6, [3, 3, 0]],
  [
    'others wait while both halves are full',
    [...many(9, 'city'), ...many(9, 'civil-society'), ...many(5, 'others')],
    6,
    [3, 3, 0],
  ],
  [
    'too few from the city: others fill what is left',
    [...many(1, 'city'), ...many(3, 'civil-society'), ...many(9, 'others')],
    6,
    [1, 3, 2],
  ],
  [
    'too few from civil society: the city fills',
    [...many(9, 'city'), ...many(1, 'civil-society')],
    6,
    [5, 1, 0],
  ],
  ['one side alone', many(9, 'civil-society'), 6, [0, 6, 0]],
  ['too few altogether', [...many(2, 'city'), ...many(1, 'others')], 6, [2, 0, 1]],
  ['nobody', [], 6, [0, 0, 0]],
]
test('both sides get their half first; what is left is filled honestly', () => {
  for (const [what, applicants, places, counts] of tables) {
    const { chosen, short, empty } = groupOf(applicants, { places })
    const group = chosen.map(({ applicant }) => applicant)
    deepEqual(
      lines.map((line) => countOf(group, line)),
      counts,
      what,
    )
    equal(empty, places - group.length, what)
    const missing = lines.slice(0, 2).map((line) => Math.max(0, halfOf(places) - countOf(group, line)))
    deepEqual(
      lines.slice(0, 2).map((line) => short.find((one) => one.line === line)?.missing ?? 0),
      missing,
      what,
    )
  }
})

test('with too few from one side each of their places that went to others says so', () => {
  const { chosen, short } = groupOf([...many(1, 'city'), ...many(9, 'civil-society')])
  deepEqual(short, [{ line: 'city', missing: 2 }])
  const filled = chosen.filter(({ because }) => because.kind === 'filled')
  deepEqual(
    filled.map(({ because }) => 'short' in because && because.short),
    ['city', 'city'],
  )
})

test('an odd place is nobody’s half', () => {
  const { chosen, short } = groupOf([...many(9, 'city'), ...many(9, 'civil-society')], { places: 7 })
  deepEqual([chosen.filter(({ because }) => because.kind === 'odd').length, short], [1, []])
})

test('small organizations and all parts of the city come before more of the same', () => {
  const usual = many(20, 'civil-society', { size: 'large', part: 'center' })
  const rare = [
    someone('civil-society', { size: 'alone', part: 'south' }),
    someone('civil-society', { part: 'east' }),
  ]
  const { chosen } = groupOf([...usual, ...rare, ...many(9, 'city', { size: 'large', part: 'whole' })])
  const group = chosen.map(({ applicant }) => applicant)
  ok(rare.every((one) => group.includes(one)))
})

test('what the office changes stands, within the places, and the rule fills the rest', () => {
  const [one, other, ...rest] = many(9, 'city')
  const all = [...rest, ...many(9, 'civil-society'), ...(one && other ? [one, other] : [])]
  const hand = { in: new Set([one?.id ?? '']), out: new Set([other?.id ?? '']) }
  const terms = { places: 6, organisationMax: 2, seed: 'seed' }
  const { chosen, substitutes, left } = proposeGroup(all, terms, hand)
  deepEqual(chosen.map(({ applicant }) => applicant === one && 'in').filter(Boolean), ['in'])
  equal(
    countOf(
      chosen.map(({ applicant }) => applicant),
      'city',
    ),
    3,
  )
  ok(!substitutes.some(({ applicant }) => applicant === other))
  deepEqual(left.find(({ applicant }) => applicant === other)?.because, { kind: 'hand-out' })
  const everybody = { in: new Set(all.map(({ id }) => id)), out: new Set<string>() }
  equal(proposeGroup(all, terms, everybody).chosen.length, 6)
})

// Organizations belong to one side, as they do in life.
const applicant = fc
  .record({
    line: fc.constantFrom(...lines),
    organisation: fc.option(fc.integer({ min: 1, max: 4 })),
    size: fc.constantFrom(...sizes),
    part: fc.constantFrom(...parts),
  })
  .map(({ organisation, ...rest }) => ({
    ...rest,
    organisation: organisation === null ? null : `${rest.line} ${organisation}`,
  }))
const crowd = fc
  .array(applicant, { maxLength: 40 })
  .map((all) => all.map((one, index): Applicant => ({ ...one, id: `id${index}` })))
const terms = fc.record({
  places: fc.integer({ min: 2, max: 20 }),
  organisationMax: fc.integer({ min: 1, max: 3 }),
  seed: fc.string({ maxLength: 8 }),
})

test('never more than the places, never more of an organization than its share, everybody in one list', () => {
  fc.assert(
    fc.property(crowd, terms, (all, given) => {
      const { chosen, substitutes, left, empty } = proposeGroup(all, given)
      ok(chosen.length + empty === given.places && empty >= 0)
      for (const { applicant } of chosen) {
        const own = chosen.filter((one) => one.applicant.organisation === applicant.organisation)
        ok(applicant.organisation === null || own.length <= given.organisationMax)
      }
      const named = [...chosen, ...substitutes, ...left].map((one) => one.applicant.id)
      deepEqual(named.sort(), all.map(({ id }) => id).sort())
      for (const line of lines)
        ok(substitutes.filter((one) => one.applicant.line === line).length <= substitutesMax(given.places))
    }),
  )
})

test('the same people and the same draw give the same group, in whatever order they applied', () => {
  fc.assert(
    fc.property(crowd, terms, fc.integer(), (all, given, turn) => {
      const middle = all.length === 0 ? 0 : Math.abs(turn) % all.length
      const otherwise = [...all.slice(middle), ...all.slice(0, middle)].toReversed()
      deepEqual(proposeGroup(all, given), proposeGroup(otherwise, given))
    }),
  )
})

/** How many of a side could ever come: each organization its share. */
function comers(all: readonly Applicant[], line: Line, max: number): number {
  const counted = Map.groupBy(
    all.filter((one) => one.line === line),
    (one) => one.organisation ?? `none ${one.id}`,
  )
  return [...counted.values()].reduce((sum, own) => sum + Math.min(max, own.length), 0)
}

test('each side gets its half as far as it has people, so one more applicant never takes a side’s place away', () => {
  fc.assert(
    fc.property(crowd, applicant, terms, (all, one, given) => {
      const more = [...all, { ...one, id: 'one more' }]
      const sides = (people: Applicant[]) => {
        const group = proposeGroup(people, given).chosen.map(({ applicant }) => applicant)
        return (['city', 'civil-society'] as const).map((line) => {
          const own = Math.min(halfOf(given.places), countOf(group, line))
          equal(own, Math.min(halfOf(given.places), comers(people, line, given.organisationMax)))
          return own
        })
      }
      const [before, after] = [sides(all), sides(more)]
      ok(before.every((count, index) => (after[index] ?? 0) >= count))
    }),
  )
})
