import type { DatabaseSync } from 'node:sqlite'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { codeFor } from '../../src/programme/door/code.ts'
import { inDatabase } from './in-database.ts'

/** The next event, whose door opens first. */
export const eventOfDoor = (file: string): string =>
  inDatabase(file, (database) => {
    const next =
      'select id from event where published_at is not null and cancelled_at is null and ends_at > ?'
    const row = database.prepare(`${next} order by starts_at limit 1`).get(new Date().toISOString())
    return String(row?.['id'])
  })

/** Somebody who can be asked something at the door. */
function toBeAsked(database: DatabaseSync): { event: string; signUp: string } {
  const asked = `select question.event_id, sign_up.id from question join sign_up using (event_id)
    where asked_at = 'door' and state = 'seat' limit 1`
  const row = database.prepare(asked).get()
  return { event: String(row?.['event_id']), signUp: String(row?.['id']) }
}

/** The page on which an organiser asks them, below the event's desk. */
export const askedAtDoor = (file: string): string =>
  inDatabase(file, (database) => {
    const { event, signUp } = toBeAsked(database)
    return `${event}/ask/${signUp}`
  })

/** The doors of the next event, and of one at which something is asked, as stewards have them; and somebody's code. */
export function atTheDoor(file: string): Record<string, string> {
  const event = eventOfDoor(file)
  return inDatabase(file, (database) => {
    const asked = toBeAsked(database)
    // A steward asks whoever has come.
    database
      .prepare('update sign_up set checked_in_at = ? where id = ?')
      .run(new Date().toISOString(), asked.signUp)
    const of = `select sign_up.id, secret from sign_up join door_secret using (event_id)
      where event_id = ? and state = 'seat' limit 1`
    const row = database.prepare(of).get(event)
    const code = codeFor(String(row?.['id']), String(row?.['secret']))
    return {
      '/door/:token': `/sv/door/${stewardsLink(database, event)}`,
      '/door/:token/ask/:comer': `/sv/door/${stewardsLink(database, asked.event)}/ask/${asked.signUp}`,
      '/in/:code': `/sv/in/${code}`,
    }
  })
}

function stewardsLink(database: DatabaseSync, event: string): string {
  const token = newToken()
  const link = `insert into steward_link
    (id, event_id, token_hash, label, may_write_up, until, made_by, created_at)
    select ?, ?, ?, 'Entrance B', 1, '2999-01-01T00:00:00.000Z', person_id, ? from coordinator limit 1`
  database.prepare(link).run(newId(), event, hashOf(token), new Date().toISOString())
  return token
}
