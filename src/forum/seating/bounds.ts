import { type Hall, hallOf, mustNotMeet } from './hall.ts'
import { at } from './numbers.ts'
import type { Problem, Schedule } from './problem.ts'

/**
 * So many repeated meetings are there in every plan that keeps to all that must be kept: true, though not always
 * reached. Three reasons, about different pairs: two who always sit at one table meet in every round; somebody who
 * needs an interpreter meets one in each round, however few they are; and those who need one and share the few
 * tables with an interpreter meet each other. Or, when that is more: everybody meets so many, and there are not so
 * many others.
 */
export function leastRepeats(hall: Hall): number {
  return Math.max(byReason(hall), byNumbers(hall))
}

/**
 * The bound to hold beside a plan, however it fills the tables: by hand and at the door they are not always even. Counts
 * with the plan's own tables or with even ones, whichever allows fewer repeats.
 */
export function leastRepeatsBeside(problem: Problem, schedule: Schedule): number {
  // What is locked binds proposals, and says nothing of what is possible.
  const hall = hallOf({ ...problem, locked: [] })
  const sizes = schedule.flatMap((tables) => tables.map((ids) => ids.length))
  return Math.min(leastRepeats(hall), leastRepeats({ ...hall, chairs: Int32Array.from(sizes) }))
}

function byReason(hall: Hall): number {
  const counted = new Set<string>()
  return pinnedTogether(hall, counted) + interpreted(hall, counted)
}

const pairOf = (one: number, other: number): string => `${Math.min(one, other)} ${Math.max(one, other)}`

const attendsIn = ({ attends, people }: Hall, round: number, person: number): boolean =>
  at(attends, round * people.length + person) === 1

const roundsOf = (hall: Hall, ...people: readonly number[]): number =>
  Array.from({ length: hall.rounds }, (_, round) => round).filter((round) =>
    people.every((person) => attendsIn(hall, round, person)),
  ).length

const isApart = ({ before, people }: Hall, one: number, other: number): boolean =>
  at(before, one * people.length + other) >= mustNotMeet

function pinnedTogether(hall: Hall, counted: Set<string>): number {
  let repeats = 0
  for (let one = 0; one < hall.people.length; one += 1)
    for (let other = one + 1; other < hall.people.length; other += 1) {
      if (!areTied(hall, one, other) || isApart(hall, one, other)) continue
      counted.add(pairOf(one, other))
      repeats += Math.max(0, roundsTogether(hall, one, other) - 1)
    }
  return repeats
}

/** Where somebody sits in a round whatever the plan; -1 for those who may move. */
function homeOf({ held, pinned, people }: Hall, round: number, person: number): number {
  const own = at(held, round * people.length + person)
  return own >= 0 ? own : at(pinned, person)
}

const areTied = (hall: Hall, one: number, other: number): boolean => roundsTogether(hall, one, other) > 0

/** In how many rounds two people sit together whatever the plan. */
function roundsTogether(hall: Hall, one: number, other: number): number {
  let rounds = 0
  for (let round = 0; round < hall.rounds; round += 1) {
    const home = homeOf(hall, round, one)
    const isTogether = home >= 0 && home === homeOf(hall, round, other)
    if (isTogether && attendsIn(hall, round, one) && attendsIn(hall, round, other)) rounds += 1
  }
  return rounds
}

function interpreted(hall: Hall, counted: ReadonlySet<string>): number {
  const { people, speaksCommon, tongues } = hall
  // At a table of their own language they need nobody.
  if (hall.ownLanguage.includes(1)) return 0
  const alone = people.flatMap((_, person) => (at(speaksCommon, person) === 0 ? [person] : []))
  let repeats = 0
  for (const person of alone) {
    const interpreters = people.flatMap((_, other) =>
      at(speaksCommon, other) === 1 && (at(tongues, other) & at(tongues, person)) !== 0 ? [other] : [],
    )
    if (interpreters.some((other) => counted.has(pairOf(person, other)))) continue
    const possible = interpreters.filter(
      (other) => !isApart(hall, person, other) && roundsOf(hall, person, other) > 0,
    )
    if (possible.length > 0) repeats += Math.max(0, roundsOf(hall, person) - possible.length)
  }
  return repeats + togetherAtFewTables(hall, alone, counted)
}

/** Those with exactly the same languages, at the tables of the few who can interpret for them. */
function togetherAtFewTables(hall: Hall, alone: readonly number[], counted: ReadonlySet<string>): number {
  const { tongues, speaksCommon, people } = hall
  let repeats = 0
  for (const [tongue, group] of Map.groupBy(alone, (person) => at(tongues, person))) {
    let meetings = 0
    for (let round = 0; round < hall.rounds; round += 1) {
      const here = group.filter((person) => attendsIn(hall, round, person)).length
      const interpreters = people.filter(
        (_, other) =>
          at(speaksCommon, other) === 1 &&
          (at(tongues, other) & tongue) !== 0 &&
          attendsIn(hall, round, other),
      ).length
      if (interpreters > 0) meetings += fewestPairs(here, interpreters)
    }
    const pairs = group.flatMap((one, index) =>
      group
        .slice(index + 1)
        .filter((other) => !isApart(hall, one, other) && !counted.has(pairOf(one, other))),
    )
    const known = group.some((one, index) =>
      group.slice(index + 1).some((other) => counted.has(pairOf(one, other))),
    )
    if (!known) repeats += Math.max(0, meetings - pairs.length)
  }
  return repeats
}

/** The fewest pairs when so many people share so many tables. */
function fewestPairs(people: number, tables: number): number {
  const low = Math.floor(people / tables)
  const full = people % tables
  return full * ((low * (low + 1)) / 2) + (tables - full) * ((low * (low - 1)) / 2)
}

/** Everybody meets all others at their tables; where that is more than there are others, somebody is met again. */
function byNumbers(hall: Hall): number {
  const { people, rounds, tables, chairs } = hall
  let surplus = 0
  for (let person = 0; person < people.length; person += 1) {
    let meetings = 0
    for (let round = 0; round < rounds; round += 1) {
      if (!attendsIn(hall, round, person)) continue
      const own = at(hall.pinned, person)
      const sizes = tables.map((_, table) => at(chairs, round * tables.length + table))
      const empty =
        sizes.reduce((sum, size) => sum + size, 0) -
        people.filter((_, other) => attendsIn(hall, round, other)).length
      const smallest = own >= 0 ? (sizes[own] ?? 1) : Math.min(...sizes)
      meetings += smallest - Number(empty > 0) - 1
    }
    const others = people.filter(
      (_, other) => other !== person && !isApart(hall, person, other) && roundsOf(hall, person, other) > 0,
    )
    surplus += Math.max(0, meetings - others.length)
  }
  return Math.ceil(surplus / 2)
}
