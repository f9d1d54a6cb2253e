import { partiesOn } from '#people/index.ts'
import { type Commitment, commitmentsOfPlan } from '../../commitments.sql.ts'
import type { Reads } from '../../tables.ts'
import type { Successor } from '../successor.sql.ts'
import { type Fate, fateOf } from './carry.rules.ts'
import {
  type CarryAnswerRow,
  carryAnswersOf,
  type CarryEndingRow,
  carryEndingsOf,
  type OwnerOfPlan,
  ownersOfPlan,
  takenOutOf,
} from './carry.sql.ts'

/** A commitment of the plan that ends, who has promised it, what they say, and what becomes of it. */
export interface Carried {
  commitment: Commitment
  owners: OwnerOfPlan[]
  answers: CarryAnswerRow[]
  endings: CarryEndingRow[]
  fate: Fate
}

export const isFinished = ({ state }: Pick<Commitment, 'state'>): boolean =>
  state === 'done' || state === 'stopped'

/** All commitments of the plan that ends, by number; asked for in a handful of queries, however many they are. */
export async function loadCarried(db: Reads, successor: Successor, today: string): Promise<Carried[]> {
  const planId = successor.after_plan_id
  if (planId === null) return []
  const [commitments, owners, answers, endings, parties, takenOut] = await Promise.all([
    commitmentsOfPlan(db, planId),
    ownersOfPlan(db, planId),
    carryAnswersOf(db, successor.id),
    carryEndingsOf(db, successor.id),
    partiesOn(db, today),
    takenOutOf(db, planId, today),
  ])
  const [ownersBy, answersBy, endingsBy] = [
    Map.groupBy(owners, (one) => one.commitment_id),
    Map.groupBy(answers, (one) => one.commitment_id),
    Map.groupBy(endings, (one) => one.commitment_id),
  ]
  const joined = parties.map(({ id }) => id)
  return commitments
    .filter(({ id }) => !takenOut.has(id))
    .map((commitment) => {
      const own = {
        owners: ownersBy.get(commitment.id) ?? [],
        answers: answersBy.get(commitment.id) ?? [],
        endings: endingsBy.get(commitment.id) ?? [],
      }
      const endedBy = own.endings.map(({ party_id }) => party_id)
      const fate = fateOf({ ...own, isFinished: isFinished(commitment), endedBy, joined })
      return { commitment, ...own, fate }
    })
}

/** The owners that have not answered for it yet. */
export const silentOwners = ({ owners, answers }: Pick<Carried, 'owners' | 'answers'>): OwnerOfPlan[] =>
  owners.filter(({ id }) => !answers.some(({ owner_id }) => owner_id === id))
