import type { Context } from 'hono'
import type { VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { voterToken } from '../statements/voter-cookie.ts'
import { voterOfToken } from '../statements/voters.sql.ts'
import type { Reads } from '../tables.ts'
import { mapBefore } from './drawings.sql.ts'
import { stepOf, stepsFrom } from './dots.ts'
import type { You } from './map.page.tsx'
import type { ShownMap } from './shown-map.ts'

/** Where whoever votes in this browser stands on the map that everybody sees; null for somebody we do not know. */
export async function yourPlace(
  db: Reads,
  c: Context<VisitEnv>,
  dialogue: { id: string; slug: string },
  shown: ShownMap,
): Promise<You | null> {
  const token = voterToken(c, dialogue.slug)
  const voter = token && (await voterOfToken(db, dialogue.id, hashOf(token)))
  if (!voter) return null
  const { votes } = await db
    .selectFrom('vote')
    .select((eb) => eb.fn.countAll<number>().as('votes'))
    .where('voter_id', '=', voter.id)
    .executeTakeFirstOrThrow()
  const map = (await mapBefore(db, dialogue.id))?.map
  const position = map?.positions[map.people.indexOf(voter.id)]
  if (!map || !position || !map.placed.includes(voter.id)) return { votes, at: null, group: null }
  const group = map.groups.find(({ people }) => people.includes(voter.id))?.name ?? null
  // The latest map may know of a group that nobody has been shown yet.
  const isKnown = shown.groups.some(({ name }) => name === group)
  return { votes, at: stepsFrom(position, stepOf(map)), group: isKnown ? group : null }
}
