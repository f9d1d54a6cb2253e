import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { refusalToEditGoal } from './goal.rules.ts'
import { changeGoal, goalWithId, linkGoal } from './goals.sql.ts'
import type { Db } from './tables.ts'

const titleMax = 200
const aboutMax = 4000

const numbersUpTo = (max: number) =>
  z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z
      .array(z.coerce.number().int().min(1).max(max))
      .transform((all) => [...new Set(all)].sort((a, b) => a - b)),
  )

export const GoalForm = z.object({
  title: texts(titleMax),
  about: optionalTexts(aboutMax),
  sdgs: numbersUpTo(17),
  domains: numbersUpTo(6),
})
export type GoalForm = z.output<typeof GoalForm>

/** Words a goal anew as long as it is a draft; null means it is done. */
export function editGoal(db: Db, by: Member, id: string, form: GoalForm, now: Instant) {
  return decide(db, 'goal', id, async (tx) => {
    const goal = found(await goalWithId(tx, id), 'goal')
    const refusal = refusalToEditGoal(goal)
    if (refusal) return refusal

    await changeGoal(tx, id, form)
    await linkGoal(tx, id, form)
    await record(tx, { what: 'goal-edited', by: by.id, about: id, at: now, detail: { number: goal.number } })
    return null
  })
}
