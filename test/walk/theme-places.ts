import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'
import { type Row, rowOf } from './row-of.ts'

/** A call that is open, with a proposal that shows, and a link to a second of it that waits to be confirmed. */
export async function themePlaces(world: World): Promise<Row> {
  const now = world.clock.now
  const proposal = await rowOf(
    world,
    `select theme_proposal.id, call_id from theme_proposal join theme_call on theme_call.id = call_id
      where state = 'shown' and opens_at <= '${now}' and closes_at > '${now}'`,
  )
  const token = newToken()
  const wish = { id: newId(), proposal_id: proposal['id'] ?? '', kind: 'seconded', language: 'sv' } as const
  const rest = { email: 'walker@example.org', capacity: 'other', wants_news: 0, confirmed_at: null } as const
  await world.database
    .as<AllTables>()
    .insertInto('theme_support')
    .values({ ...wish, ...rest, asked_at: now, token_hash: hashOf(token), forgotten_at: null })
    .execute()
  return {
    ':call/:proposal': `${proposal['call_id']}/${proposal['id']}`,
    ':call': proposal['call_id'] ?? '',
    '/theme-wishes/:token': `/theme-wishes/${token}`,
  }
}
