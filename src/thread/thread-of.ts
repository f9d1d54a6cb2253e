import {
  type Commitment,
  commitmentsOfGoal,
  commitmentsOfRecommendations,
  commitmentWithNumber,
  type Goal,
  goalWithNumber,
} from '#plan/index.ts'
import { needsAnsweredBy, stepsBefore } from '#programme/index.ts'
import type { Reads } from './tables.ts'
import {
  type RedThread,
  type Strand,
  threadFromCommitment,
  threadFromEvent,
  threadFromGoal,
  threadFromRecommendation,
  type ThreadKind,
} from './thread.rules.ts'
import {
  publicEvent,
  publicEvents,
  publicRecommendation,
  publicRecommendations,
  type RecommendationFacts,
  recommendationsOfEvent,
} from './threads.sql.ts'

/**
 * The red thread through one point of it: an event by its slug, anything else by its number. Undefined when there is
 * no such thing, or when it is not public.
 */
export function threadOf(db: Reads, kind: ThreadKind, key: string): Promise<RedThread | undefined> {
  if (kind === 'event') return throughEvent(db, key)
  const number = /^[1-9]\d{0,8}$/.test(key) ? Number(key) : 0
  switch (kind) {
    case 'recommendation':
      return throughRecommendation(db, number)
    case 'commitment':
      return throughCommitment(db, number)
    case 'goal':
      return throughGoal(db, number)
  }
}

async function throughEvent(db: Reads, slug: string): Promise<RedThread | undefined> {
  const event = await publicEvent(db, slug)
  if (!event) return undefined
  const strands = await onwards(db, await recommendationsOfEvent(db, event.id))
  const before = await stepsBefore(db, event.id)
  return threadFromEvent(event, strands, before, await needsAnsweredBy(db, event.id))
}

async function throughRecommendation(db: Reads, number: number): Promise<RedThread | undefined> {
  const recommendation = await publicRecommendation(db, number)
  if (!recommendation) return undefined
  const [strand] = await onwards(db, [recommendation])
  return strand && threadFromRecommendation(strand)
}

async function throughCommitment(db: Reads, number: number): Promise<RedThread | undefined> {
  const commitment = await commitmentWithNumber(db, number)
  const goal = commitment && (await goalWithNumber(db, commitment.goal_number))
  if (!commitment || !goal) return undefined
  const [strand] = await backwards(db, [commitment], goal)
  return strand && threadFromCommitment(strand)
}

async function throughGoal(db: Reads, number: number): Promise<RedThread | undefined> {
  const goal = await goalWithNumber(db, number)
  if (!goal?.adopted_at) return undefined
  return threadFromGoal(goal, await backwards(db, await commitmentsOfGoal(db, goal.id), goal))
}

/** From recommendations on to what they have become. */
async function onwards(db: Reads, recommendations: readonly RecommendationFacts[]): Promise<Strand[]> {
  if (recommendations.length === 0) return []
  const events = await publicEvents(
    db,
    recommendations.map((one) => one.event_id),
  )
  const commitments = await commitmentsOfRecommendations(
    db,
    recommendations.map((one) => one.id),
  )
  const goals = await goalsOf(db, commitments)
  return recommendations.map((recommendation) => ({
    event: events.find((one) => one.id === recommendation.event_id),
    recommendation,
    commitments: commitments
      .filter((one) => one.recommendation_id === recommendation.id)
      .flatMap((commitment) => {
        const goal = goals.get(commitment.goal_number)
        return goal ? [{ commitment, goal }] : []
      }),
  }))
}

async function goalsOf(db: Reads, commitments: readonly Commitment[]): Promise<Map<number, Goal>> {
  const goals = new Map<number, Goal>()
  for (const number of new Set(commitments.map((one) => one.goal_number))) {
    const goal = await goalWithNumber(db, number)
    if (goal) goals.set(number, goal)
  }
  return goals
}

/** From commitments under one goal back to where they came from. */
async function backwards(db: Reads, commitments: readonly Commitment[], goal: Goal): Promise<Strand[]> {
  const ids = commitments.flatMap((one) => one.recommendation_id ?? [])
  const recommendations = ids.length > 0 ? await publicRecommendations(db, ids) : []
  const eventIds = recommendations.map((one) => one.event_id)
  const events = eventIds.length > 0 ? await publicEvents(db, eventIds) : []
  return commitments.map((commitment) => {
    const recommendation = recommendations.find((one) => one.id === commitment.recommendation_id)
    const event = events.find((one) => one.id === recommendation?.event_id)
    return { event, recommendation, commitments: [{ commitment, goal }] }
  })
}
