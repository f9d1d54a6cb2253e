import { toCsv } from '#platform/csv.ts'
import type { Photo } from './photos.sql.ts'
import type { OfficeCard } from './office.sql.ts'

const columns = [
  'table',
  'table_name',
  'round',
  'kind',
  'words',
  'who_could',
  'language',
  'arrived',
  'changed',
  'id',
]

/** The cards that stand, as a table for spreadsheets. */
export const cardsAsCsv = (cards: readonly OfficeCard[]): string =>
  toCsv(
    columns,
    standing(cards).map((card) => [
      ...[card.table_number, card.table_name, card.round, card.kind, card.words, card.who_could],
      ...[card.language, card.created_at, card.changed_at, card.id],
    ]),
  )

/** The same for programs, with what is said of the photos. */
export const cardsAsJson = (cards: readonly OfficeCard[], photos: readonly Photo[]): string =>
  JSON.stringify(
    {
      cards: standing(cards).map((card) => ({
        ...{ id: card.id, table: card.table_number, tableName: card.table_name, round: card.round },
        ...{ kind: card.kind, words: card.words, whoCould: card.who_could, language: card.language },
        ...{ arrived: card.created_at, changed: card.changed_at, unsettled: Number(card.apart) },
      })),
      photos: photos.map(({ id, round, alt, table_id }) => ({ id, tableId: table_id, round, alt })),
    },
    null,
    2,
  )

const standing = (cards: readonly OfficeCard[]) => cards.filter(({ removed_at }) => removed_at === null)
