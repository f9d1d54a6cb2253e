import type { Goal } from '#plan/index.ts'
import type { EventFacts, NeedFacts, RecommendationFacts } from './facts.sql.ts'
import type { Bead } from './thread.rules.ts'

/** That nothing was published about what was said is a matter only until something has come of it. */
export function eventBeads(
  event: EventFacts,
  { isStart, isLeaf }: { isStart: boolean; isLeaf: boolean },
): Bead[] {
  const bare: Bead = { kind: 'event', event }
  if (isStart && isLeaf) return [bare, { kind: 'note', event }, { kind: 'recommendation-to-come' }]
  if (event.note_published_at === null) return [bare]
  const said: Bead[] = event.said_at_tables > 0 ? [{ kind: 'report', event }] : []
  return [bare, { kind: 'note', event }, ...said]
}

export function recommendationBeads(recommendation: RecommendationFacts, isLeaf: boolean): Bead[] {
  const beads: Bead[] = [
    { kind: 'recommendation', recommendation },
    { kind: 'answer', recommendation },
  ]
  return isLeaf ? [...beads, { kind: 'commitment-to-come' }] : beads
}

export const goalBeads = (goal: Goal, leadsOn: boolean): Bead[] =>
  goal.sdgs.length > 0 && !leadsOn
    ? [
        { kind: 'goal', goal },
        { kind: 'sdgs', goal },
      ]
    : [{ kind: 'goal', goal }]

/** A need that nothing came of was answered, or waits still. */
export function needBeads(need: NeedFacts, isLeaf: boolean): Bead[] {
  const waits = isLeaf && (need.state === 'open' || need.state === 'matched')
  return waits ? [{ kind: 'need', need }, { kind: 'event-to-come' }] : [{ kind: 'need', need }]
}
