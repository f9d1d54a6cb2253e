import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { ForumTables, Reads, Writes } from '../tables.ts'
import type { Beside, TableCard } from './device.ts'

type Card = ForumTables['note_card']

export const cardWithId = (db: Reads, id: string) =>
  db.selectFrom('note_card').selectAll().where('id', '=', id).executeTakeFirst()

/** Words that wait beside cards until somebody chooses. */
const openBeside = (db: Reads) =>
  db
    .selectFrom('note_beside')
    .innerJoin('note_card_edit', 'note_card_edit.nonce', 'note_beside.nonce')
    .select(['note_beside.nonce', 'note_beside.card_id', 'note_card_edit.words', 'note_card_edit.who_could'])
    .where('note_beside.settled_at', 'is', null)

const asBeside = ({
  nonce,
  words,
  who_could,
}: {
  nonce: string
  words: string
  who_could: string | null
}) => ({
  ...{ nonce, words, whoCould: who_could },
})

export const besideOfCard = async (db: Reads, cardId: string): Promise<Beside[]> => {
  const open = openBeside(db).where('note_beside.card_id', '=', cardId).where('why', '=', 'apart')
  return (await open.orderBy('note_card_edit.arrival').execute()).map(asBeside)
}

/** What waits beside the cards of an event, by card. */
export async function besideInEvent(db: Reads, eventId: string): Promise<Map<string, Beside[]>> {
  const open = openBeside(db).where('note_beside.event_id', '=', eventId).where('why', '=', 'apart')
  const rows = await open.orderBy('note_card_edit.arrival').execute()
  const byCard = Map.groupBy(rows, ({ card_id }) => card_id)
  return new Map([...byCard].map(([id, all]) => [id, all.map(asBeside)]))
}

/** The cards of a table that are new since then, with what stands beside them, in the order in which they came. */
export async function tableCards(db: Reads, tableId: string, since = -1): Promise<TableCard[]> {
  const cards = await db
    .selectFrom('note_card')
    .selectAll()
    .where('table_id', '=', tableId)
    .where('arrival', '>', since)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const open = await openBeside(db)
    .where('note_card_edit.table_id', '=', tableId)
    .where('why', '=', 'apart')
    .orderBy('note_card_edit.arrival')
    .execute()
  return cards.map((card) => ({
    ...cardAsSeen(card),
    beside: open.filter(({ card_id }) => card_id === card.id).map(asBeside),
  }))
}

const cardAsSeen = (card: Selectable<Card>) => ({
  ...{ id: card.id, head: card.head, language: card.language, since: card.created_at },
  ...{ round: card.round, kind: card.kind, words: card.words, whoCould: card.who_could },
  takenAway: card.taken_away_at !== null,
  hidden: card.hidden_at !== null,
})

export const addCard = (db: Writes, row: Insertable<Card>) => db.insertInto('note_card').values(row).execute()

export const changeCard = (db: Writes, id: string, row: Updateable<Card>) =>
  db.updateTable('note_card').set(row).where('id', '=', id).execute()

export const editWithNonce = (db: Reads, nonce: string) =>
  db
    .selectFrom('note_card_edit')
    .select(['outcome', 'table_id'])
    .where('nonce', '=', nonce)
    .executeTakeFirst()

export const addEdit = (db: Writes, row: Insertable<ForumTables['note_card_edit']>) =>
  db.insertInto('note_card_edit').values(row).execute()

export const addBeside = (db: Writes, row: Insertable<ForumTables['note_beside']>) =>
  db.insertInto('note_beside').values(row).execute()

/** These have been chosen among, or let go. */
export const settleBeside = async (db: Writes, nonces: readonly string[], now: Instant): Promise<void> => {
  if (nonces.length === 0) return
  const update = db.updateTable('note_beside').set({ settled_at: now })
  await update.where('nonce', 'in', nonces).where('settled_at', 'is', null).execute()
}

/** How far what arrives at an event has been counted. Only whoever has locked the event may count on. */
export async function lastArrival(db: Reads, eventId: string): Promise<number> {
  const [edit, card] = await Promise.all([
    db
      .selectFrom('note_card_edit')
      .select((eb) => eb.fn.max('arrival').as('last'))
      .where('event_id', '=', eventId)
      .executeTakeFirst(),
    db
      .selectFrom('note_card')
      .select((eb) => eb.fn.max('arrival').as('last'))
      .where('event_id', '=', eventId)
      .executeTakeFirst(),
  ])
  return Math.max(edit?.last ?? 0, card?.last ?? 0)
}

/** How much a link has brought so far. */
export async function countsOfLink(db: Reads, linkId: string) {
  const row = await db
    .selectFrom('note_card_edit')
    .select((eb) => [eb.fn.countAll().as('edits'), eb.fn.count('card_id').distinct().as('cards')])
    .where('by_link', '=', linkId)
    .executeTakeFirst()
  return { edits: Number(row?.edits ?? 0), cards: Number(row?.cards ?? 0) }
}
