import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Answer, type Figure, figuresToShow, type Figures, isTimeToShow, meanOf } from './shown.rules.ts'

const answer = (expectations: number | null, capacity: Answer['capacity'] = null): Answer => ({
  ...{ expectations, said: null, learnt: null, contact: null, next_step: null },
  capacity,
})
const many = (count: number, value: number, capacity: Answer['capacity'] = null): Answer[] =>
  Array.from({ length: count }, () => answer(value, capacity))

test('nothing is shown of four answers, and the mean of five', () => {
  deepEqual(figuresToShow({}, many(4, 5)), {})
  const shown = figuresToShow({}, [...many(4, 5), answer(1)]).expectations
  deepEqual(shown?.all, { answers: 5, sum: 21 })
  equal(meanOf(shown?.all ?? { answers: 0, sum: 0 }), 4.2)
})

test('a mean stands while one to four more have answered, and moves with the fifth', () => {
  const before = figuresToShow({}, many(6, 3))
  deepEqual(figuresToShow(before, [...many(6, 3), ...many(4, 5)]), before)
  equal(figuresToShow(before, [...many(6, 3), ...many(5, 5)]).expectations?.all.answers, 11)
})

test('a question that most leave out is not shown, though there are answers enough', () => {
  const answers = [...many(4, 5), ...Array.from({ length: 20 }, () => answer(null))]
  deepEqual(figuresToShow({}, answers), {})
})

test('a sector is shown of five, and only if those who are left are none, or five', () => {
  const sectorsOf = (answers: readonly Answer[]) =>
    Object.keys(figuresToShow({}, answers).expectations?.sectors ?? {})
  deepEqual(sectorsOf([...many(5, 4, 'elected'), ...many(5, 2, 'resident')]), ['elected', 'resident'])
  // One resident could be worked out from the whole, so nobody is shown apart.
  deepEqual(sectorsOf([...many(9, 4, 'elected'), answer(1, 'resident')]), [])
  deepEqual(sectorsOf([...many(9, 4, 'elected'), ...many(6, 4, 'business'), answer(1, 'resident')]), [
    'elected',
  ])
})

test('counting begins with five answers and goes on with every five', () => {
  deepEqual(
    [isTimeToShow(0, 4), isTimeToShow(0, 5), isTimeToShow(5, 9), isTimeToShow(7, 12)],
    [false, true, false, true],
  )
})

const anAnswer = fc
  .record({
    expectations: fc.option(fc.integer({ min: 1, max: 5 })),
    capacity: fc.option(fc.constantFrom('elected', 'resident', 'business', 'civil-society' as const)),
  })
  .map(({ expectations, capacity }) => answer(expectations, capacity as Answer['capacity']))

/** Every group of people whose mean can be known from what was shown over time, by how many they are. */
function groupsKnown(history: readonly Figures[]): number[] {
  const shown = history.flatMap((figures) => figures.expectations ?? [])
  const groups: number[] = []
  for (const { all, sectors } of shown) {
    const parts = Object.values(sectors)
    groups.push(all.answers, ...parts.map((figure) => figure.answers))
  }
  shown.forEach((after, index) => {
    const before = shown[index - 1]
    if (!before) return
    groups.push(after.all.answers - before.all.answers)
    for (const [capacity, figure] of Object.entries(after.sectors) as [keyof typeof after.sectors, Figure][])
      groups.push(figure.answers - (before.sectors[capacity]?.answers ?? 0))
    const apart = (one: typeof after) =>
      Object.values(one.sectors).reduce((sum, figure) => sum + figure.answers, 0)
    if (JSON.stringify(after.sectors) !== JSON.stringify(before.sectors)) {
      groups.push(after.rest.answers, after.all.answers - apart(after))
      if (Object.keys(after.sectors).length === Object.keys(before.sectors).length)
        groups.push(after.rest.answers - before.rest.answers)
    }
  })
  return groups
}

test('whoever reads every page that was ever shown learns of no group of one to four', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anAnswer, { maxLength: 12 }), { maxLength: 12 }), (nights) => {
      let figures: Figures = {}
      const answers: Answer[] = []
      const history = nights.map((fresh) => {
        answers.push(...fresh)
        figures = figuresToShow(figures, answers)
        return figures
      })
      for (const group of groupsKnown(history)) ok(group === 0 || group >= 5, `a group of ${group}`)
    }),
    { numRuns: 500 },
  )
})
