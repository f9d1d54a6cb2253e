import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Line, lines } from './course.rules.ts'
import { halfOf } from './selection.rules.ts'
import { nextSubstitute, type Substitute } from './substitutes.rules.ts'

const member = (line: Line, organisation: string | null = null) => ({ line, organisation })
const waiting = (id: string, line: Line, place: number, organisation: string | null = null): Substitute => ({
  ...{ id, line, place, organisation },
})
const terms = { places: 4, organisationMax: 1 }
const [city, civil, others] = [member('city'), member('civil-society'), member('others')]

const cases: [
  what: string,
  list: Substitute[],
  group: { line: Line; organisation: string | null }[],
  next: string | null,
][] = [
  [
    'a civil servant left: a civil servant comes',
    [waiting('a', 'civil-society', 1), waiting('b', 'city', 1)],
    [city, civil, civil],
    'b',
  ],
  [
    'civil society left: civil society comes',
    [waiting('a', 'civil-society', 1), waiting('b', 'city', 1)],
    [city, city, civil],
    'a',
  ],
  ['the first on the list', [waiting('a', 'city', 2), waiting('b', 'city', 1)], [city, civil, civil], 'b'],
  ['nobody of that side: one of the others', [waiting('a', 'others', 1)], [city, civil, civil], 'a'],
  [
    'the organization has its share: the next on the list',
    [waiting('a', 'city', 1, 'x'), waiting('b', 'city', 2)],
    [member('city', 'x'), civil, civil],
    'b',
  ],
  [
    'only organizations with their share',
    [waiting('a', 'city', 1, 'x')],
    [member('city', 'x'), civil, civil],
    null,
  ],
  ['nobody waits', [], [city, civil, civil], null],
  [
    'one of the others left: the city is asked first of equals',
    [waiting('a', 'others', 1), waiting('b', 'city', 1)],
    [city, city, civil, civil, others],
    'b',
  ],
]

test('a place that falls free goes to the side that has fewer than its half', () => {
  for (const [what, list, group, next] of cases)
    equal(nextSubstitute(list, group, terms)?.id ?? null, next, what)
})

test('whoever leaves, a side keeps its half while somebody of it waits', () => {
  const history = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 })
  fc.assert(
    fc.property(history, (leaving) => {
      const group = [city, city, city, civil, civil, civil].map((one) => ({ ...one }))
      const given = { places: 6, organisationMax: 9 }
      const list = lines.flatMap((line) =>
        [1, 2, 3, 4].map((place) => waiting(`${line} ${place}`, line, place)),
      )
      for (const index of leaving) {
        const [gone] = group.splice(index % Math.max(1, group.length), 1)
        if (!gone) continue
        const next = nextSubstitute(list, group, given)
        if (!next) continue
        list.splice(list.indexOf(next), 1)
        group.push(next)
        const own = group.filter(({ line }) => line === gone.line).length
        ok(own >= halfOf(6) || !list.some(({ line }) => line === gone.line) || gone.line === 'others')
      }
    }),
  )
})
