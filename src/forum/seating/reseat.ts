import { anneal } from './anneal.ts'
import { leastRepeatsBeside } from './bounds.ts'
import { chanceFrom } from './chance.ts'
import { hallOf } from './hall.ts'
import { type Judgement, judge } from './judge.ts'
import { at, nobody } from './numbers.ts'
import { Plan } from './plan.ts'
import type { DoorEvent, Problem, Schedule } from './problem.ts'
import { movesIn, scheduleOf, type Wish } from './seat.ts'
import { impossible, missed, type Unmet } from './unmet.ts'
import type { Weights } from './weights.ts'

export interface Reseated {
  /** All rounds; those that are over as they were, without those who did not come. */
  rounds: Schedule
  report: {
    /** Seats that had been told to people who are here, and are others now. */
    changedSeats: number
    toldSeats: number
    /** Who sits elsewhere than they were told, by round. */
    moved: { round: number; person: string; from: number; to: number }[]
    impossible: Unmet[]
    missed: Unmet[]
    /** How the rounds to come are. */
    coming: Judgement
    /** Of the whole forum, with the rounds that are over: no plan that keeps to all that must be kept has fewer. */
    repeats: number
    leastRepeats: number
    seed: number
  }
}

// No change is worth a broken rule, and no number of repeats is worth a change: whoever has read their table goes there.
const weights: Weights = { hard: 60, sector: 40, repeat: 0.02, moved: 8 }
const tries = 6

/** Seats those who came in the rounds to come, and lets as many as can be sit where they were told. */
export function reseat(
  problem: Problem,
  base: Schedule,
  event: DoorEvent,
  { seconds = 2, seed = 1, progress }: Wish = {},
): Reseated {
  const from = event.afterRound + 1
  const after = afterEvent(problem, event)
  const came = (round: Schedule[number]): string[][] =>
    round.map((table) => table.filter((id) => !event.noShows.includes(id)))
  const [past, told] = [base.slice(0, from).map(came), base.slice(from).map(came)]
  const coming = comingRounds(after, from)
  const hall = hallOf(coming, { told, past })
  const chance = chanceFrom(seed)
  let best: { plan: Plan; cost: number } | undefined
  for (let turn = 0; turn < tries && best?.cost !== 0; turn += 1) {
    const plan = toldPlan(hall)
    const moves = movesIn(seconds, hall) / tries
    const how = { moves, warm: turn % 2 === 0 ? 12 : 5, cold: 0.01, cost: plan.total(), least: 0 }
    const told = progress && ((part: number) => progress((turn + part) / tries))
    const found = anneal(plan, { ...how, weights, chance, progress: told })
    if (!best || found.cost < best.cost) best = found
  }
  if (!best) throw new Error('nothing was tried')
  const rounds = [...past, ...scheduleOf(best.plan)]
  const moved = movedIn(rounds, base, from)
  const toldSeats = told.flat(2).length
  return {
    rounds,
    report: {
      ...{ changedSeats: moved.length, toldSeats, moved, seed },
      impossible: impossible(after).filter(({ round }) => round >= from),
      missed: missed(after, rounds, from),
      coming: judge(after, rounds, rounds.map((_, round) => round).slice(from)),
      ...wholeForum(after, event, rounds),
    },
  }
}

/** Who takes part now: without those who did not come, with those who came unforeseen. */
function afterEvent(problem: Problem, event: DoorEvent): Problem {
  const gone = new Set(event.noShows)
  const { priorEncounters, people } = problem
  return {
    ...problem,
    people: [...people.filter(({ id }) => !gone.has(id)), ...event.walkIns],
    priorEncounters: priorEncounters.filter(([one, other]) => !gone.has(one) && !gone.has(other)),
  }
}

/** Those who came unforeseen were not there in the rounds that are over. */
function wholeForum(after: Problem, { walkIns, afterRound }: DoorEvent, rounds: Schedule) {
  const late = new Set(walkIns.map(({ id }) => id))
  const coming = rounds.map((_, round) => round).slice(afterRound + 1)
  const people = after.people.map((one) =>
    late.has(one.id)
      ? { ...one, rounds: coming.filter((round) => one.rounds?.includes(round) ?? true) }
      : one,
  )
  const problem = { ...after, people }
  return { repeats: judge(problem, rounds).repeats, leastRepeats: leastRepeatsBeside(problem, rounds) }
}

/** The rounds to come, counted from 0. */
function comingRounds(problem: Problem, from: number): Problem {
  const left = (rounds: readonly number[]): number[] =>
    rounds.filter((round) => round >= from).map((round) => round - from)
  return {
    ...problem,
    rounds: problem.rounds - from,
    people: problem.people.map((person) => ({ ...person, rounds: person.rounds && left(person.rounds) })),
  }
}

/** Everybody where they were told, and the others at the tables with most empty chairs. */
function toldPlan(hall: ReturnType<typeof hallOf>): Plan {
  const plan = new Plan(hall, weights)
  const { told, attends, people, tables, chairsMax, chairs } = hall
  const rounds = Array.from({ length: hall.rounds }, (_, round) => round)
  for (const round of rounds) {
    const here = people.flatMap((_, person) =>
      at(attends, round * people.length + person) === 1 ? [person] : [],
    )
    const homeOf = (person: number): number => (told ? at(told, round * people.length + person) : -1)
    const emptiest = (): number => {
      const all = tables.map((_, table) => round * tables.length + table)
      return all.toSorted((a, b) => at(chairs, b) - plan.sizeOf(b) - (at(chairs, a) - plan.sizeOf(a)))[0] ?? 0
    }
    const sit = (person: number, table: number): void => {
      const seats = plan.seats.subarray(table * chairsMax, (table + 1) * chairsMax)
      plan.sit(person, table * chairsMax + seats.indexOf(nobody))
    }
    for (const person of here) if (homeOf(person) >= 0) sit(person, homeOf(person))
    for (const person of here) if (homeOf(person) < 0) sit(person, emptiest())
  }
  return plan
}

function movedIn(rounds: Schedule, base: Schedule, from: number) {
  const tableOf = (round: Schedule[number], id: string): number =>
    round.findIndex((table) => table.includes(id))
  return rounds.flatMap((tables, round) =>
    round < from
      ? []
      : tables.flatMap((ids, to) =>
          ids.flatMap((person) => {
            const was = tableOf(base[round] ?? [], person)
            return was >= 0 && was !== to ? [{ round, person, from: was, to }] : []
          }),
        ),
  )
}
