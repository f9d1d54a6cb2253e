import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { Capacity } from '../tables.ts'
import { missingSectors, sectorsThatMeet, type SignedUp, summaryOf } from './summary.rules.ts'

const order = ['civil-society', 'elected', 'civil-servant', 'academia'] as const

test('invitations are counted by sector, and everybody who has signed up, invited or not', () => {
  const summary = summaryOf(
    [
      { capacity: 'elected', answer: 'no-answer' },
      { capacity: 'elected', answer: 'mail-failed' },
      { capacity: 'elected', answer: 'declined' },
      { capacity: 'civil-society', answer: 'coming' },
      { capacity: 'civil-society', answer: 'waiting' },
      { capacity: null, answer: 'not-sent' },
    ],
    [
      { capacity: 'academia', coming: 2, waiting: 0 },
      { capacity: 'civil-society', coming: 24, waiting: 1 },
    ],
    order,
  )
  deepEqual(summary, [
    { capacity: 'civil-society', invited: 2, coming: 24, waiting: 1, declined: 0, missing: 0 },
    { capacity: 'elected', invited: 3, coming: 0, waiting: 0, declined: 1, missing: 2 },
    { capacity: 'academia', invited: 0, coming: 2, waiting: 0, declined: 0, missing: 0 },
    { capacity: null, invited: 1, coming: 0, waiting: 0, declined: 0, missing: 1 },
  ])
  deepEqual(summaryOf([], [], order), [])
})

const come = (capacity: Capacity, coming: number, waiting = 0): SignedUp => ({ capacity, coming, waiting })

const cases: [
  says: string,
  invited: Capacity[],
  signedUp: SignedUp[],
  notAsked: Capacity[],
  asked: Capacity[],
][] = [
  ['nothing has happened yet', [], [], ['civil-society', 'elected', 'civil-servant'], []],
  ['they came without being invited', [], [come('civil-society', 24)], ['elected', 'civil-servant'], []],
  [
    'invited, and came on their own',
    ['civil-society'],
    [come('civil-society', 24)],
    ['elected', 'civil-servant'],
    [],
  ],
  ['invited, and nobody came', ['elected'], [come('civil-society', 1)], ['civil-servant'], ['elected']],
  [
    'whoever waits wants to come',
    ['elected'],
    [come('elected', 0, 1)],
    ['civil-society', 'civil-servant'],
    [],
  ],
  [
    'others are named only when they were invited',
    ['academia'],
    [come('civil-society', 1), come('elected', 1), come('civil-servant', 1)],
    [],
    ['academia'],
  ],
]

test('a sector is missing when nobody of it has signed up, whoever was invited', () => {
  for (const [says, invited, signedUp, notAsked, asked] of cases) {
    const invitations = invited.map((capacity) => ({ capacity, answer: 'no-answer' as const }))
    const summary = summaryOf(invitations, signedUp, order)
    deepEqual(missingSectors(summary, sectorsThatMeet), { notAsked, asked }, says)
  }
})

test('an event for some sectors waits for no others', () => {
  deepEqual(missingSectors([], ['elected']).notAsked, ['elected'])
})
