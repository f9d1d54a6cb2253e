import { decide, transact } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import { dateMonthsAfter, type Instant, localDate, plus } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
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
    const pairs = await rememberSeats(tx, { eventId, on, now }, await seatsThatWere(tx, eventId))
    await record(tx, { what: 'encounters-remembered', by: null, about: eventId, at: now, detail: { pairs } })
  })

interface Forum {
  eventId: string
  on: string
  now: Instant
}

interface SeatThatWas {
  round: number
  table_id: string
  email: string | null
}

/** Adds who sat with whom, but for those who do not want it; how many pairs there were. */
export async function rememberSeats(
  tx: Writes,
  { eventId, on, now }: Forum,
  seats: readonly SeatThatWas[],
): Promise<number> {
  const checksumOf = await checksums(tx)
  const known = seats.map(({ round, table_id, email }) => ({
    ...{ round, tableId: table_id, who: email === null ? null : checksumOf(email) },
  }))
  const unwanted = await unwantedAmong(tx, [...new Set(known.flatMap(({ who }) => who ?? []))])
  const pairs = pairsMet(known.filter(({ who }) => who !== null && !unwanted.has(who)))
  await addMet(tx, pairs, on)
  await noteAdded(tx, { event_id: eventId, added_at: now, pairs: pairs.length })
  return pairs.length
}
