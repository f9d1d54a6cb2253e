import type { Member } from '#platform/http.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import { aSignUp } from '../cast.ts'
import { aDialogue } from '../dialogue-cast.ts'
import type { World } from '../world.ts'
import type { Row } from './row-of.ts'

/** An open dialogue on the event, with a voter who asked for a link and somebody who has signed up. */
export async function dialoguePlaces(world: World, eventId: string, by: Member): Promise<Row> {
  const db = world.database.as<AllTables>()
  const now = world.clock.now
  const { id, slug, statements } = await aDialogue(world.database, eventId, { by, at: now })
  const [cookie, mailed, own] = [newToken(), newToken(), newToken()]
  const voter = { id: newId(), dialogue_id: id, token_hash: hashOf(cookie), language: 'sv' } as const
  await db
    .insertInto('voter')
    .values({ ...voter, capacity: null, created_at: now })
    .execute()
  const link = { token_hash: hashOf(mailed), voter_id: voter.id, email: 'walker@example.org' }
  await db
    .insertInto('voter_link')
    .values({ ...link, created_at: now })
    .execute()
  const signUp = await aSignUp(world.database, eventId, { name: 'Någon Som Röstar' })
  await db
    .insertInto('personal_link')
    .values({ token_hash: hashOf(own), sign_up_id: signUp, created_at: now })
    .execute()
  return {
    '/dialogue/:dialogue/statements/:statement': `/dialogue/${id}/statements/${statements[0]}`,
    '/dialogue/:slug/link/:token': `/dialogue/${slug}/link/${mailed}`,
    '/dialogue/:slug/sign-up/:token': `/dialogue/${slug}/sign-up/${own}`,
  }
}
