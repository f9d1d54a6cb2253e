import { anneal } from './anneal.ts'
import { leastRepeats } from './bounds.ts'
import { chanceFrom } from './chance.ts'
import { designPlan, trade } from './design-plan.ts'
import { firstPlan } from './first-plan.ts'
import { type Hall, hallOf } from './hall.ts'
import { type Judgement, judge } from './judge.ts'
import type { Plan } from './plan.ts'
import type { Problem, Schedule } from './problem.ts'
import { impossible, missed, type Unmet } from './unmet.ts'
import type { Weights } from './weights.ts'

export interface Wish {
  /** How long it may take, about, on a machine of 2026: decides how many moves are tried. */
  seconds?: number
  seed?: number
  /** Told how far it has come, from 0 to 1; false stops it with the best so far. */
  progress?: ((part: number) => boolean) | undefined
}

export interface Seated {
  rounds: Schedule
  report: Judgement & {
    /** No plan that keeps to all that must be kept has fewer repeats. */
    leastRepeats: number
    /** What no plan can meet, and what this one does not; empty when all is well. */
    impossible: Unmet[]
    missed: Unmet[]
    seed: number
  }
}

// Heavy enough to be kept in the end, and light enough to be broken on the way there.
const weights: Weights = { hard: 30, sector: 10, repeat: 1, moved: 0 }

// Moves that such a machine tries in a second at tables of eight; larger tables take longer.
const movesPerSecond = 3_000_000

export const movesIn = (seconds: number, { chairsMax }: Hall): number =>
  Math.round((movesPerSecond * seconds * 8) / Math.max(4, chairsMax))

/** Seats everybody in every round: the same input and seed give the same plan, on every machine. */
export function seat(problem: Problem, { seconds = 5, seed = 1, progress }: Wish = {}): Seated {
  const hall = hallOf(problem)
  const least = leastRepeats(hall)
  const chance = chanceFrom(seed)
  const moves = movesIn(seconds, hall)
  const known = designPlan(hall, weights, chance)
  const traded = known && trade(known, { moves: moves / (8 * hall.rounds), warm: 8, cold: 0.2, chance })
  const best =
    known && traded !== undefined && traded <= least
      ? known
      : searched({ hall, known, least, moves, chance, progress })
  const rounds = scheduleOf(best)
  return { rounds, report: { ...reportOn(problem, rounds), leastRepeats: least, seed } }
}

const reportOn = (problem: Problem, rounds: Schedule) => ({
  ...judge(problem, rounds),
  impossible: impossible(problem),
  missed: missed(problem, rounds),
})

interface Search {
  hall: Hall
  known: Plan | undefined
  least: number
  moves: number
  chance: ReturnType<typeof chanceFrom>
  progress: Wish['progress']
}

// Above the first everything moves, at the second the mix has set, and below the third nothing gets better any more:
// found by trying on full halls, where a repeat costs 1.
const [hot, set, frozen] = [2, 0.3, 0.12]

/** From chance, and from what a design gave where there is one; the better of both. */
function searched({ hall, known, least, moves, chance, progress }: Search): Plan {
  const share = moves / (known ? 2 : 1)
  const cooled = (
    plan: Plan,
    part: number,
    [warm, cold]: readonly [number, number],
    told: Wish['progress'],
  ) => {
    const how = { moves: share * part, warm, cold, cost: plan.total(), least }
    return anneal(plan, { ...how, weights, chance, progress: told })
  }
  const parts = (from: number, to: number): Wish['progress'] =>
    progress && ((part) => progress(from + part * (to - from)))
  const begun = known ? 0.5 : 0
  const early = cooled(
    firstPlan(hall, weights, chance),
    0.25,
    [hot, set],
    parts(begun, begun + (1 - begun) / 4),
  )
  const late = cooled(early.plan, 0.75, [set, frozen], parts(begun + (1 - begun) / 4, 1))
  if (!known) return late.plan
  const other = cooled(known, 1, [set, frozen], parts(0, 0.5))
  return other.cost <= late.cost ? other.plan : late.plan
}

export const scheduleOf = ({ hall, seats }: Plan): Schedule =>
  Array.from({ length: hall.rounds }, (_, round) =>
    hall.tables.map((__, table) => {
      const first = (round * hall.tables.length + table) * hall.chairsMax
      const people = [...seats.subarray(first, first + hall.chairsMax)].sort((a, b) => a - b)
      return people.flatMap((person) => hall.people[person]?.id ?? [])
    }),
  )
