import { hashOf, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'

type Row = Record<string, string>

/** What stands in the addresses of the Malmö Hour: its slots, a swap, and a proposal of the city's with its link. */
export async function hourLinks(
  world: World,
  organiserId: string,
  of: (query: string) => Promise<Row>,
): Promise<Row> {
  const db = world.database.as<AllTables>()
  const hour = await of('select event_id as id from hour_slot')
  await db
    .insertInto('event_organiser')
    .values({ event_id: hour['id'] ?? '', person_id: organiserId })
    .execute()
  const proposal = await of(`select hour_proposal.id from hour_proposal
    join party on party.id = party_id where state = 'waiting' and party.key = 'city'`)
  const token = newToken()
  const link = { token_hash: hashOf(token), proposal_id: proposal['id'] ?? '', created_at: world.clock.now }
  await db.insertInto('hour_proposal_link').values(link).execute()
  return {
    '/office/events/:id/slots': `/office/events/${hour['id']}/slots`,
    '/proposals/:proposal': `/proposals/${proposal['id']}`,
    '/swaps/:swap': `/swaps/${(await of('select id from hour_swap'))['id']}`,
    '/presentations/:token': `/presentations/${token}`,
  }
}
