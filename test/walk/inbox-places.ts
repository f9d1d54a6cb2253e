import { hashOf, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'

/** A question that waits, with the page of whoever asked it, and an answer to begin from. */
export async function inboxPlaces(world: World) {
  const db = world.database.as<AllTables>()
  const question = await db
    .selectFrom('contact_question')
    .select(['id', 'number'])
    .where('answered_at', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  const text = await db.selectFrom('answer_text').select('id').executeTakeFirstOrThrow()
  const token = newToken()
  const link = { token_hash: hashOf(token), question_id: question.id, created_at: world.clock.now }
  await db.insertInto('contact_link').values(link).execute()
  return {
    '/contact/mine/:token': `/contact/mine/${token}`,
    '/office/inbox/questions/:number': `/office/inbox/questions/${question.number}`,
    '/office/inbox/texts/:id': `/office/inbox/texts/${text.id}`,
  }
}
