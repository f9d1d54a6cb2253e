import { addEntry, type EntryWords } from '#network/needs-offers/entries.sql.ts'
import { addMatch } from '#network/needs-offers/matches.sql.ts'
import type { Side } from '#network/needs-offers/entry.rules.ts'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import type { AllTables } from '../src/tables.ts'
import { anOrganisation } from './cast.ts'

const words: EntryWords = {
  ...{ kind: 'premises', words: { sv: 'Lokal för läxhjälp' }, about: {}, place: 'Rosengård' },
  ...{ theme_id: null, from_day: '2026-12-01', until_day: '2027-03-01', ask_for: 'Fråga i luckan' },
}

/** A need or an offer of a new organisation with an address of its own. */
export async function anEntry(
  database: Database,
  side: Side,
  at: Instant,
  given: Partial<EntryWords> = {},
): Promise<{ id: string; organisation: string; email: string }> {
  const [id, organisation] = [newId(), await anOrganisation(database, `Organisation ${newId()}`)]
  const email = `${id}@example.org`
  const db = database.as<AllTables>()
  await db.updateTable('organisation').set({ contact_email: email }).where('id', '=', organisation).execute()
  await addEntry(db, { id, organisation_id: organisation, side, written_by: null, at, ...words, ...given })
  return { id, organisation, email }
}

/** A need and an offer that are suggested to each other, and that nobody has answered. */
export async function aSuggestion(database: Database, at: Instant) {
  const [need, offer] = [await anEntry(database, 'need', at), await anEntry(database, 'offer', at)]
  const id = newId()
  const row = { id, need_id: need.id, offer_id: offer.id, points: 85, at }
  await addMatch(database.as<AllTables>(), row)
  return { id, need, offer }
}
