import type { PeopleTables } from '#people/index.ts'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { speaksFor } from './cast.ts'
import type { World } from './world.ts'

/** A coordinator of one of the two parties that every installation begins with. */
export async function coordinatorOf(
  database: Database,
  partyKey: 'city' | 'civil-society',
  name: string,
): Promise<string> {
  const db = database.as<PeopleTables>()
  const party = await db
    .selectFrom('party')
    .select('id')
    .where('key', '=', partyKey)
    .executeTakeFirstOrThrow()
  const since = '2026-01-01T08:00:00.000Z'
  const id = newId()
  const email = `${name.toLowerCase()}@example.org`
  await db.insertInto('person').values({ id, email, name, language: 'sv', created_at: since }).execute()
  await speaksFor(db, id, party.id)
  return id
}

/** The newest mail to an address, and the link of our own in it. */
export async function lastMailTo(world: World, address: string) {
  const mail = (await world.mails()).findLast((one) => one.to_address === address)
  if (!mail) throw new Error(`no mail to ${address}`)
  const link = /http:\/\/localhost:3000(\/\S+)/.exec(mail.text_body)?.[1] ?? ''
  return { ...mail, link }
}
