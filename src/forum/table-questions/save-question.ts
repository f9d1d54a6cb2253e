import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { type Candidate, candidatesFor } from './candidates.ts'
import {
  moved,
  type QuestionRefusal,
  refusalToAdd,
  refusalToChange,
  wordsMax,
} from './table-questions.rules.ts'
import {
  addQuestion,
  addSources,
  changeQuestion,
  eventAsking,
  questionsOf,
  removeQuestion,
} from './table-questions.sql.ts'

const several = z.preprocess(
  (given) => (given === undefined ? [] : [given].flat()),
  z.array(z.string().max(60)).max(40),
)

export const QuestionForm = z.object({
  id: z.uuid().optional(),
  words: texts(wordsMax, 'table-questions.edit.words-missing'),
  from: several,
})

export interface Change {
  db: Db
  by: Member
  eventId: string
  now: Instant
}

/** Adds a question at the end, with what it was made from. */
export const addTableQuestion = (
  { db, by, eventId, now }: Change,
  form: z.output<typeof QuestionForm>,
): Promise<QuestionRefusal | null> =>
  decide(db, 'event', eventId, async (tx) => {
    const event = await eventAsking(tx, eventId)
    if (!event) return 'gone'
    const [questions, candidates] = await Promise.all([questionsOf(tx, eventId), candidatesFor(tx, eventId)])
    const from = [...new Set(form.from)]
    const taken = from.flatMap((key) => candidates.find((one) => one.key === key) ?? [])
    const counts = { questions: questions.length, sources: from.length, known: taken.length }
    const refusal = refusalToAdd(event, counts, now)
    if (refusal) return refusal
    const id = form.id ?? newId()
    const position = Math.max(0, ...questions.map((one) => one.position)) + 1
    const added = await addQuestion(tx, {
      ...{ id, event_id: eventId, position, words: json(form.words) },
      ...{ made_by: by.id, created_at: now, changed_at: now },
    })
    // A form that was sent twice has made its question already.
    if (!added) return null
    if (taken.length > 0)
      await addSources(
        tx,
        taken.map((one) => sourceOf(id, one)),
      )
    await record(tx, { what: 'table-question-added', by: by.id, about: eventId, at: now })
    return null
  })

const sourceOf = (questionId: string, { key, kind }: Candidate) => ({
  ...{ id: newId(), question_id: questionId },
  ...(kind === 'proposed'
    ? { statement_id: null, because: null, proposal_id: key.slice(2) }
    : { statement_id: key.slice(2), because: kind, proposal_id: null }),
})

/** Does something to one question of an event that is still to come. */
const withQuestion = (
  { db, by, eventId, now }: Change,
  what: string,
  work: (tx: Db, ids: string[]) => Promise<boolean>,
): Promise<QuestionRefusal | null> =>
  decide(db, 'event', eventId, async (tx) => {
    const event = await eventAsking(tx, eventId)
    if (!event) return 'gone'
    const refusal = refusalToChange(event, now)
    if (refusal) return refusal
    const ids = (await questionsOf(tx, eventId)).map((one) => one.id)
    if (!(await work(tx, ids))) return 'gone'
    await record(tx, { what, by: by.id, about: eventId, at: now })
    return null
  })

export const rewordTableQuestion = (
  change: Change,
  id: string,
  words: z.output<typeof QuestionForm>['words'],
) =>
  withQuestion(change, 'table-question-changed', async (tx, ids) => {
    if (!ids.includes(id)) return false
    await changeQuestion(tx, id, { words: json(words), changed_at: change.now })
    return true
  })

export const removeTableQuestion = (change: Change, id: string) =>
  withQuestion(change, 'table-question-removed', async (tx, ids) => {
    if (!ids.includes(id)) return false
    await removeQuestion(tx, id)
    return true
  })

export const moveTableQuestion = (change: Change, id: string, way: 'up' | 'down') =>
  withQuestion(change, 'table-questions-arranged', async (tx, ids) => {
    if (!ids.includes(id)) return false
    for (const [index, one] of moved(ids, id, way).entries())
      await changeQuestion(tx, one, { position: index + 1 })
    return true
  })
