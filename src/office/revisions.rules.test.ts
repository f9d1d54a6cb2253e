import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { urgencyOfRevision } from './revisions.rules.ts'

const cases = [
  { name: 'last day today', left: 0, urgency: 'now' },
  { name: 'three days left', left: 3, urgency: 'now' },
  { name: 'four days left', left: 4, urgency: 'soon' },
  { name: 'two weeks left', left: 14, urgency: 'soon' },
  { name: 'more than two weeks left', left: 15, urgency: 'later' },
] as const

for (const { name, left, urgency } of cases) {
  test(`a proposal with its ${name}: ${urgency}`, () => equal(urgencyOfRevision(left), urgency))
}
