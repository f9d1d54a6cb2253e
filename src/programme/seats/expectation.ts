import type { ProgrammeEvent } from '../events.sql.ts'
import { expectedToCome, overInvitationFor, shareWhoCome } from '../sign-up/attendance.rules.ts'
import { attendanceOf } from '../sign-up/seats.sql.ts'
import type { Reads } from '../tables.ts'

/** What the series' latest events tell of the next one; null while too few people are known. */
export interface Expectation {
  share: number
  expected: number
  /** How many more could be invited. */
  over: number
}

/** How many will probably come, by what people did at the series' latest events. */
export async function expectationFor(
  db: Reads,
  event: ProgrammeEvent,
  now: string,
): Promise<Expectation | null> {
  const history = await attendanceOf(db, event.series_id, now)
  const share = shareWhoCome(history)
  if (share === null) return null
  const room = event.capacity - event.over_invited
  return {
    share,
    expected: expectedToCome(event.seats_taken, history) ?? 0,
    over: overInvitationFor(room, history) ?? 0,
  }
}
