import { loadForum } from '../seating-plan/load-forum.ts'
import { reportOn } from '../seating-plan/report.ts'
import { withoutAway } from '../seating-plan/without-away.ts'
import type { Reads } from '../tables.ts'
import { seatingOf } from './report.sql.ts'

/**
 * How the tables were laid, and what the seating was worth: counted from the seats as they stand, after every move by
 * hand and at the door. Once nobody's seats are kept any more, it is what the last proposal was worth.
 */
export async function loadSeating(db: Reads, eventId: string) {
  const laid = await seatingOf(db, eventId)
  if (!laid) return undefined
  const forum = await loadForum(db, eventId)
  if (!forum || forum.seats.length === 0) return { ...laid, isAsSeated: false }
  const { problem, base } = withoutAway(forum)
  return { ...laid, report: reportOn(problem, base, forum.seating.seed), isAsSeated: true }
}

export type SeatingInReport = Awaited<ReturnType<typeof loadSeating>>
