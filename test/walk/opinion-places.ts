import { drawDueMaps } from '#forum/index.ts'
import { openLog } from '#platform/log.ts'
import { aDialogue } from '../opinion-cast.ts'
import type { World } from '../world.ts'
import { type Row, rowOf } from './row-of.ts'

/** A dialogue of the event whose map everybody sees. */
export async function opinionPlaces(world: World, eventId: string): Promise<Row> {
  const { now } = world.clock
  const by = (await rowOf(world, 'select person_id from coordinator'))['person_id'] ?? ''
  const { id, slug } = await aDialogue(world.database, { eventId, by, now, dialogue: { shown_at: now } })
  await drawDueMaps({ db: world.database.as(), clock: () => now, log: openLog('silent') })
  return {
    '/dialogue/:dialogue': `/dialogue/${id}`,
    '/dialogue/:slug': `/dialogue/${slug}`,
    '/export/:file': '/export/votes.csv',
  }
}
