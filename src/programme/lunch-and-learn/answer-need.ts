import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../tables.ts'
import { decideAboutNeeds, type Telling } from './decide-needs.ts'
import { lunchOfNeed, removeLunch } from './lunches.sql.ts'
import { refusalToBecome, type StepRefusal } from './need.rules.ts'
import { addStep, needWithId } from './needs.sql.ts'
import { tellBehind } from './tell-behind.ts'

export const Answering = z.object({
  do: z.literal('answer'),
  answer: texts(2000, 'lunch-and-learn.mistake.answer'),
})

/** "A need that is not met in six months is answered": in words, to everybody, and for good. */
export function answerNeed(
  db: Db,
  by: Member,
  needId: string,
  { answer }: z.output<typeof Answering>,
  telling: Telling,
): Promise<StepRefusal | null> {
  return decideAboutNeeds(db, async (tx) => {
    const { now: at } = telling
    const need = found(await needWithId(tx, needId), 'need')
    const refusal = refusalToBecome(need, 'answered')
    if (refusal) return refusal
    const lunch = await lunchOfNeed(tx, need.id)
    if (lunch && !lunch.published_at) await removeLunch(tx, lunch.event_id)
    await addStep(tx, need.id, { state: 'answered', at, by: by.id, words: answer })
    await record(tx, { what: 'need-answered', by: by.id, about: need.id, at })
    await tellBehind(tx, need, { kind: 'answered', words: answer }, telling)
    return null
  })
}
