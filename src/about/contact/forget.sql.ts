import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'

export const removeUnconfirmed = (db: Writes, before: Instant) =>
  db.deleteFrom('contact_question').where('confirmed_at', 'is', null).where('sent_at', '<', before).execute()

/** Questions that were answered before one moment, or asked before another, and that still know somebody. */
export const questionsOver = async (
  db: Reads,
  before: { answered: Instant; asked: Instant },
): Promise<string[]> => {
  const rows = await db
    .selectFrom('contact_question')
    .select('id')
    .where('forgotten_at', 'is', null)
    .where('confirmed_at', 'is not', null)
    .where((eb) => eb.or([eb('answered_at', '<', before.answered), eb('confirmed_at', '<', before.asked)]))
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

export async function wipeQuestions(db: Writes, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length === 0) return
  await db.deleteFrom('contact_link').where('question_id', 'in', ids).execute()
  await db.updateTable('contact_answer').set({ words: '' }).where('question_id', 'in', ids).execute()
  await db
    .updateTable('contact_question')
    .set({ words: '', name: null, email: null, forgotten_at: now })
    .where('id', 'in', ids)
    .execute()
}
