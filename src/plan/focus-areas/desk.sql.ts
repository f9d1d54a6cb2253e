import type { Reads } from '../tables.ts'
import { callState } from './focus.rules.ts'
import { calls, planOfYear, proposalsOfYear, submissionsOf } from './focus.sql.ts'

/** What each year's focus areas ask of the coordinators: to read, to choose, to say why not. */
export async function focusDesk(db: Reads, today: string) {
  const thisYear = Number(today.slice(0, 4))
  const recent = (await calls(db)).filter(({ year }) => year >= thisYear)
  return Promise.all(
    recent.map(async (call) => {
      const waiting = (await submissionsOf(db, call.id)).filter(({ state }) => state === 'waiting')
      const proposals = await proposalsOfYear(db, call.year)
      const undecided = proposals.filter(({ state }) => state === 'proposed').length
      const isChosen = proposals.some(({ state }) => state === 'chosen')
      const isClosed = callState(call, today) === 'closed'
      const canChoose = isClosed && !isChosen && !(await isBeforeTheParties(db, call.year))
      return {
        ...{ year: call.year, closesOn: call.closes_on, toRead: waiting.length },
        since: waiting[0]?.confirmed_at ?? null,
        toChoose: canChoose && undecided > 0 && (await planOfYear(db, call.year)) !== undefined,
        toExplain: isClosed && isChosen ? undecided : 0,
      }
    }),
  )
}

/** Whether the parties are answering a choice for that year already. */
async function isBeforeTheParties(db: Reads, year: number): Promise<boolean> {
  const rows = await db
    .selectFrom('revision_change')
    .innerJoin('revision', 'revision.id', 'revision_change.revision_id')
    .select('revision_change.after')
    .where('revision.state', '=', 'proposed')
    .where('revision_change.kind', '=', 'focus-areas')
    .execute()
  return rows.some(({ after }) => 'year' in after && after.year === year)
}
