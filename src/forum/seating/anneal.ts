import type { chanceFrom } from './chance.ts'
import type { Hall } from './hall.ts'
import { at, nobody } from './numbers.ts'
import { Plan } from './plan.ts'
import type { Weights } from './weights.ts'

export interface Annealing {
  /** Moves to try: the same number for the same input, whatever the machine, so that a seed gives one plan. */
  moves: number
  /** In repeated meetings: what is accepted one time in e, at the start and at the end. */
  warm: number
  cold: number
  /** What it costs at the start, and the least that is possible. */
  cost: number
  least: number
  weights: Weights
  chance: ReturnType<typeof chanceFrom>
  /** Told how far it has come, from 0 to 1; false stops it. */
  progress?: ((part: number) => boolean) | undefined
}

// So many moves are made between two looks at the temperature and at whether to stop.
const stride = 2048
const none = 1e-9

/**
 * Changes seats by chance, ever more choosy (Kirkpatrick, Gelatt and Vecchi 1983), and answers with the best plan on
 * the way and what it costs.
 */
export function anneal(first: Plan, how: Annealing): { plan: Plan; cost: number } {
  const { moves, warm, cold, least, weights, chance, progress } = how
  const { hall } = first
  const movers = moversOf(hall)
  let [cost, best] = [how.cost, how.cost]
  const kept = first.seats.slice()
  const canMove = movers.all.some(({ length }) => length > 1)
  for (let done = 0; canMove && done < moves && best > least + none; done += stride) {
    const heat = warm * (cold / warm) ** (done / moves)
    for (let move = 0; move < stride; move += 1) {
      cost += tryMove(first, movers, heat, chance)
      if (cost >= best - none) continue
      best = cost
      kept.set(first.seats)
      if (best <= least + none) break
    }
    if (progress?.(done / moves) === false) break
  }
  return { plan: planWith(hall, weights, kept), cost: best }
}

/** The plan in which everybody sits on these chairs. */
function planWith(hall: Hall, weights: Weights, seats: Int32Array): Plan {
  const plan = new Plan(hall, weights)
  for (const [chair, person] of seats.entries()) if (person !== nobody) plan.sit(person, chair)
  return plan
}

interface Movers {
  /** For each round, those who may sit at more than one table, and are not to stay. */
  all: Int32Array[]
  /** The same for each round and sector. */
  alike: Int32Array[]
}

function moversOf(hall: Hall): Movers {
  const { rounds, people, tables, allowed, attends, held, sectorOf, sectors } = hall
  const choices = (person: number): number =>
    tables.reduce((sum, _, table) => sum + at(allowed, person * tables.length + table), 0)
  const free = people.flatMap((_, person) => (choices(person) > 1 ? [person] : []))
  const inRound = Array.from({ length: rounds }, (_, round) =>
    free.filter((person) => {
      const place = round * people.length + person
      return at(attends, place) === 1 && at(held, place) < 0
    }),
  )
  return {
    all: inRound.map((one) => Int32Array.from(one)),
    alike: inRound.flatMap((one) =>
      Array.from({ length: sectors }, (_, sector) =>
        Int32Array.from(one.filter((person) => at(sectorOf, person) === sector)),
      ),
    ),
  }
}

/** What a move cost that was made; 0 when it was not. */
function tryMove(plan: Plan, movers: Movers, heat: number, chance: () => number): number {
  const { hall } = plan
  const round = Math.trunc(chance() * hall.rounds)
  const all = movers.all[round] as Int32Array
  if (all.length === 0) return 0
  const person = at(all, Math.trunc(chance() * all.length))
  const one = at(plan.chairOf, round * hall.people.length + person)
  const other = otherChair(plan, movers, { round, person, chance })
  if (other < 0 || !mayChange(plan, round, one, other)) return 0
  const cost = plan.change(one, other)
  if (cost > 0 && cost > -heat * Math.log(chance())) return 0
  plan.swap(one, other)
  return cost
}

interface Mover {
  round: number
  person: number
  chance: () => number
}

/** Half of the time the chair of somebody of the same sector, which leaves the mix as it is; else any chair. */
function otherChair(plan: Plan, movers: Movers, { round, person, chance }: Mover): number {
  const { hall } = plan
  if (chance() < 0.5) {
    const alike = movers.alike[round * hall.sectors + at(hall.sectorOf, person)] as Int32Array
    return at(plan.chairOf, round * hall.people.length + at(alike, Math.trunc(chance() * alike.length)))
  }
  const table = round * hall.tables.length + Math.trunc(chance() * hall.tables.length)
  return table * hall.chairsMax + Math.trunc(chance() * at(hall.chairs, table))
}

function mayChange(plan: Plan, round: number, one: number, other: number): boolean {
  const { tables, people, allowed, chairs, held } = plan.hall
  const [here, there] = [plan.tableOf(one), plan.tableOf(other)]
  if (here === there) return false
  const first = round * tables.length
  const [a, b] = [at(plan.seats, one), at(plan.seats, other)]
  if (at(allowed, a * tables.length + there - first) === 0) return false
  if (b !== nobody)
    return at(allowed, b * tables.length + here - first) === 1 && at(held, round * people.length + b) < 0
  // Whoever moves to an empty chair leaves one: two at a table would make it smaller than the others.
  return plan.sizeOf(here) === at(chairs, here)
}
