import { hashOf, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'

type Row = Record<string, string>

/** Finds a correction that somebody who was present has sent. */
export const correctionOf = (asked: Row): string =>
  `select note_correction.id, note_id, sign_up_id from note_correction
    join note on note.id = note_id where event_id = '${asked['event_id']}'`

/** The link of whoever sent a correction. */
export async function minutesLink(world: World, { note_id = '', sign_up_id = '' }: Row): Promise<string> {
  const token = newToken()
  const link = { token_hash: hashOf(token), note_id, sign_up_id, created_at: world.clock.now }
  await world.database.as<AllTables>().insertInto('note_link').values(link).execute()
  return token
}
