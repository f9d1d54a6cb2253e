import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'

/** An idea that everybody can see, with a file, and the own page of whoever wrote it. */
export async function ideaPlaces(world: World) {
  const db = world.database.as<AllTables>()
  const voice = await db
    .selectFrom('idea_voice')
    .innerJoin('idea', 'idea.id', 'idea_voice.idea_id')
    .select(['idea_voice.id', 'idea.number', 'idea.id as idea_id'])
    .where('idea.standing', '=', 'shown')
    .where('idea.state', '=', 'received')
    .where('idea_voice.kind', '=', 'author')
    .orderBy('idea.number')
    .executeTakeFirstOrThrow()
  const file = await db
    .selectFrom('stored_file')
    .select('id')
    .where('content_type', '=', 'application/pdf')
    .executeTakeFirst()
  await db
    .updateTable('idea')
    .set({ file_id: file?.id ?? newId() })
    .where('id', '=', voice.idea_id)
    .execute()
  const token = newToken()
  const link = { token_hash: hashOf(token), voice_id: voice.id, report_id: null, created_at: world.clock.now }
  await db.insertInto('idea_link').values(link).execute()
  return {
    '/ideas/mine/:token': `/ideas/mine/${token}`,
    '/ideas/:number': `/ideas/${voice.number}`,
  }
}
