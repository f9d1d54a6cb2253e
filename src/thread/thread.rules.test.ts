import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { Commitment, Goal } from '#plan/index.ts'
import type { ChainStep, LunchNeed } from '#programme/index.ts'
import {
  type RedThread,
  threadFromCommitment,
  threadFromEvent,
  threadFromGoal,
  threadFromRecommendation,
} from './thread.rules.ts'
import type { EventFacts, RecommendationFacts } from './threads.sql.ts'

// Only what the rules look at.
const event = { note_published_at: '2026-11-12T10:00:00.000Z', said_at_tables: 0 } as EventFacts
const unwritten: EventFacts = { ...event, note_published_at: null }
const recommendation = { number: 1 } as RecommendationFacts
const goal = { number: 1, sdgs: [3] } as Goal
const one = { commitment: { number: 1 } as Commitment, goal }
const other = { commitment: { number: 2 } as Commitment, goal: { ...goal, sdgs: [] as number[] } }

const kinds = ({ start, branches, end }: RedThread) => ({
  start: start.map((bead) => bead.kind),
  branches: branches.map((branch) => branch.map((bead) => bead.kind)),
  end: end.map((bead) => bead.kind),
})

const begin = ['event', 'note', 'recommendation', 'answer']

test('a single thread is one line, wherever it is seen from', () => {
  const line = { start: [...begin, 'commitment', 'goal', 'sdgs'], branches: [], end: [] }
  const strand = { event, recommendation, commitments: [one] }
  deepEqual(kinds(threadFromEvent(event, [strand])), line)
  deepEqual(kinds(threadFromRecommendation(strand)), line)
  deepEqual(kinds(threadFromCommitment(strand)), line)
  deepEqual(kinds(threadFromGoal(goal, [strand])), line)
})

test('what led to an event stands before it', () => {
  const survey = { id: 's' } as ChainStep
  const strand = { event, recommendation, commitments: [one] }
  deepEqual(kinds(threadFromEvent(event, [strand], [survey])).start.slice(0, 3), [
    'led-to-it',
    'event',
    'note',
  ])
  deepEqual(kinds(threadFromEvent(event, [], [survey])).start.slice(0, 2), ['led-to-it', 'event'])
  const need = { number: 4 } as LunchNeed
  deepEqual(kinds(threadFromEvent(event, [], [survey], [need])).start.slice(0, 3), [
    'need',
    'led-to-it',
    'event',
  ])
})

test('what is still to come ends the thread', () => {
  deepEqual(kinds(threadFromEvent(event, [])).start, ['event', 'note', 'recommendation-to-come'])
  deepEqual(kinds(threadFromEvent(unwritten, [])).start, ['event', 'note', 'recommendation-to-come'])
  const strand = { event, recommendation, commitments: [] }
  deepEqual(kinds(threadFromRecommendation(strand)).start, [...begin, 'commitment-to-come'])
})

test('what nobody wrote down is no gap once something has come of it', () => {
  const strand = { event: unwritten, recommendation, commitments: [one] }
  const line = ['event', 'recommendation', 'answer', 'commitment', 'goal', 'sdgs']
  deepEqual(kinds(threadFromEvent(unwritten, [strand])).start, line)
  deepEqual(kinds(threadFromCommitment(strand)).start, line)
})

test('several recommendations of an event, or several commitments under a goal, are branches', () => {
  const strands = [
    { event, recommendation, commitments: [one] },
    { event, recommendation, commitments: [] },
  ]
  deepEqual(kinds(threadFromEvent(event, strands)), {
    start: ['event', 'note'],
    branches: [
      ['recommendation', 'answer', 'commitment', 'goal', 'sdgs'],
      ['recommendation', 'answer', 'commitment-to-come'],
    ],
    end: [],
  })
  const own = { event: undefined, recommendation: undefined, commitments: [other] }
  deepEqual(kinds(threadFromGoal(goal, [{ event, recommendation, commitments: [one] }, own])), {
    start: [],
    branches: [[...begin, 'commitment'], ['commitment']],
    end: ['goal', 'sdgs'],
  })
  deepEqual(kinds(threadFromGoal(goal, [])).start, ['goal', 'sdgs'])
})

test('where the tables wrote cards, the report stands between what was said and what was recommended', () => {
  const { start } = threadFromRecommendation({
    event: { ...event, said_at_tables: 3 },
    recommendation: undefined,
    commitments: [],
  })
  deepEqual(
    start.map((bead) => bead.kind),
    ['event', 'note', 'report', 'commitment-to-come'],
  )
})
