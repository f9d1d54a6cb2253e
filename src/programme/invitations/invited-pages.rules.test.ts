import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { shownOf } from './invited-pages.rules.ts'

const people = (many: number) => Array.from({ length: many }, (_, index) => index + 1)

test('where all answers are only the first ten of each are shown, and it is said that there are more', () => {
  deepEqual(shownOf(people(10), { answer: null }).lines, people(10))
  equal(shownOf(people(10), { answer: null }).isCut, false)
  const cut = shownOf(people(11), { answer: null })
  deepEqual([cut.lines.length, cut.many, cut.isCut], [10, 11, true])
})

test('the pages of one answer hold everybody once, whatever page somebody asks for', () => {
  for (const many of [0, 1, 50, 51, 100, 101, 1000]) {
    const seen: number[] = []
    for (let page: number | null = 1; page !== null;) {
      const shown: ReturnType<typeof shownOf<number>> = shownOf(people(many), { answer: 'coming', page })
      seen.push(...shown.lines)
      equal(shown.earlier, page > 1 ? page - 1 : null)
      page = shown.later
    }
    deepEqual(seen, people(many))
  }
  deepEqual(shownOf(people(60), { answer: 'coming', page: 99 }).lines, people(60).slice(50))
  deepEqual(shownOf(people(60), { answer: 'coming', page: 0 }).lines.length, 50)
})
