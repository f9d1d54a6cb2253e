import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Copier } from './copiers.ts'

/** What is asked of those who sign up, with its conditions; what is not asked any more stays behind. */
export const copyQuestions: Copier = async (tx, { from, to, now }) => {
  const questions = await tx
    .selectFrom('question')
    .selectAll()
    .where('event_id', '=', from)
    .where('retired_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const ids = new Map(questions.map((one) => [one.id, newId()]))
  // One by one: a question that another depends on has to be there first.
  for (const { id, label, hint, options, condition_question, condition_answer, ...rest } of questions) {
    const condition = ids.get(condition_question ?? '') ?? null
    await tx
      .insertInto('question')
      .values({
        ...rest,
        ...{ id: ids.get(id) ?? newId(), event_id: to, created_at: now },
        ...{ label: json(label), hint: json(hint), options: json(options) },
        condition_question: condition,
        condition_answer: condition && condition_answer,
      })
      .execute()
  }
}

/** Whether those who sign up may propose what to talk about. */
export const copyTableQuestion: Copier = async (tx, { from, to }) => {
  const query = tx.selectFrom('event_table_question').select('asked').where('event_id', '=', from)
  const row = await query.executeTakeFirst()
  if (row)
    await tx
      .insertInto('event_table_question')
      .values({ event_id: to, ...row })
      .execute()
}
