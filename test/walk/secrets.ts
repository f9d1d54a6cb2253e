import type { DbOf } from '#platform/handle.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import { aSignUp } from '../cast.ts'
import type { World } from '../world.ts'
import { atTheDoor } from './at-the-door.ts'
import { anInvitationLink } from './invitation-link.ts'
import { type Row, rowOf } from './row-of.ts'

/** A good link of every kind, put in by hand: only hashes are stored, so none of the sample year's can be known. */
export async function secrets(world: World, personId: string, open: Row): Promise<Row> {
  const db = world.database.as<AllTables>()
  const created_at = world.clock.now
  const [signIn, start, own, confirm, end] = [newToken(), newToken(), newToken(), newToken(), newToken()]
  const link = { token_hash: hashOf(signIn), person_id: personId, next_path: null, used_at: null, created_at }
  await db
    .insertInto('sign_in_link')
    .values({ ...link, expires_at: '2999-01-01T00:00:00.000Z' })
    .execute()
  await db
    .insertInto('first_coordinators_link')
    .values({ token_hash: hashOf(start), created_at, used_at: null })
    .execute()
  const signUp = await rowOf(
    world,
    `select id from sign_up where state = 'seat' and event_id = '${open['id']}'`,
  )
  const companion = await aCompanion(world, open['id'] ?? '', signUp['id'] ?? '')
  const personal = { token_hash: hashOf(own), sign_up_id: signUp['id'] ?? '', created_at }
  await db.insertInto('personal_link').values(personal).execute()
  const wish = { id: newId(), email: 'klara@example.org', language: 'sv', series_id: null } as const
  await db
    .insertInto('subscription')
    .values({ ...wish, asked_at: created_at, confirmed_at: null, ended_at: null })
    .execute()
  const about = { subscription_id: wish.id, language: 'sv', created_at } as const
  const links = [
    { token_hash: hashOf(confirm), purpose: 'confirm', ...about },
    { token_hash: hashOf(end), purpose: 'end', ...about },
  ] as const
  await db.insertInto('subscription_link').values(links).execute()
  const invitation = await anInvitationLink(world, personId, open['id'] ?? '')
  return {
    '/invitations/:token': `/invitations/${invitation}`,
    '/sign-in/with/:token': `/sign-in/with/${signIn}`,
    '/start/:token': `/start/${start}`,
    '/sign-ups/:token': `/sign-ups/${own}`,
    ':companion': companion,
    '/evaluations/:token': `/evaluations/${await answerLink(db, open, 'evaluation')}`,
    '/follow-ups/:token': `/follow-ups/${await answerLink(db, open, 'follow-up')}`,
    ...(await atTheDoor(world, open['id'] ?? '', { personId, signUpId: signUp['id'] ?? '' })),
    '/confirm/:token': `/confirm/${confirm}`,
    '/unsubscribe/:token': `/unsubscribe/${end}`,
  }
}

/** Nobody in the sample year has to come along with this very person, so somebody is put in. */
const aCompanion = (world: World, eventId: string, broughtBy: string): Promise<string> =>
  aSignUp(world.database, eventId, { brought_by: broughtBy, email: null, named: 0 })

async function answerLink(db: DbOf<AllTables>, open: Row, kind: 'evaluation' | 'follow-up'): Promise<string> {
  const token = newToken()
  const row = { token_hash: hashOf(token), event_id: open['id'] ?? '', kind, capacity: null }
  await db.insertInto('evaluation_link').values(row).execute()
  return token
}
