import { decide, transact } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import { dateMonthsAfter, type Instant, localDate, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { checksums } from './checksums.ts'
import { addedAfterDays, encountersKeptYears, pairsMet } from './encounter.rules.ts'
import {
  addMet,
  forumsToAdd,
  isAdded,
  noteAdded,
  seatsThatWere,
  unwantedAmong,
  wipeEncountersBefore,
} from './encounters.sql.ts'

/** Adds who sat with whom at every forum that is over, once each, before addresses are forgotten. */
export async function rememberEncounters(db: Db, now: Instant): Promise<number> {
  const due = await forumsToAdd(db, plus(now, { days: -addedAfterDays }))
  for (const { id, starts_at } of due) await rememberForum(db, id, localDate(starts_at), now)
  return due.length
}

/** What was long ago is wiped, whether or not the two have met since then at other events. */
export const wipeEncounters = async (db: Db, now: Instant): Promise<number> => {
  const date = dateMonthsAfter(localDate(now), -12 * encountersKeptYears)
  return Number((await transact(db, (tx) => wipeEncountersBefore(tx, date))).numDeletedRows)
}

const rememberForum = (db: Db, eventId: string, on: string, now: Instant): Promise<void> =>
  decide(db, 'event', eventId, async (tx) => {
    if (await isAdded(tx, eventId)) return
    const checksumOf = await checksums(tx)
    const seats = (await seatsThatWere(tx, eventId)).map(({ round, table_id, email }) => ({
      ...{ round, tableId: table_id, who: email === null ? null : checksumOf(email) },
    }))
    const unwanted = await unwantedAmong(tx, [...new Set(seats.flatMap(({ who }) => who ?? []))])
    const pairs = pairsMet(seats.filter(({ who }) => who !== null && !unwanted.has(who)))
    await addMet(tx, pairs, on)
    await noteAdded(tx, { event_id: eventId, added_at: now, pairs: pairs.length })
    const detail = { pairs: pairs.length }
    await record(tx, { what: 'encounters-remembered', by: null, about: eventId, at: now, detail })
  })
