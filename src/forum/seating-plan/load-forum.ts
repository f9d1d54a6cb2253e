import { priorEncounters } from '../encounters/prior-encounters.ts'
import type { Problem, Schedule } from '../seating/problem.ts'
import type { Reads } from '../tables.ts'
import { awayAfter } from './day.rules.ts'
import { lastBegunRound, takenAtDoor } from './day.sql.ts'
import { forumProblem, scheduleFrom } from './forum-problem.ts'
import {
  peopleOf,
  type PersonRow,
  type RoundRow,
  roundsOf,
  seatingOf,
  type SeatingRow,
  type SeatRow,
  seatsAtTables,
  type TableRow,
  tablesOf,
} from './seating.sql.ts'

/** A forum with its tables and rounds, everybody who comes, and who sits where. */
export interface Forum {
  eventId: string
  seating: SeatingRow
  tables: readonly TableRow[]
  rounds: readonly RoundRow[]
  people: readonly PersonRow[]
  seats: readonly SeatRow[]
  problem: Problem
  schedule: Schedule
  /** The last round that has begun; 0 before the first. */
  begun: number
  /** Who was taken to be away at the door, and after which round. */
  away: ReadonlyMap<string, number>
}

/** Null where no seating was set up. */
export async function loadForum(db: Reads, eventId: string): Promise<Forum | null> {
  const seating = await seatingOf(db, eventId)
  if (!seating) return null
  const [tables, rounds, people, seats, met, begun, taken] = await Promise.all([
    tablesOf(db, eventId),
    roundsOf(db, eventId),
    peopleOf(db, eventId),
    seatsAtTables(db, eventId),
    priorEncounters(db, eventId),
    lastBegunRound(db, eventId),
    takenAtDoor(db, eventId),
  ])
  const rows = { tables, rounds, people, seats }
  const [problem, schedule] = [forumProblem({ ...rows, met }), scheduleFrom(rows)]
  return { eventId, seating, ...rows, problem, schedule, begun, away: awayAfter(taken, seats) }
}
