import type { Insertable, Updateable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import { besideInEvent } from '../table-notes/cards.sql.ts'
import type { ForumTables, Reads, Writes } from '../tables.ts'

/** All cards of an event that nobody took away; with the words that were put into a group, once they are in one. */
const cardRows = (db: Reads, eventId: string) =>
  db
    .selectFrom('note_card')
    .innerJoin('forum_table', 'forum_table.id', 'note_card.table_id')
    .leftJoin('harvest_card', 'harvest_card.card_id', 'note_card.id')
    .select(['note_card.id', 'note_card.kind', 'note_card.round', 'note_card.language'])
    .select(['forum_table.number as table_number', 'harvest_card.group_id'])
    .select((eb) => eb.fn.coalesce('harvest_card.words', 'note_card.words').as('words'))
    .select((eb) =>
      eb
        .case()
        .when('harvest_card.card_id', 'is', null)
        .then(eb.ref('note_card.who_could'))
        .else(eb.ref('harvest_card.who_could'))
        .end()
        .as('who_could'),
    )
    .where('note_card.event_id', '=', eventId)
    .where('note_card.removed_at', 'is', null)
    .orderBy('note_card.round')
    .orderBy('forum_table.number')
    .orderBy('note_card.created_at')
    .orderBy('note_card.id')
    .execute()

/** These cards, with the texts that were written apart and wait for somebody to choose. */
export async function cardsOf(db: Reads, eventId: string) {
  const [cards, beside] = await Promise.all([cardRows(db, eventId), besideInEvent(db, eventId)])
  return cards.map((card) => ({ ...card, beside: beside.get(card.id) ?? [] }))
}

export type Card = Awaited<ReturnType<typeof cardsOf>>[number]

export const groupsOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('harvest_group')
    .leftJoin('recommendation', 'recommendation.id', 'harvest_group.recommendation_id')
    .selectAll('harvest_group')
    .select('recommendation.number as recommendation_number')
    .where('harvest_group.event_id', '=', eventId)
    .orderBy('harvest_group.position')
    .orderBy('harvest_group.id')
    .execute()

export type Group = Awaited<ReturnType<typeof groupsOf>>[number]

export const groupWithId = async (db: Reads, eventId: string, id: string): Promise<Group | undefined> =>
  (await groupsOf(db, eventId)).find((one) => one.id === id)

/** When the harvest was changed last; undefined where there is none. */
export const harvestChangedAt = async (db: Reads, eventId: string): Promise<Instant | undefined> => {
  const query = db.selectFrom('harvest').select('changed_at').where('event_id', '=', eventId)
  return (await query.executeTakeFirst())?.changed_at
}

export const touchHarvest = (db: Writes, eventId: string, changed_at: Instant) =>
  db
    .insertInto('harvest')
    .values({ event_id: eventId, changed_at })
    .onConflict((conflict) => conflict.column('event_id').doUpdateSet({ changed_at }))
    .execute()

export const addGroup = (db: Writes, row: Insertable<ForumTables['harvest_group']>) =>
  db.insertInto('harvest_group').values(row).execute()

export const changeGroup = (db: Writes, id: string, row: Updateable<ForumTables['harvest_group']>) =>
  db.updateTable('harvest_group').set(row).where('id', '=', id).execute()

export const removeGroup = (db: Writes, id: string) =>
  db.deleteFrom('harvest_group').where('id', '=', id).execute()

interface Adding {
  groupId: string
  cards: readonly Pick<Card, 'id' | 'words' | 'who_could'>[]
  now: Instant
}

export const addCards = (db: Writes, { groupId, cards, now }: Adding) =>
  db
    .insertInto('harvest_card')
    .values(
      cards.map(({ id, words, who_could }) => ({
        ...{ card_id: id, group_id: groupId, words, who_could, added_at: now, erased_at: null },
      })),
    )
    .execute()

export const moveCards = (db: Writes, cardIds: readonly string[], groupId: string) =>
  db.updateTable('harvest_card').set({ group_id: groupId }).where('card_id', 'in', cardIds).execute()

export const takeCardsOut = (db: Writes, cardIds: readonly string[]) =>
  db.deleteFrom('harvest_card').where('card_id', 'in', cardIds).execute()

export const changeCard = (db: Writes, cardId: string, row: Updateable<ForumTables['harvest_card']>) =>
  db.updateTable('harvest_card').set(row).where('card_id', '=', cardId).execute()
