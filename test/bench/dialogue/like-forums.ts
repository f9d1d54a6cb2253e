import { chanceFrom } from '../../../src/forum/seating/chance.ts'
import type { DoorEvent, Person, Problem } from '../../../src/forum/seating/problem.ts'
import { person } from '../../seating-cast.ts'

interface Size {
  name: string
  tables: number
  seats: number
  rounds: number
  seed: number
}

type Draw = (count: number) => number

const kinds = [
  { sector: 'elected', share: 0.25 },
  { sector: 'civil-servant', share: 0.35 },
  { sector: 'civil-society', share: 0.4 },
]

/**
 * Events of the same kind as the forum of 48 that is published with its figures, drawn by chance from a seed; not the very
 * events of 84 and 160 people, which are not published. A quarter elected, 35 % civil servants and 40 % from civil society;
 * organisations of one to five; who speaks Spanish or English alone, and who speaks it beside Swedish; a host at each table, four
 * who need a table without a step, five who come after the first round, and of all pairs one in seventeen that has met before.
 */
export function likeForum({ name, tables, seats, rounds, seed }: Size): Problem {
  const chance = chanceFrom(seed)
  const draw: Draw = (count) => Math.trunc(chance() * count)
  const people = kinds.flatMap(({ sector, share }) =>
    ofSector(sector, Math.round(share * tables * seats), draw),
  )
  const numbered = people.map((one, number) => ({ ...one, id: `p${String(number).padStart(3, '0')}` }))
  setHosts(numbered, tables, draw)
  const free = numbered.filter(({ fixedTable }) => fixedTable === null)
  for (let step = 0; step < 4; step += 1) {
    const one = taken(free, draw)
    const stepFree = step % 2 === 0 ? [0, 1] : [1, 0]
    one.fixedTable = stepFree.find((table) => !isTaken(numbered, one, table)) ?? null
  }
  for (let late = 0; late < 5; late += 1)
    taken(free, draw).rounds = Array.from({ length: rounds - 1 }, (_, round) => round + 1)
  for (const [count, speaks] of spoken(tables * seats))
    for (let one = 0; one < count; one += 1) taken(free, draw).speaks = speaks
  return {
    ...{ name, rounds, people: numbered, priorEncounters: metBefore(numbered, draw) },
    tables: Array.from({ length: tables }, (_, id) => ({ id, seats, stepFree: id < 2 })),
  }
}

/** Languages as in the published forum of 48: in proportion. */
const spoken = (people: number): [number, string[]][] => [
  [Math.round(people / 16), ['es']],
  [Math.round(people / 24), ['en']],
  [Math.round(people / 16), ['sv', 'es']],
  [Math.round(people / 4), ['sv', 'en']],
]

function ofSector(sector: string, count: number, draw: Draw): Person[] {
  const all: Person[] = []
  for (let org = 0; all.length < count; org += 1) {
    const size = Math.min([1, 1, 2, 3, 5][draw(5)] ?? 1, count - all.length)
    for (let one = 0; one < size; one += 1) all.push(person('', { sector, org: `${sector} ${org}` }))
  }
  return all
}

/** One of each table, two of one organisation never at the same. */
function setHosts(people: readonly Person[], tables: number, draw: Draw): void {
  const order = [...people]
  for (let table = 0; table < tables; table += 1)
    Object.assign(taken(order, draw), { facilitator: true, fixedTable: table })
}

/** Two of one organisation cannot both stay at a table. */
const isTaken = (people: readonly Person[], { org }: Person, table: number): boolean =>
  people.some((other) => other.fixedTable === table && other.org === org)

/** Somebody, who is not drawn again. */
function taken(people: Person[], draw: Draw): Person {
  const [one] = people.splice(draw(people.length), 1)
  if (!one) throw new Error('nobody is left to draw')
  return one
}

function metBefore(people: readonly Person[], draw: Draw): Problem['priorEncounters'] {
  return people.flatMap((one, number) =>
    people
      .slice(number + 1)
      .flatMap((other): Problem['priorEncounters'] => (draw(17) === 0 ? [[one.id, other.id, 1]] : [])),
  )
}

/** After the first round: one in twelve did not come, and one in thirty came unforeseen. */
export function likeDoor({ people, rounds }: Problem, seed: number): DoorEvent {
  const chance = chanceFrom(seed)
  const draw: Draw = (count) => Math.trunc(chance() * count)
  // Hosts come, and so do those without whom somebody could not follow.
  const may = people.filter((one) => one.fixedTable === null && one.speaks.length === 1)
  const noShows = Array.from({ length: Math.round(people.length / 12) }, () => taken(may, draw).id)
  const walkIns = Array.from({ length: Math.round(people.length / 30) }, (_, number) =>
    person(`n${number}`, {
      sector: kinds[draw(kinds.length)]?.sector ?? 'civil-society',
      org: `new ${number}`,
      rounds: Array.from({ length: rounds - 1 }, (__, round) => round + 1),
    }),
  )
  return { afterRound: 0, noShows, walkIns }
}
