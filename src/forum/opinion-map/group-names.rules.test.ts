import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { namesFor } from './group-names.rules.ts'
import { howMany, shownNumber, tooFew } from './verdict.rules.ts'

const known = (names: Record<string, string>) =>
  Object.entries(names).map(([name, people]) => ({ name, people: new Set(people) }))

test('a group keeps the name that most of its people were known by', () => {
  const cases: [string[], Record<string, string>, string][] = [
    [['abc', 'de'], {}, 'AB'],
    [['abc', 'de'], { A: 'de', B: 'abc' }, 'BA'],
    [['abc', 'de', 'fg'], { A: 'de', B: 'abc' }, 'BAC'],
    // The third group has a past: C, which was not shown last time.
    [['abc', 'de', 'fg'], { A: 'abc', B: 'xyz', C: 'fg' }, 'ABC'],
    // Two halves of A: the larger one is A.
    [['ab', 'cde'], { A: 'abcde' }, 'BA'],
    // Most people keep theirs, though the first group alone would rather be A.
    [['aab', 'aaa'], { A: 'a', B: 'b' }, 'BA'],
  ]
  for (const [groups, names, found] of cases)
    equal(
      namesFor(
        groups.map((people) => people.split('')),
        known(names),
      ).join(''),
      found,
      groups.join(' '),
    )
})

const partings = (...silhouettes: number[]) =>
  silhouettes.map((silhouette, index) => ({ groups: index + 2, silhouette }))

test('how many groups: no more than make a difference, and as many as before unless it is clearly otherwise', () => {
  equal(howMany([], null), null)
  equal(howMany(partings(0.4, 0.41, 0.3), null), 2)
  equal(howMany(partings(0.4, 0.43, 0.3), null), 3)
  equal(howMany(partings(0.4, 0.44, 0.3), 2), 2)
  equal(howMany(partings(0.4, 0.46, 0.3), 2), 3)
  equal(howMany(partings(0.41, 0.4), 3), 2)
  equal(howMany(partings(0.39, 0.4), 3), 3)
})

test('what people see changes when two maps running say the same', () => {
  deepEqual(
    [
      shownNumber(3, null),
      shownNumber(3, { shown: 2, wanted: 2 }),
      shownNumber(3, { shown: 2, wanted: 3 }),
      shownNumber(2, { shown: 2, wanted: 3 }),
      shownNumber(1, { shown: 2, wanted: 3 }),
    ],
    [3, 2, 3, 2, 2],
  )
})

test('too few people, statements or differences', () => {
  const enough = { people: 8, statements: 3, haveDifferences: true }
  equal(tooFew(enough), null)
  equal(tooFew({ ...enough, people: 7 }), 'people')
  equal(tooFew({ ...enough, statements: 2 }), 'statements')
  equal(tooFew({ ...enough, haveDifferences: false }), 'differences')
})
