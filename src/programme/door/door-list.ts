import { createHash } from 'node:crypto'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { searchText } from '#platform/search.ts'
import { datePlus, type Instant, instantAt, localDate } from '#platform/time.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { Reads } from '../tables.ts'
import { codeFor, markOf } from './code.ts'
import type { DoorList, DoorPerson } from './device.ts'
import {
  type DoorRow,
  doorRows,
  keptBySector,
  lastArrival,
  peopleHeardOfSince,
  secretOf,
} from './door.sql.ts'

/** At noon of the day after, devices have forgotten who came. */
export const forgottenAt = ({ ends_at }: { ends_at: Instant }): Instant =>
  instantAt(datePlus(localDate(ends_at), 1), '12:00')

/** Everybody whom the door may ask about, by name. */
export async function peopleAtTheDoor(
  db: Reads,
  event: ProgrammeEvent,
  { t, language }: Pick<Visit, 't' | 'language'>,
): Promise<DoorPerson[]> {
  const secret = await secretOf(db, event.id)
  return (await doorRows(db, event.id)).map((row) => {
    const name = row.named === 1 ? row.name : t('door.comes-with', { name: row.name })
    const organisation = row.organisation ? inLanguage(row.organisation, language) : row.organisation_name
    const names = [row.name, row.organisation_name, ...Object.values(row.organisation ?? {})]
    return {
      ...{ id: row.id, mark: markOf(codeFor(row.id, secret)), name },
      find: searchText(names.filter(Boolean).join(' ')),
      about: [organisation, t(`door.capacity.${row.capacity}`)].filter(Boolean).join(' · '),
      ...{ sector: row.capacity, table: row.table, state: stateOf(row), since: row.checked_in_at },
    }
  })
}

/** A held or an offered seat is a seat at the door: whoever comes has said yes. */
function stateOf({ state }: DoorRow): DoorPerson['state'] {
  if (state === 'cancelled') return 'gave-back'
  return state === 'waiting' ? 'waiting' : 'seat'
}

/**
 * What is new since a device asked the last time. Who came is told person by person; when anything else has changed (a
 * new sign-up, a table, a seat given back) the device gets the whole list anew.
 */
export async function doorListSince(
  db: Reads,
  event: ProgrammeEvent,
  visit: Pick<Visit, 't' | 'language' | 'now'>,
  cursor: string | undefined,
): Promise<DoorList> {
  const arrival = await lastArrival(db, event.id)
  const all = await peopleAtTheDoor(db, event, visit)
  const print = printOf(all)
  const [heard, known] = (cursor ?? '').split('.')
  const whole = known !== print || !/^\d{1,9}$/.test(heard ?? '')
  const news = whole ? null : new Set(await peopleHeardOfSince(db, event.id, Number(heard)))
  return {
    cursor: `${arrival}.${print}`,
    whole,
    people: news ? all.filter(({ id }) => news.has(id)) : all,
    free: Math.max(0, event.capacity - event.seats_taken - event.seats_kept),
    kept: Object.fromEntries(await keptBySector(db, event.id)),
    now: visit.now,
  }
}

/** A print of the list without who has come. */
const printOf = (people: readonly DoorPerson[]): string =>
  createHash('sha256')
    .update(JSON.stringify(people.map(({ since: _since, ...rest }) => rest)))
    .digest('hex')
    .slice(0, 16)
