import { chairsInUse, pinnedTo, seated } from './chairs.ts'
import { maySit } from './may-sit.ts'
import { languagesOf, sectorBounds, sectorsOf } from './mix.ts'
import { at } from './numbers.ts'
import type { Person, Problem, Schedule, Table } from './problem.ts'

/** Two people who must not sit together count as having met this often, which no real pair ever has. */
export const mustNotMeet = 100

/** A problem as numbers: people in the order of their ids, so that the order in a file changes nothing. */
export interface Hall {
  problem: Problem
  people: readonly Person[]
  tables: readonly Table[]
  rounds: number
  /** The most chairs that any table uses. */
  chairsMax: number
  /** For each round and table: chairs in use, so that tables are filled evenly. */
  chairs: Int32Array
  /** For each round and person: 1 when seated. */
  attends: Uint8Array
  sectorOf: Int32Array
  sectors: number
  /** For each round, number at a table and sector: the fewest and the most of that sector there. */
  fewest: Int32Array
  most: Int32Array
  /** For each person and table: 1 where they may sit. */
  allowed: Uint8Array
  /** The table where somebody always sits, by its place in the list; -1 for everybody else. */
  pinned: Int32Array
  /** For each round and person: the table where they stay in that round, by its place in the list; -1 for none. */
  held: Int32Array
  /** For each table: 1 where everybody speaks the language of that table. */
  ownLanguage: Uint8Array
  /** One bit for each language beside the common one. */
  tongues: Int32Array
  speaksCommon: Uint8Array
  /** For each two people, before the first round: 0, 1 when they met at an earlier forum, or `mustNotMeet`. */
  before: Uint8Array
  /** For each round and person: the table they have been told, counted over all rounds; -1 for none. */
  told: Int32Array | null
  /** For each round, those for whom there is no chair. */
  standing: readonly (readonly number[])[]
}

/** What was before, when people are seated anew. */
export interface Known {
  /** What has been told to people; all seats of a table may be used then, and nobody changes without need. */
  told: Schedule
  /** The rounds that are over. */
  past: Schedule
}

export function hallOf(problem: Problem, known: Known | null = null): Hall {
  const people = problem.people.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const { tables, rounds } = problem
  const numberOf = new Map(people.map(({ id }, index) => [id, index]))
  const pinned = pinnedTo(people, tables)
  const held = heldIn(problem, numberOf)
  const { attends, standing } = seated(people, { tables, rounds, pinned, held })
  const chairs = chairsInUse({ people, tables, rounds, attends, pinned, held, isEven: known === null })
  const chairsMax = Math.max(...chairs, 1)
  const { sectorOf, sectors } = sectorsOf(people)
  return {
    ...{ problem, people, tables, rounds, chairsMax, chairs, attends, standing, sectorOf, sectors, pinned },
    ...{ held, ownLanguage: Uint8Array.from(tables, ({ language }) => Number(Boolean(language))) },
    ...sectorBounds({ people, rounds, attends, sectorOf, sectors, chairsMax }),
    ...languagesOf(people),
    allowed: allowedTables(people, tables, pinned),
    before: pairsBefore(people, problem, known?.past ?? [], numberOf),
    told: known && toldTables(known.told, people.length, numberOf),
  }
}

type Numbers = ReadonlyMap<string, number>

function pairsBefore(
  people: readonly Person[],
  problem: Problem,
  past: Schedule,
  numberOf: Numbers,
): Uint8Array {
  const size = people.length
  const before = new Uint8Array(size * size)
  const meet = (one: string, other: string): void => {
    const [a, b] = [numberOf.get(one), numberOf.get(other)]
    if (a === undefined || b === undefined || a === b) return
    for (const place of [a * size + b, b * size + a]) before[place] = at(before, place) + 1
  }
  for (const [one, other, times] of problem.priorEncounters) if (times > 0) meet(one, other)
  for (const table of past.flat())
    for (const [index, one] of table.entries()) for (const other of table.slice(index + 1)) meet(one, other)
  for (const [a, { org }] of people.entries())
    for (const [b, other] of people.entries())
      if (a !== b && org !== null && org === other.org) before[a * size + b] = mustNotMeet
  return before
}

function heldIn({ people, tables, rounds, locked = [] }: Problem, numberOf: Numbers): Int32Array {
  const held = new Int32Array(rounds * people.length).fill(-1)
  for (const [round, id, table] of locked) {
    const person = numberOf.get(id)
    if (person !== undefined)
      held[round * people.length + person] = tables.findIndex((one) => one.id === table)
  }
  return held
}

function toldTables(told: Schedule, people: number, numberOf: Numbers): Int32Array {
  const tables = new Int32Array(told.length * people).fill(-1)
  for (const [round, all] of told.entries()) {
    const seated = all.flatMap((ids, table) => ids.map((id) => [numberOf.get(id), table] as const))
    for (const [person, table] of seated)
      if (person !== undefined) tables[round * people + person] = round * all.length + table
  }
  return tables
}

function allowedTables(people: readonly Person[], tables: readonly Table[], pinned: Int32Array): Uint8Array {
  const allowed = new Uint8Array(people.length * tables.length)
  for (const [person, who] of people.entries())
    for (const [table, one] of tables.entries()) {
      const own = at(pinned, person)
      allowed[person * tables.length + table] = Number(own >= 0 ? own === table : maySit(who, one))
    }
  return allowed
}
