import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { type AdoptRefusal, refusalToAdoptGoal, wordingOf } from './goal.rules.ts'
import { goalWithId, markAdopted } from './goals.sql.ts'
import type { Db } from './tables.ts'

export const AdoptForm = z.object({
  /** The wording that was on the page. */
  seen: z.string(),
})

/** From here on the goal never changes; null means it is done. */
export function adoptGoal(db: Db, by: Member, id: string, seen: string, now: Instant) {
  return decide(db, 'goal', id, async (tx): Promise<AdoptRefusal | null> => {
    const goal = found(await goalWithId(tx, id), 'goal')
    const refusal = refusalToAdoptGoal({ adopted_at: goal.adopted_at, seen, wording: wordingOf(goal) })
    if (refusal) return refusal

    await markAdopted(tx, id, now)
    await record(tx, { what: 'goal-adopted', by: by.id, about: id, at: now, detail: { number: goal.number } })
    return null
  })
}
