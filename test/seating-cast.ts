import { chanceFrom } from '#forum/seating/chance.ts'
import type { Person, Problem, Schedule } from '#forum/seating/problem.ts'

/** People without any wish: a golf tournament. */
export const golfers = (tables: number, seats: number, rounds: number): Problem => ({
  tables: Array.from({ length: tables }, (_, id) => ({ id, seats, stepFree: true })),
  rounds,
  people: Array.from({ length: tables * seats }, (_, number) =>
    person(`p${String(number).padStart(3, '0')}`),
  ),
  priorEncounters: [],
})

export const person = (id: string, more: Partial<Person> = {}): Person => ({
  ...{ id, sector: 'civil-society', org: null, speaks: ['sv'], facilitator: false },
  ...{ fixedTable: null, stepFree: false, rounds: null },
  ...more,
})

interface Size {
  tables: number
  seats: number
  rounds: number
  seed?: number
}

/**
 * A forum like real ones: a quarter elected, a third civil servants, the others from civil society; organisations of
 * up to five; some who speak only Spanish or English and some who interpret; a host at every table, late arrivals, and
 * people who met before.
 */
export function forum({ tables, seats, rounds, seed = 7 }: Size): Problem {
  const chance = chanceFrom(seed)
  const draw = (count: number): number => Math.trunc(chance() * count)
  const people = Array.from({ length: tables * seats }, (_, number): Person => {
    const part = number / (tables * seats)
    const sector = part < 0.25 ? 'elected' : part < 0.6 ? 'civil-servant' : 'civil-society'
    const speaks = [['sv', 'en'], ['sv'], ['sv'], ['sv', 'es']][draw(4)] ?? ['sv']
    const org = `${sector} ${Math.trunc(number / (1 + (number % 4)))}`
    return person(`p${String(number).padStart(3, '0')}`, { sector, org, speaks })
  })
  const at = (number: number): Person => people[number % people.length] as Person
  for (let table = 0; table < tables; table += 1)
    Object.assign(at(table * seats + 3), {
      facilitator: true,
      fixedTable: table,
      org: `host ${table}`,
      speaks: ['sv'],
    })
  for (const number of [1, 9, 17]) Object.assign(at(number * 2), { speaks: [number === 9 ? 'en' : 'es'] })
  for (const number of [5, 12, 21, 30])
    Object.assign(at(number), { rounds: Array.from({ length: rounds - 1 }, (_, round) => round + 1) })
  const priorEncounters = Array.from({ length: people.length }, (): [string, string, number] => [
    at(draw(people.length)).id,
    at(draw(people.length)).id,
    1,
  ])
  return {
    tables: Array.from({ length: tables }, (_, id) => ({ id, seats, stepFree: id < 2 })),
    ...{ rounds, people },
    priorEncounters: priorEncounters.filter(([one, other]) => one !== other),
  }
}

/** What must hold of every plan: who is where is written down once for each round. */
export const seatedIn = (schedule: Schedule, round: number): string[] => (schedule[round] ?? []).flat().sort()
