import { organisationKey } from '#programme/index.ts'
import { seat, type SeatingPerson, type SeatingProblem } from '#forum/index.ts'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

interface Plan {
  event: string
  tables: number
  /** Before the event. */
  daysBefore: number
}

/** The forum to come, whose seats are shown early so that there is something to see, and one that is over. */
const plans: readonly Plan[] = [
  { event: 'open-doors', tables: 8, daysBefore: 0 },
  { event: 'after-school', tables: 8, daysBefore: 3 },
]

const [seats, rounds, minutes] = [8, 3, 25]
// A few moves are enough to look well, and keep the filling short.
const seconds = 0.08

/** Tables, rounds, hosts and seats of two forums: proposed by the very search that organisers use. */
export function addSeatings(year: Year, events: readonly Held[]): void {
  for (const plan of plans) {
    const held = events.find((one) => one.sample.key === plan.event)
    if (held) addSeating(year, held, plan)
  }
}

function addSeating(year: Year, { row: event, by }: Held, { tables: many, daysBefore }: Plan): void {
  const at = daysBefore > 0 ? plus(event.starts_at, { days: -daysBefore }) : plus(year.now, { hours: -5 })
  const tables = Array.from({ length: many }, (_, index) => tableRow(year, event.id, index + 1, at))
  year.rows.forum_table.push(...tables)
  for (let number = 1; number <= rounds; number += 1)
    year.rows.forum_round.push({ event_id: event.id, number, minutes, question_id: null })
  const people = year.rows.sign_up.filter((one) => one.event_id === event.id && one.state === 'seat')
  const persons = people.map((one, index) => personRow(year, one, tables, index))
  year.rows.seated_person.push(...persons.filter((one) => one !== null))
  const problem = problemOf({ people, persons, tables })
  const { rounds: schedule, report } = seat(problem, { seconds, seed: 1 })
  const changes = schedule.flatMap((all, index) =>
    all.flatMap((ids, place) =>
      ids.map((id) => [index + 1, id, null, found(tables[place], 'table').id] as const),
    ),
  )
  year.rows.seating.push({
    ...{
      event_id: event.id,
      format: 'roundtable',
      seed: 1,
      version: 2,
      proposed_at: at,
      report: json(report),
    },
    ...{ shown_at: plus(at, { minutes: 40 }), created_at: plus(at, { minutes: -20 }), made_by: by },
  })
  for (const [round, sign_up_id, , table_id] of changes)
    year.rows.table_seat.push({ event_id: event.id, round, sign_up_id, table_id, locked: 0 })
  const step = { event_id: event.id, by_person: by, undoes: null }
  year.rows.seating_step.push(
    { ...step, version: 1, kind: 'set-up', at: plus(at, { minutes: -20 }), seats: json([]) },
    { ...step, version: 2, kind: 'proposed', at, seats: json(changes) },
  )
  year.record({ what: 'seating-set-up', by, about: event.id, at: plus(at, { minutes: -20 }) })
  year.record({ what: 'seats-proposed', by, about: event.id, at, detail: { seats: changes.length } })
  year.record({ what: 'seats-shown', by, about: event.id, at: plus(at, { minutes: 40 }) })
}

/** Two tables are reached by a step, and one has a hearing loop. */
const tableRow = (year: Year, event_id: string, number: number, at: Instant): Row<'forum_table'> => ({
  ...{ id: year.id(at), event_id, number, name: null, seats, online_url: null, language: null },
  ...{ step_free: number <= 6 ? 1 : 0, hearing_loop: number === 2 ? 1 : 0 },
})

const boxesOf = (year: Year, id: string): string[] =>
  year.rows.sign_up_need_box.filter((one) => one.sign_up_id === id).map(({ need }) => need)

/** Every seventh is a host, until there is one for each table; some speak more than Swedish. */
function personRow(
  year: Year,
  { id, event_id }: Row<'sign_up'>,
  tables: readonly Row<'forum_table'>[],
  index: number,
): Row<'seated_person'> | null {
  const table = index % 6 === 2 ? tables[(index - 2) / 6] : undefined
  const boxes = boxesOf(year, id)
  const asked = ['en', 'es'].find((language) => boxes.includes(`interpreter-${language}`))
  const speaks = asked ?? (index % 5 === 1 ? 'sv,es' : index % 3 === 0 ? 'sv,en' : 'sv')
  if (!table && speaks === 'sv' && boxes.length === 0) return null
  return {
    ...{ event_id, sign_up_id: id, part: table ? 'host' : 'guest', rounds: null },
    ...{ speaks: table ? 'sv,en' : speaks, fixed_table: table?.id ?? null },
    step_free: table ? 0 : Number(boxes.includes('step-free')),
    hearing_loop: table ? 0 : Number(boxes.includes('hearing-loop')),
  }
}

interface Seating {
  people: readonly Row<'sign_up'>[]
  persons: readonly (Row<'seated_person'> | null)[]
  tables: readonly Row<'forum_table'>[]
}

function problemOf({ people, persons, tables }: Seating): SeatingProblem {
  const numberOf = new Map(tables.map(({ id, number }) => [id, number]))
  return {
    rounds,
    tables: tables.map((one) => ({
      ...{ id: one.number, seats: one.seats, stepFree: one.step_free === 1 },
      hearingLoop: one.hearing_loop === 1,
    })),
    people: people.map(
      ({ id, capacity, organisation_id = null, organisation_name = null }, index): SeatingPerson => {
        const known = persons[index]
        return {
          ...{
            id,
            sector: capacity,
            org: organisationKey({ organisation_id, organisation_name }),
            rounds: null,
          },
          ...{ speaks: (known?.speaks ?? 'sv').split(','), facilitator: known?.part === 'host' },
          fixedTable: (known?.fixed_table ? numberOf.get(known.fixed_table) : null) ?? null,
          ...{ stepFree: known?.step_free === 1, hearingLoop: known?.hearing_loop === 1 },
        }
      },
    ),
    priorEncounters: [],
  }
}
