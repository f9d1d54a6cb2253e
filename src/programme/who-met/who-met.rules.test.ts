import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantAt } from '#platform/time.ts'
import { added } from './balance.rules.ts'
import { inOrder, type Person, timeOfDay, type TimeOfDay, whoIsMissing, whoMet } from './who-met.rules.ts'

const times: [date: string, starts: string, TimeOfDay][] = [
  ['2026-12-03', '12:00', 'daytime'],
  ['2026-12-03', '16:59', 'daytime'],
  ['2026-12-03', '17:00', 'evening'],
  ['2026-12-05', '10:00', 'weekend'],
  ['2028-02-29', '08:00', 'daytime'],
  // The night on which clocks go back is a Sunday.
  ['2026-10-25', '02:30', 'weekend'],
]

test('a meeting is held in the daytime, in the evening or at a weekend, by when it begins where people live', () => {
  for (const [date, starts, time] of times)
    equal(timeOfDay(instantAt(date, starts)), time, `${date} ${starts}`)
})

const people = (many: number, given: Partial<Person> = {}): Person[] =>
  Array.from({ length: many }, () => ({
    ...{ capacity: 'civil-society', organisation: null, kind: null, before: 'new' },
    ...given,
  }))

test('who met is told in groups of five and more; organisations are counted once each', () => {
  const met = whoMet([
    ...people(9, { organisation: 'a', kind: 'association' }),
    ...people(6, { capacity: 'elected', before: 'been-before', organisation: 'b' }),
    ...people(2, { capacity: 'business', before: 'unknown' }),
  ])
  deepEqual(met, {
    people: 17,
    groups: [
      { what: 'sector', key: 'civil-society', count: 9 },
      // Two alone could be worked out, so the next ones are counted with them.
      { what: 'sector', key: 'rest', count: 8 },
      { what: 'before', key: 'new', count: 9 },
      { what: 'before', key: 'rest', count: 8 },
    ],
  })
})

test('of fewer than five nothing is told, not even how many they were', () => {
  deepEqual(whoMet(people(4)), { people: null, groups: [] })
  deepEqual(whoMet([]), { people: null, groups: [] })
})

const person = fc.record({
  capacity: fc.constantFrom('civil-society', 'elected', 'civil-servant', 'academia', 'resident'),
  organisation: fc.constantFrom(null, 'a', 'b', 'c', 'd', 'e', 'f', 'g'),
  kind: fc.constantFrom(null, 'association', 'department'),
  before: fc.constantFrom('new', 'been-before', 'unknown'),
}) as fc.Arbitrary<Person>

test('whatever people met: no number is below five, and the groups add up to the whole', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 60 }), (all) => {
      const { people: many, groups } = whoMet(all)
      if (all.length < 5) return deepEqual([many, groups], [null, []])
      ok(groups.every(({ count }) => count >= 5))
      for (const what of ['sector', 'before'] as const) {
        const sum = groups.filter((one) => one.what === what).reduce((total, { count }) => total + count, 0)
        equal(sum, all.length)
      }
    }),
  )
})

test('the sums of a year, a series and a time of day are made of what is shown with each event, and of nothing else', () => {
  const event = fc.record({
    people: fc.array(person, { maxLength: 40 }),
    series_id: fc.constantFrom('x', 'y'),
    time_of_day: fc.constantFrom('daytime' as const, 'evening' as const),
  })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 6 }), (events) => {
      const met = events.map(({ people: all, ...of }) => ({ ...of, ...whoMet(all) }))
      const meetings = met.map(({ series_id, time_of_day, people: many }) => {
        return { series_id, time_of_day, events: 1, small: many === null ? 1 : 0, people: many ?? 0 }
      })
      const groups = met.flatMap(({ series_id, time_of_day, groups: all }) =>
        all.map((one) => ({ series_id, time_of_day, ...one })),
      )
      // Whoever takes away the sums of all other events gets what is shown of the last one: nothing hidden.
      const of = { seriesId: null, time: null }
      const [whole, others] = [
        added({ meetings, groups }, of),
        added({ meetings: meetings.slice(1), groups: groups.slice(met[0]?.groups.length ?? 0) }, of),
      ]
      for (const { key, count } of whole.groups.sector) {
        const before = others.groups.sector.find((one) => one.key === key)?.count ?? 0
        const shown = met[0]?.groups.find((one) => one.what === 'sector' && one.key === key)?.count ?? 0
        equal(count - before, shown)
      }
      const parts = ['x', 'y'].map((seriesId) => added({ meetings, groups }, { seriesId, time: null }).people)
      equal(
        parts.reduce((sum, one) => sum + one, 0),
        whole.people,
      )
    }),
  )
})

test('groups are told in one order, and what was counted together comes last', () => {
  const groups = ['rest', 'resident', 'elected'].map((key) => ({ key }))
  deepEqual(
    inOrder('sector', groups).map(({ key }) => key),
    ['elected', 'resident', 'rest'],
  )
})

test('who is missing are those who usually come and of whom there are fewer than half as many', () => {
  const usual = [
    { key: 'civil-society', count: 50 },
    { key: 'civil-servant', count: 30 },
    { key: 'elected', count: 10 },
    { key: 'business', count: 3 },
    { key: 'rest', count: 7 },
  ]
  const now = [
    { capacity: 'civil-society' as const, count: 18 },
    { capacity: 'civil-servant' as const, count: 2 },
  ]
  deepEqual(whoIsMissing({ now, usual }), [
    { capacity: 'elected', count: 0, usually: 2 },
    { capacity: 'civil-servant', count: 2, usually: 6 },
  ])
  deepEqual(whoIsMissing({ now, usual: [] }), [])
  deepEqual(whoIsMissing({ now: [], usual: usual.slice(0, 1) }), [
    { capacity: 'civil-society', count: 0, usually: 1 },
  ])
})
