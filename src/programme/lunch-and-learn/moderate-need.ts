import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { oneLineEach } from '../event-form.ts'
import type { Db } from '../tables.ts'
import { decideAboutNeeds, type Telling } from './decide-needs.ts'
import { refusalToBecome, type StepRefusal } from './need.rules.ts'
import { addStep, joinedInto, needWithId, setWords } from './needs.sql.ts'
import { tellVoices } from './tell-behind.ts'

const wordsMax = 200
const reasonMax = 1000

export const Opening = z.object({
  do: z.literal('open'),
  /** The office's words for it in other languages; what was handed in stays as it was. */
  words: optionalTexts(wordsMax).transform(oneLineEach),
})
export const TurningDown = z.object({
  do: z.literal('turn-down'),
  reason: texts(reasonMax, 'lunch-and-learn.mistake.reason'),
})

/** Shows a need to everybody, in as many languages as the office has words for. */
export function openNeed(
  db: Db,
  by: Member,
  needId: string,
  { words }: z.output<typeof Opening>,
  telling: Telling,
): Promise<StepRefusal | null> {
  return decideAboutNeeds(db, async (tx) => {
    const { now: at } = telling
    const need = found(await needWithId(tx, needId), 'need')
    // What is joined, matched or planned becomes open again in other ways, which tell why.
    if (need.state !== 'new' && need.state !== 'turned-down') return 'cannot-become'
    const own = { [need.language]: need.words[need.language] }
    await setWords(tx, need.id, { ...words, ...own })
    await addStep(tx, need.id, { state: 'open', at, by: by.id })
    await record(tx, { what: 'need-opened', by: by.id, about: need.id, at })
    await tellVoices(tx, [{ ...need, words: { ...words, ...own } }], { kind: 'opened' }, telling)
    return null
  })
}

/** Does not show a need, or no longer, and says why to those who stand behind it. */
export function turnDownNeed(
  db: Db,
  by: Member,
  needId: string,
  { reason }: z.output<typeof TurningDown>,
  telling: Telling,
): Promise<StepRefusal | 'has-joined' | null> {
  return decideAboutNeeds(db, async (tx) => {
    const { now: at } = telling
    const need = found(await needWithId(tx, needId), 'need')
    const refusal = refusalToBecome(need, 'turned-down')
    if (refusal) return refusal
    if ((await joinedInto(tx, need.id)).length > 0) return 'has-joined'
    await addStep(tx, need.id, { state: 'turned-down', at, by: by.id, words: reason })
    await record(tx, { what: 'need-turned-down', by: by.id, about: need.id, at })
    await tellVoices(tx, [need], { kind: 'turned-down', words: reason }, telling)
    return null
  })
}
