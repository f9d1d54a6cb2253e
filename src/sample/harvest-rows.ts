import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Language, Texts } from '#platform/language.ts'
import { datePlus, instantAt, plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

type CardKind = Row<'note_card'>['kind']

/** What the tables of a forum wrote, and how it was put together. */
export interface SampleHarvest {
  event: string
  tables: number
  groups: {
    key: string
    kind: CardKind
    title: Texts
    /** Which recommendation came of it, in the order of the event's own. */
    recommendation?: number
  }[]
  cards: {
    table: number
    round: number
    kind: CardKind
    language: Language
    words: string
    whoCould?: string
    group?: string
  }[]
}

/** The cards of a forum that is over, put together the day after it. */
export function addHarvest(year: Year, events: readonly Held[]): void {
  const sample = year.content.harvest
  const held = found(
    events.find((one) => one.sample.key === sample.event),
    sample.event,
  )
  const tables = tablesOf(year, held, sample.tables)
  const cards = sample.cards.map((card, index) => {
    const at = plus(held.row.starts_at, { minutes: 20 + card.round * 25 + (index % 13) })
    const row: Row<'note_card'> = {
      ...{ id: year.id(at), event_id: held.row.id, table_id: found(tables[card.table - 1], 'table') },
      ...{ round: card.round, kind: card.kind, words: card.words, who_could: card.whoCould ?? null },
      ...{ language: card.language, created_at: at, changed_at: at, removed_at: null },
    }
    year.rows.note_card.push(row)
    return { row, group: card.group }
  })
  putTogether(year, held, cards)
}

interface Placed {
  row: Row<'note_card'>
  group: string | undefined
}

function putTogether(year: Year, { row: event, date, by }: Held, cards: readonly Placed[]): void {
  const own = year.rows.recommendation.filter((one) => one.event_id === event.id)
  const begun = instantAt(datePlus(date, 1), '09:30')
  year.content.harvest.groups.forEach(({ key, kind, title, recommendation }, index) => {
    const at = plus(begun, { minutes: index * 6 })
    const from = recommendation === undefined ? null : found(own[recommendation]?.id, 'recommendation')
    const id = year.id(at)
    year.rows.harvest_group.push({
      ...{ id, event_id: event.id, position: index + 1, kind, title: json(title), made_by: by },
      ...{ recommendation_id: from, created_at: at, changed_at: at, erased_at: null },
    })
    for (const { row } of cards.filter(({ group }) => group === key)) {
      const { id: card_id, words, who_could = null } = row
      year.rows.harvest_card.push({ card_id, group_id: id, words, who_could, added_at: at, erased_at: null })
    }
    year.record({ what: 'harvest-changed', by, about: event.id, at, detail: { did: 'join' } })
  })
  year.rows.harvest.push({ event_id: event.id, changed_at: plus(begun, { hours: 3 }) })
}

/** The forum's tables by their numbers; those that nobody has laid yet are laid. */
function tablesOf(year: Year, { row: event }: Held, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1
    const known = year.rows.forum_table.find((one) => one.event_id === event.id && one.number === number)
    if (known) return known.id
    const id = year.id(event.created_at)
    year.rows.forum_table.push({
      ...{ id, event_id: event.id, number, name: null, seats: 8, language: null, online_url: null },
    })
    return id
  })
}
