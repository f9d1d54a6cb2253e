import { json } from '#platform/db.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { datePlus, localDate } from '#platform/time.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'
import type { Row } from './row-of.ts'

/** A call that is open, with a proposal, something sent in that waits to be read, and a link to confirm a support by. */
export async function focusPlaces(world: World, by: string): Promise<Row> {
  const db = world.database.as<AllTables>()
  const now = world.clock.now
  const [today, year] = [localDate(now), 2099]
  const [call, proposal, sent, token] = [newId(), newId(), newId(), newToken()]
  await db
    .insertInto('focus_call')
    .values({
      ...{ id: call, year, words: json({}), opens_on: today, closes_on: datePlus(today, 20) },
      ...{ made_by: by, made_at: now },
    })
    .execute()
  const words = { title: json({ sv: 'Ungas platser' }), why: json({ sv: 'De saknas.' }) }
  await db
    .insertInto('focus_proposal')
    .values({ id: proposal, year, ...words, state: 'proposed', created_at: now })
    .execute()
  await db
    .insertInto('focus_submission')
    .values({
      ...{ id: sent, call_id: call, title: 'Tryggare vintrar', why: 'Det är mörkt.', language: 'sv' },
      ...{ organisation_name: null, email: 'walker@example.org', token_hash: hashOf(newToken()) },
      ...{ sent_at: now, confirmed_at: now, state: 'waiting', reason: null, decided_by: null },
      ...{ told_at: null, forgotten_at: null },
    })
    .execute()
  await db
    .insertInto('focus_support')
    .values({
      ...{ id: newId(), proposal_id: proposal, address_key: hashOf('walker'), token_hash: hashOf(token) },
      ...{ asked_at: now, confirmed_at: null },
    })
    .execute()
  return {
    '/thread/following/:token': `/thread/following/${await followerOf(world, proposal)}`,
    '/focus-areas/:year': `/focus-areas/${year}`,
    '/focus-areas/proposals/:id': `/focus-areas/proposals/${proposal}`,
    '/focus-areas/submissions/:id': `/focus-areas/submissions/${sent}`,
    '/focus-areas/confirm/:token': `/focus-areas/confirm/${token}`,
  }
}

/** Somebody who wishes to hear what comes of a proposal; answers with the way to confirm it. */
async function followerOf(world: World, proposal: string): Promise<string> {
  const db = world.database.as<AllTables>()
  const now = world.clock.now
  const [follower, wish, token] = [newId(), newId(), newToken()]
  await db
    .insertInto('thread_follower')
    .values({ id: follower, email: 'walker@example.org', language: 'sv', mailed_on: null, created_at: now })
    .execute()
  const about = { kind: 'focus-area' as const, thing_id: proposal }
  await db
    .insertInto('thread_wish')
    .values({ id: wish, follower_id: follower, ...about, asked_at: now, confirmed_at: null })
    .execute()
  await db
    .insertInto('thread_link')
    .values({ token_hash: hashOf(token), follower_id: follower, wish_id: wish, created_at: now })
    .execute()
  return token
}
