import { z } from 'zod'

const Table = z.object({
  id: z.number().int().nonnegative(),
  seats: z.number().int().min(1).max(100),
  stepFree: z.boolean().default(false),
  hearingLoop: z.boolean().optional(),
  /** What is spoken at this table alone; only who speaks it sits there, and nobody needs an interpreter. */
  language: z.string().min(1).nullish(),
})

const Person = z.object({
  id: z.string().min(1),
  /** What they take part as. */
  sector: z.string().min(1),
  /** Their organisation; nobody sits beside their own. */
  org: z.string().nullable().default(null),
  /** Languages spoken; whoever does not speak Swedish needs somebody at the table who speaks both. */
  speaks: z.array(z.string().min(1)).min(1),
  /** A table host, one for each table, who stays there. */
  facilitator: z.boolean().default(false),
  /** The id of the table where this person sits in every round. */
  fixedTable: z.number().int().nullable().default(null),
  /** Sits only at tables that can be reached without a step. */
  stepFree: z.boolean().default(false),
  /** Sits only at tables with a hearing loop. */
  hearingLoop: z.boolean().optional(),
  /** The rounds attended, counted from 0; null for all. */
  rounds: z.array(z.number().int().nonnegative()).nullable().default(null),
})

const Problem = z.object({
  name: z.string().optional(),
  tables: z.array(Table).min(1).max(500),
  rounds: z.number().int().min(1).max(50),
  people: z.array(Person).min(1).max(3000),
  /** How often two people have sat together at earlier forums. */
  priorEncounters: z.array(z.tuple([z.string(), z.string(), z.number().int().min(0)])).default([]),
  /** Seats that stay as they are: the round, counted from 0, who sits there, and the id of the table. */
  locked: z.array(z.tuple([z.number().int().min(0), z.string(), z.number().int()])).optional(),
})

const Event = z.object({
  /** The last round that is over; -1 before the first. Later ones are seated anew. */
  afterRound: z.number().int().min(-1),
  noShows: z.array(z.string()).default([]),
  walkIns: z.array(Person).default([]),
})

const Schedule = z.array(z.array(z.array(z.string())))

export type Person = z.infer<typeof Person>
export type Table = z.infer<typeof Table>
/** Who comes, to which tables, for how many rounds. */
export type Problem = z.infer<typeof Problem>
/** What became known after a round: who did not come, and who came without having signed up. */
export type DoorEvent = z.infer<typeof Event>
/** For each round and table, in the order of the tables, the ids of those who sit there. */
export type Schedule = z.infer<typeof Schedule>

/** What cannot be read, in sentences that say where. */
export class Unreadable extends Error {}

/** A problem out of JSON; throws `Unreadable` with every fault there is. */
export function readProblem(json: unknown): Problem {
  const problem = parsed(Problem, json, 'problem')
  const faults = [
    ...twice(problem.people.map(({ id }) => id)).map((id) => `person ${id} is there twice`),
    ...twice(problem.tables.map(({ id }) => String(id))).map((id) => `table ${id} is there twice`),
    ...problem.people.flatMap((person) => faultsOf(person, problem)),
  ]
  const known = new Set(problem.people.map(({ id }) => id))
  for (const [one, other] of problem.priorEncounters)
    for (const id of [one, other])
      if (!known.has(id)) faults.push(`priorEncounters names ${id}, who is not among the people`)
  faults.push(...faultsOfLocks(problem))
  if (faults.length > 0) throw new Unreadable(faults.slice(0, 20).join('\n'))
  return problem
}

/** A locked seat is one of somebody who is there, at a table that is there, and nobody has two at once. */
function faultsOfLocks({ people, tables, rounds, locked = [] }: Problem): string[] {
  const known = new Map(people.map((person) => [person.id, person]))
  const faults = locked.flatMap(([round, id, table]) => {
    const person = known.get(id)
    const isThere = person && round < rounds && (person.rounds?.includes(round) ?? true)
    if (!isThere) return [`locked names ${id}, who is not there in round ${round}`]
    return tables.some((one) => one.id === table) ? [] : [`locked names table ${table}, which is not there`]
  })
  const seats = locked.map(([round, id]) => `${id} in round ${round}`)
  for (const { id, seats: chairs } of tables)
    for (let round = 0; round < rounds; round += 1)
      if (locked.filter((one) => one[0] === round && one[2] === id).length > chairs)
        faults.push(`more are locked at table ${id} in round ${round} than it has seats`)
  return [...faults, ...twice(seats).map((seat) => `locked seats ${seat} twice`)]
}

export function readEvent(json: unknown, problem: Problem): DoorEvent {
  const event = parsed(Event, json, 'event')
  const known = new Set(problem.people.map(({ id }) => id))
  const faults = [
    ...event.noShows
      .filter((id) => !known.has(id))
      .map((id) => `noShows names ${id}, who is not among the people`),
    ...event.walkIns
      .filter(({ id }) => known.has(id))
      .map(({ id }) => `walk-in ${id} is among the people already`),
    ...twice(event.walkIns.map(({ id }) => id)).map((id) => `walk-in ${id} is there twice`),
    ...event.walkIns.flatMap((person) => faultsOf(person, problem)),
  ]
  if (event.afterRound >= problem.rounds - 1) faults.push(`after round ${event.afterRound} no round is left`)
  if (faults.length > 0) throw new Unreadable(faults.join('\n'))
  return event
}

/** A schedule, as `{"rounds": …}` or bare. */
export function readSchedule(json: unknown, problem: Problem): Schedule {
  const bare = typeof json === 'object' && json !== null && 'rounds' in json ? json.rounds : json
  const schedule = parsed(Schedule, bare, 'schedule')
  const known = new Set(problem.people.map(({ id }) => id))
  const faults: string[] = []
  if (schedule.length !== problem.rounds)
    faults.push(`the schedule has ${schedule.length} rounds, not ${problem.rounds}`)
  for (const [round, tables] of schedule.entries()) {
    if (tables.length !== problem.tables.length)
      faults.push(`round ${round} has ${tables.length} tables, not ${problem.tables.length}`)
    for (const id of twice(tables.flat())) faults.push(`round ${round} seats ${id} twice`)
    for (const id of tables.flat())
      if (!known.has(id)) faults.push(`round ${round} seats ${id}, who is not among the people`)
  }
  if (faults.length > 0) throw new Unreadable(faults.slice(0, 20).join('\n'))
  return schedule
}

function parsed<T>(shape: z.ZodType<T>, json: unknown, name: string): T {
  const read = shape.safeParse(json)
  if (read.success) return read.data
  const faults = read.error.issues.map(({ path, message }) => `${[name, ...path].join('.')}: ${message}`)
  throw new Unreadable(faults.slice(0, 20).join('\n'))
}

function faultsOf({ id, fixedTable, rounds }: Person, problem: Problem): string[] {
  const faults: string[] = []
  if (fixedTable !== null && !problem.tables.some((table) => table.id === fixedTable))
    faults.push(`person ${id} is to sit at table ${fixedTable}, which is not there`)
  if (rounds?.some((round) => round >= problem.rounds))
    faults.push(`person ${id} attends a round that is not there: ${rounds.join(', ')} of ${problem.rounds}`)
  return faults
}

function twice(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  const again = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) again.add(id)
    seen.add(id)
  }
  return [...again]
}
