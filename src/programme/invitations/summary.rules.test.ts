import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { nobodyFrom, summaryOf } from './summary.rules.ts'

const order = ['civil-society', 'elected', 'academia'] as const

test('answers are counted by sector, people of one organisation each for themselves', () => {
  const summary = summaryOf(
    [
      { capacity: 'elected', answer: 'no-answer', coming: 0, waiting: 0 },
      { capacity: 'elected', answer: 'mail-failed', coming: 0, waiting: 0 },
      { capacity: 'elected', answer: 'declined', coming: 0, waiting: 0 },
      { capacity: 'civil-society', answer: 'coming', coming: 3, waiting: 1 },
      { capacity: 'civil-society', answer: 'waiting', coming: 0, waiting: 1 },
      { capacity: null, answer: 'not-sent', coming: 0, waiting: 0 },
    ],
    order,
  )
  deepEqual(summary, [
    { capacity: 'civil-society', invited: 2, coming: 3, waiting: 2, declined: 0, missing: 0 },
    { capacity: 'elected', invited: 3, coming: 0, waiting: 0, declined: 1, missing: 2 },
    { capacity: null, invited: 1, coming: 0, waiting: 0, declined: 0, missing: 1 },
  ])
  deepEqual(nobodyFrom(summary), ['elected'])
  deepEqual(summaryOf([], order), [])
})
