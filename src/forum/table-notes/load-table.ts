import type { Visit } from '#platform/http.ts'
import type { Reads } from '../tables.ts'
import { lastArrival, tableCards } from './cards.sql.ts'
import type { TableCard } from './device.ts'
import { type Round, roundsOf } from './links.sql.ts'
import { type Photo, photosOfTable } from './photos.sql.ts'
import type { TablePlace } from './table-place.ts'
import { roundShown } from './times.rules.ts'

export interface LoadedTable {
  visit: Visit
  place: TablePlace
  rounds: readonly Round[]
  /** The rounds there are, and those that cards are about although they are gone. */
  numbers: readonly number[]
  running: number | null
  round: number
  cards: TableCard[]
  cursor: number
  photos: readonly Photo[]
}

/** Everything that a table's page shows. */
export async function loadTable(
  db: Reads,
  visit: Visit,
  place: TablePlace,
  wanted: number | null,
): Promise<LoadedTable> {
  const { event_id, table_id } = place.link
  // Counted before the cards are read: what arrives in between is told once more.
  const cursor = await lastArrival(db, event_id)
  const [rounds, cards, photos] = await Promise.all([
    roundsOf(db, event_id),
    tableCards(db, table_id),
    photosOfTable(db, table_id),
  ])
  const numbers = [
    ...new Set(
      [...rounds, ...[...cards, ...photos].map(({ round }) => ({ number: round }))].map((one) => one.number),
    ),
  ].toSorted((a, b) => a - b)
  const running = rounds.findLast((one) => one.started_at && !one.ended_at)?.number ?? null
  const ended = rounds.filter((one) => one.ended_at).map((one) => one.number)
  const round = roundShown({ numbers, running, ended }, wanted)
  return {
    ...{ visit, place, rounds, running, round, cards, cursor, photos },
    numbers: numbers.length > 0 ? numbers : [1],
  }
}
