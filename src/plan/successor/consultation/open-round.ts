import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { datePlus, type Instant, instantAt, localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { draftCommitmentsOf, paragraphsOf } from '../draft/draft.sql.ts'
import { makingStateOf } from '../making-state.ts'
import { changeSuccessor, successorWithId } from '../successor.sql.ts'
import { type OpenRefusal, refusalToOpen } from './consultation.rules.ts'

export const RoundForm = z.object({ last_day: date })

/** Opens the round for everybody's comments, or gives it more days. */
export function openRound(
  db: Db,
  { successorId, by, now }: { successorId: string; by: Member; now: Instant },
  { last_day: lastDay }: z.output<typeof RoundForm>,
): Promise<OpenRefusal | null> {
  return decide(db, 'successor', successorId, async (tx): Promise<OpenRefusal | null> => {
    const successor = found(await successorWithId(tx, successorId), 'plan in the making')
    const [paragraphs, commitments] = await Promise.all([
      paragraphsOf(tx, successorId),
      draftCommitmentsOf(tx, successorId),
    ])
    const parts = paragraphs.length + commitments.length
    const state = makingStateOf(successor)
    const refusal = refusalToOpen({ before: successor, lastDay, today: localDate(now), parts, state })
    if (refusal) return refusal
    const closes_at = instantAt(datePlus(lastDay, 1), '00:00')
    await changeSuccessor(tx, successorId, {
      ...{ opens_at: successor.opens_at ?? now, last_day: lastDay, closes_at },
    })
    const what = successor.opens_at === null ? 'round-opened' : 'round-lengthened'
    await record(tx, { what, by: by.id, about: successorId, at: now, detail: { last_day: lastDay } })
    return null
  })
}
