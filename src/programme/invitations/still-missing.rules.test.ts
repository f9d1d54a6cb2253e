import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { groupOf, numbersOf, presenceOf } from './still-missing.rules.ts'

test('all three groups are invited, and nobody else by this', () => {
  const cases = [
    ['civil-society', 'association', 'civil-society'],
    ['civil-society', 'network', 'civil-society'],
    ['city', 'committee', 'committees'],
    ['city', 'department', 'departments'],
    ['city', 'public-body', null],
    ['academia', 'university', null],
    ['business', 'company', null],
  ] as const
  for (const [sector, kind, group] of cases) equal(groupOf({ sector, kind }), group, `${sector}: ${kind}`)
})

test('an organisation is missing until somebody of it signs up, or all that were asked say no', () => {
  const [asked, no] = [{ declined_at: null }, { declined_at: '2026-11-20T10:00:00.000Z' }]
  equal(presenceOf(0, []), 'not-invited')
  equal(presenceOf(0, [asked]), 'no-answer')
  equal(presenceOf(0, [asked, no]), 'no-answer')
  equal(presenceOf(0, [no]), 'declined')
  equal(presenceOf(2, [no]), 'coming')
  equal(presenceOf(1, []), 'coming')
})

test('each group is counted by itself, also when it is empty', () => {
  const lines = [
    { group: 'committees', presence: 'coming' },
    { group: 'committees', presence: 'not-invited' },
    { group: 'civil-society', presence: 'no-answer' },
  ] as const
  const none = { coming: 0, declined: 0, 'no-answer': 0, 'not-invited': 0 }
  deepEqual(numbersOf(lines), [
    { group: 'civil-society', all: 1, ...none, 'no-answer': 1 },
    { group: 'committees', all: 2, ...none, coming: 1, 'not-invited': 1 },
    { group: 'departments', all: 0, ...none },
  ])
})
