import { drawDueMaps } from '#forum/index.ts'
import { openLog } from '#platform/log.ts'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import { aDialogue } from '../opinion-cast.ts'
import type { World } from '../world.ts'
import { type Row, rowOf } from './row-of.ts'

/** A dialogue of the event whose map everybody sees. */
export async function opinionPlaces(world: World, eventId: string): Promise<Row> {
  const { now } = world.clock
  const by = (await rowOf(world, 'select person_id from coordinator'))['person_id'] ?? ''
  const { id, slug } = await aDialogue(world.database, { eventId, by, now, dialogue: { shown_at: now } })
  await drawDueMaps({ database: world.database, clock: () => now, log: openLog('silent') })
  const question = { id: newId(), event_id: eventId, position: 1, words: json({ sv: 'Vad kan vi göra?' }) }
  await world.database
    .as<AllTables>()
    .insertInto('forum_question')
    .values({ ...question, made_by: by, created_at: now, changed_at: now })
    .execute()
  return {
    '/table-questions/:question': `/table-questions/${question.id}`,
    '/dialogue/:dialogue': `/dialogue/${id}`,
    '/dialogue/:slug': `/dialogue/${slug}`,
    '/export/:file': '/export/votes.csv',
  }
}
