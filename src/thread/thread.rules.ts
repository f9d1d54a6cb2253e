import type { Commitment, Goal } from '#plan/index.ts'
import type { ChainStep, LunchNeed } from '#programme/index.ts'
import type { EventFacts, RecommendationFacts } from './threads.sql.ts'

export const threadKinds = ['event', 'recommendation', 'commitment', 'goal'] as const
export type ThreadKind = (typeof threadKinds)[number]

export const isThreadKind = (text: string): text is ThreadKind => threadKinds.some((kind) => kind === text)

/** One thing on the thread. A bead without its thing is still to come. */
export type Bead =
  | { kind: 'need'; need: LunchNeed }
  | { kind: 'led-to-it'; step: ChainStep }
  | { kind: 'event' | 'note' | 'report'; event: EventFacts }
  | { kind: 'recommendation' | 'answer'; recommendation: RecommendationFacts }
  | { kind: 'commitment'; commitment: Commitment }
  | { kind: 'goal' | 'sdgs'; goal: Goal }
  | { kind: 'recommendation-to-come' | 'commitment-to-come' }

/** A thread in order: it may part into branches after its start, and branches may come together in its end. */
export interface RedThread {
  start: Bead[]
  branches: Bead[][]
  end: Bead[]
}

/** A piece of thread: what an event led to, as far as it has come. */
export interface Strand {
  event: EventFacts | undefined
  recommendation: RecommendationFacts | undefined
  commitments: readonly { commitment: Commitment; goal: Goal }[]
}

/** That nothing was published about what was said is a matter only until something has come of it. */
function fromEvent(event: EventFacts | undefined): Bead[] {
  if (!event) return []
  return event.note_published_at === null
    ? [{ kind: 'event', event }]
    : [
        { kind: 'event', event },
        { kind: 'note', event },
        ...(event.said_at_tables > 0 ? [{ kind: 'report', event } as const] : []),
      ]
}

const fromRecommendation = (recommendation: RecommendationFacts | undefined): Bead[] =>
  recommendation
    ? [
        { kind: 'recommendation', recommendation },
        { kind: 'answer', recommendation },
      ]
    : []

const fromGoal = (goal: Goal): Bead[] =>
  goal.sdgs.length > 0
    ? [
        { kind: 'goal', goal },
        { kind: 'sdgs', goal },
      ]
    : [{ kind: 'goal', goal }]

const upwards = (commitments: Strand['commitments']): Bead[][] =>
  commitments.map(({ commitment, goal }) => [{ kind: 'commitment', commitment }, ...fromGoal(goal)])

/** With a single branch it is one line. */
function tidied({ start, branches, end }: RedThread): RedThread {
  if (branches.length > 1) return { start, branches, end }
  return { start: [...start, ...branches.flat(), ...end], branches: [], end: [] }
}

/** From the needs and whatever else led to an event, by the event itself, to everything that came of it. */
export function threadFromEvent(
  event: EventFacts,
  strands: readonly Strand[],
  before: readonly ChainStep[] = [],
  needs: readonly LunchNeed[] = [],
): RedThread {
  const ledToIt = [
    ...needs.map((need): Bead => ({ kind: 'need', need })),
    ...before.map((step): Bead => ({ kind: 'led-to-it', step })),
  ]
  if (strands.length === 0) {
    const start: Bead[] = [
      ...ledToIt,
      { kind: 'event', event },
      { kind: 'note', event },
      { kind: 'recommendation-to-come' },
    ]
    return { start, branches: [], end: [] }
  }
  const branches = strands.map(({ recommendation, commitments }): Bead[] => [
    ...fromRecommendation(recommendation),
    ...(commitments.length > 0 ? upwards(commitments).flat() : [{ kind: 'commitment-to-come' } as const]),
  ])
  return tidied({ start: [...ledToIt, ...fromEvent(event)], branches, end: [] })
}

/** From a recommendation back to its event, and on to what it has become. */
export function threadFromRecommendation({ event, recommendation, commitments }: Strand): RedThread {
  const start = [...fromEvent(event), ...fromRecommendation(recommendation)]
  const branches: Bead[][] =
    commitments.length > 0 ? upwards(commitments) : [[{ kind: 'commitment-to-come' }]]
  return tidied({ start, branches, end: [] })
}

/** From a commitment back to where it came from, and on to what it serves: always one line. */
export const threadFromCommitment = ({ event, recommendation, commitments }: Strand): RedThread => ({
  start: [...fromEvent(event), ...fromRecommendation(recommendation), ...upwards(commitments).flat()],
  branches: [],
  end: [],
})

/** From a goal back to everything that was promised under it, and where that came from. */
export function threadFromGoal(goal: Goal, strands: readonly Strand[]): RedThread {
  const branches = strands.map(({ event, recommendation, commitments }): Bead[] => [
    ...fromEvent(event),
    ...fromRecommendation(recommendation),
    ...commitments.map(({ commitment }) => ({ kind: 'commitment' as const, commitment })),
  ])
  return tidied({ start: [], branches, end: fromGoal(goal) })
}
