import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { optionalLine, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { decideAboutIdeas } from './decide-ideas.ts'
import { type AnswerRefusal, answers, refusalToAnswer } from './idea.rules.ts'
import { addPromise, changeIdea, ideaNumbered, joinedInto } from './ideas.sql.ts'
import { officer } from './moderate-idea.ts'
import { addStep } from './steps.sql.ts'
import type { Db } from './tables.ts'

export const AnswerForm = z.object({
  do: z.literal('answer'),
  state: z.enum(answers, 'ideas.mistake.state'),
  words: texts(3000, 'ideas.mistake.answer'),
  /** As what they answer; the party stands beside it. */
  role: optionalLine(80),
  /** A person's name is shown of those alone who tick this. */
  named: z.string().optional(),
})

/** Says what becomes of an idea, and why, for everybody to read; what is joined with it is answered by the same. */
export function answerIdea(
  db: Db,
  { by, number, now: at }: { by: Member; number: string; now: Instant },
  form: z.output<typeof AnswerForm>,
): Promise<AnswerRefusal | null> {
  return decideAboutIdeas(db, async (tx) => {
    const idea = found(await ideaNumbered(tx, number), 'idea')
    const { state: kind, words, role, named } = form
    const refusal = refusalToAnswer(idea, kind)
    if (refusal) return refusal
    const family = [idea, ...(await joinedInto(tx, idea.id))]
    for (const { id } of family)
      await addStep(tx, id, { kind, at, words, by: officer(by), role, isNamed: named === 'yes' })
    await record(tx, { what: 'idea-answered', by: by.id, about: idea.id, at, detail: { state: kind } })
    return null
  })
}

export const Assigning = z.object({ do: z.literal('assign'), to: z.string() })

/** Says which of the coordinators sees to an idea; empty for nobody. */
export function assignIdea(
  db: Db,
  { by, number, now: at }: { by: Member; number: string; now: Instant },
  person: string | null,
): Promise<void> {
  return decideAboutIdeas(db, async (tx) => {
    const idea = found(await ideaNumbered(tx, number), 'idea')
    if (idea.assigned_to === person) return
    await changeIdea(tx, idea.id, { assigned_to: person })
    await record(tx, { what: 'idea-assigned', by: by.id, about: idea.id, at, detail: { to: person } })
  })
}

export const PromiseForm = z.object({
  working_days: z.coerce
    .number('ideas.mistake.days')
    .int('ideas.mistake.days')
    .min(1, 'ideas.mistake.days')
    .max(60, 'ideas.mistake.days'),
})

/** Promises another number of working days, for what is confirmed from now on. */
export const setPromise = (
  db: Db,
  by: Member,
  { working_days }: z.output<typeof PromiseForm>,
  now: Instant,
): Promise<void> =>
  decideAboutIdeas(db, async (tx) => {
    await addPromise(tx, { id: newId(), working_days, since: now, set_by: by.id })
    await record(tx, {
      what: 'idea-promise-set',
      by: by.id,
      about: 'ideas',
      at: now,
      detail: { working_days },
    })
  })
