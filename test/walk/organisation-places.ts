import { json } from '#platform/db.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'

/** An application, a claim and an invitation that wait for an answer, with the links that their mails bring. */
export async function organisationPlaces(world: World) {
  const db = world.database.as<AllTables>()
  const [application, claim] = [newId(), newId()]
  const [join, claiming, invited] = [newToken(), newToken(), newToken()]
  const { id: organisation_id } = await db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()
  const { id: invited_by } = await db.selectFrom('person').select('id').executeTakeFirstOrThrow()
  const at = world.clock.now
  const who = { language: 'sv', email: 'noor@example.org' } as const
  const undecided = { decided_at: null, decided_by: null, reason: null, wiped_at: null }
  const profile = {
    ...{ name: { sv: 'Odlarna' }, about: {}, for_whom: {}, kind: 'association', areas: [], languages: [] },
    ...{ website: null, contact_email: null, contact_is_shown: false },
  }
  await db
    .insertInto('organisation_application')
    .values({
      ...{ id: application, token_hash: hashOf(join), state: 'waiting', profile: json(profile) },
      ...{ search_text: '|odlarna|', number: null, person_name: 'Noor', ...who, conditions_at: at },
      ...{ how_democratic: 'Årsmötet väljer.', asked_at: at, confirmed_at: at, waiting_since: at },
      ...{ ...undecided, organisation_id: null },
    })
    .execute()
  await db
    .insertInto('organisation_claim')
    .values({
      ...{ id: claim, token_hash: hashOf(claiming), organisation_id, name: 'Noor', ...who },
      ...{ kind: 'contact', why: null, state: 'waiting', checked_by: null, asked_at: at, confirmed_at: at },
      ...undecided,
    })
    .execute()
  await db
    .insertInto('organisation_invitation')
    .values({
      ...{ id: newId(), token_hash: hashOf(invited), organisation_id, name: 'Noor', ...who },
      ...{ kind: 'contact', title: null, until_day: null, invited_by, invited_at: at },
      ...{ answered_at: null, answer: null },
    })
    .execute()
  return {
    '/network/applications/:id': `/network/applications/${application}`,
    '/network/claims/:id': `/network/claims/${claim}`,
    '/network/claims/:token': `/network/claims/${claiming}`,
    '/network/join/mine/:token': `/network/join/mine/${join}`,
    '/network/invited/:token': `/network/invited/${invited}`,
  }
}
