import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import { type MoveRefusal, neighbourOf, refusalToRemove } from './questions.rules.ts'
import {
  answerCounts,
  changeQuestionRow,
  questionsOf,
  removeQuestionRow,
  setTableQuestionRow,
} from './questions.sql.ts'
import type { QuestionRow } from './tables.ts'

export const Arrangement = z.discriminatedUnion('do', [
  z.object({ do: z.literal('up'), question: z.string().max(40) }),
  z.object({ do: z.literal('down'), question: z.string().max(40) }),
  z.object({ do: z.literal('remove'), question: z.string().max(40) }),
  z.object({ do: z.literal('table-question'), asked: z.enum(['yes', 'no']) }),
])
type Arrangement = z.output<typeof Arrangement>

interface Desk {
  by: Member
  now: Instant
}

/** Moves or removes a question, or decides whether table questions may be proposed. Null means it is done. */
export function arrangeQuestions(db: Db, eventId: string, form: Arrangement, desk: Desk) {
  return decide(db, 'event', eventId, async (tx): Promise<MoveRefusal | null> => {
    if (form.do === 'table-question') {
      await setTableQuestionRow(tx, eventId, form.asked === 'yes' ? 1 : 0)
      await write(tx, eventId, { asked: form.asked }, desk)
      return null
    }
    const asked = (await questionsOf(tx, eventId)).filter((one) => !one.retired_at)
    const question = found(asked.find(({ id }) => id === form.question) ?? null, 'question of this event')
    if (form.do === 'remove') return remove(tx, asked, question, desk)

    const neighbour = neighbourOf(asked, question.id, form.do)
    if ('refusal' in neighbour) return neighbour.refusal
    await changeQuestionRow(tx, question.id, { position: neighbour.other.position })
    await changeQuestionRow(tx, neighbour.other.id, { position: question.position })
    await write(tx, eventId, { question: question.id, moved: form.do }, desk)
    return null
  })
}

/** What nobody has answered is gone; what somebody has is retired, and its answers stay until their date. */
async function remove(tx: Writes, asked: readonly QuestionRow[], question: QuestionRow, { by, now }: Desk) {
  const refusal = refusalToRemove(asked, question.id)
  if (refusal) return refusal
  const { id, event_id: about } = question
  const isAnswered = (await answerCounts(tx, about)).has(id)
  if (isAnswered) await changeQuestionRow(tx, id, { retired_at: now })
  else await removeQuestionRow(tx, id)
  const what = 'question-removed'
  await record(tx, { what, by: by.id, about, at: now, detail: { question: id, retired: isAnswered } })
  return null
}

const write = (tx: Writes, about: string, detail: Record<string, unknown>, { by, now }: Desk) =>
  record(tx, { what: 'questions-arranged', by: by.id, about, at: now, detail })
