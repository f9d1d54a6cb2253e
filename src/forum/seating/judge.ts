import { maySit } from './may-sit.ts'
import { commonLanguage } from './mix.ts'
import type { Person, Problem, Schedule } from './problem.ts'

/** What a schedule is worth, counted from the schedule alone and not by what made it. */
export interface Judgement {
  /** People who should sit and do not, or sit twice, in all rounds. */
  missing: number
  overSeats: number
  /** Pairs of one organisation at a table. */
  sameOrganisation: number
  /** People whom nobody at the table can interpret for. */
  withoutInterpreter: number
  /** People away from the table that was fixed for them, or at one that lacks what they cannot do without. */
  wrongTable: number
  /** By how many people the mix of the tables is off the shares of the sectors, rounded down and up. */
  sectorDeviation: number
  /** Meetings after the first, of all pairs. */
  repeats: number
  mostMeetings: number
  /** Meetings of those who met at earlier forums, times how often they did. */
  earlierEncounters: number
  /** Pairs who meet for the first time, here and ever. */
  newEncounters: number
  /** Pairs at a table, over all rounds: the most encounters there could be. */
  pairSlots: number
}

/** Judges the rounds that are asked for, or all. */
export function judge(
  problem: Problem,
  schedule: Schedule,
  rounds = schedule.map((_, round) => round),
): Judgement {
  const people = new Map(problem.people.map((person) => [person.id, person]))
  const sum = {
    missing: 0,
    overSeats: 0,
    sameOrganisation: 0,
    withoutInterpreter: 0,
    wrongTable: 0,
    sectorDeviation: 0,
  }
  const meetings = new Map<string, number>()
  for (const round of rounds) {
    const here = problem.people.filter((person) => person.rounds === null || person.rounds.includes(round))
    const tables = schedule[round] ?? []
    sum.missing += notThereOnce(here, tables)
    for (const [index, ids] of tables.entries()) {
      const table = problem.tables[index]
      const seated = ids.flatMap((id) => people.get(id) ?? [])
      sum.overSeats += Math.max(0, seated.length - (table?.seats ?? 0))
      if (!table?.language) sum.withoutInterpreter += lost(seated)
      sum.wrongTable += seated.filter(
        (person) =>
          !table || (person.fixedTable !== null && person.fixedTable !== table.id) || !maySit(person, table),
      ).length
      sum.sectorDeviation += offShares(here, seated)
      const pairs = [...pairsOf(seated)]
      sum.sameOrganisation += pairs.filter(([one, other]) => one.org !== null && one.org === other.org).length
      for (const pair of pairs.map(([one, other]) => pairOf(one.id, other.id)))
        meetings.set(pair, (meetings.get(pair) ?? 0) + 1)
    }
  }
  return { ...sum, ...encounters(problem, meetings) }
}

function encounters(problem: Problem, meetings: ReadonlyMap<string, number>) {
  const earlier = new Map(problem.priorEncounters.map(([one, other, times]) => [pairOf(one, other), times]))
  const all = [...meetings]
  const pairSlots = all.reduce((sum, [, times]) => sum + times, 0)
  return {
    repeats: pairSlots - all.length,
    mostMeetings: all.reduce((most, [, times]) => Math.max(most, times), 0),
    earlierEncounters: all.reduce((sum, [pair, times]) => sum + times * (earlier.get(pair) ?? 0), 0),
    newEncounters: all.filter(([pair]) => !earlier.get(pair)).length,
    pairSlots,
  }
}

const pairOf = (one: string, other: string): string => (one < other ? `${one}\n${other}` : `${other}\n${one}`)

function* pairsOf(seated: readonly Person[]): Generator<[Person, Person]> {
  for (const [index, one] of seated.entries()) for (const other of seated.slice(index + 1)) yield [one, other]
}

function notThereOnce(here: readonly Person[], tables: readonly (readonly string[])[]): number {
  const times = new Map<string, number>()
  for (const id of tables.flat()) times.set(id, (times.get(id) ?? 0) + 1)
  const wrong = here.filter(({ id }) => times.get(id) !== 1).length
  const strangers = [...times.keys()].filter((id) => !here.some((person) => person.id === id)).length
  return wrong + strangers
}

/** How many do not speak the common language while nobody at the table speaks it and theirs. */
function lost(seated: readonly Person[]): number {
  const bridged = new Set(
    seated.filter(({ speaks }) => speaks.includes(commonLanguage)).flatMap(({ speaks }) => speaks),
  )
  return seated.filter(
    ({ speaks }) => !speaks.includes(commonLanguage) && !speaks.some((one) => bridged.has(one)),
  ).length
}

function offShares(here: readonly Person[], seated: readonly Person[]): number {
  const inRound = Map.groupBy(here, ({ sector }) => sector)
  const atTable = Map.groupBy(seated, ({ sector }) => sector)
  let off = 0
  for (const [sector, all] of inRound) {
    const share = (all.length * seated.length) / here.length
    const count = atTable.get(sector)?.length ?? 0
    off += Math.max(0, Math.floor(share + 1e-9) - count, count - Math.ceil(share - 1e-9))
  }
  return off
}
