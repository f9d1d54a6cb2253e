import * as z from 'zod'
import { json, transact } from '#platform/db.ts'
import { texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { addAnswerText, answerTextWithId, changeAnswerText } from './answer-texts.sql.ts'

export const AnswerTextForm = z.object({
  id: z.string().min(1).max(60),
  /** The version that was read; 0 for one that is new. */
  seen: z.coerce.number().int().min(0).catch(-1),
  name: texts(80, 'inbox.mistake.name'),
  words: texts(4000, 'inbox.mistake.words'),
  ended: z.string().optional(),
})

/** Keeps an answer to begin from, in each language; whoever was second is told, with the words kept. */
export function saveAnswerText(
  db: Db,
  by: Member,
  { id, seen, name, words, ended }: z.output<typeof AnswerTextForm>,
  now: Instant,
): Promise<'edited-meanwhile' | null> {
  return transact(db, async (tx) => {
    const row = {
      ...{ name: json(name), words: json(words), changed_at: now, changed_by: by.id },
      ended_at: ended === 'yes' ? now : null,
    }
    const known = await answerTextWithId(tx, id)
    if (!known) await addAnswerText(tx, { id, ...row })
    else if (!(await changeAnswerText(tx, { id, version: seen }, row))) return 'edited-meanwhile'
    await record(tx, { what: 'answer-text-saved', by: by.id, about: id, at: now })
    return null
  })
}
