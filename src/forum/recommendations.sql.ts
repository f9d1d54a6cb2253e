import { isListed } from '#programme/index.ts'
import type { Insertable, Updateable } from 'kysely'
import type { ForumTables, Reads, Writes } from './tables.ts'

/** A recommendation with everything a page says about it: its event, its receiver, its answer. */
const shown = (db: Reads) =>
  db
    .selectFrom('recommendation')
    .innerJoin('event', 'event.id', 'recommendation.event_id')
    .leftJoin('note', 'note.event_id', 'recommendation.event_id')
    .leftJoin('organisation', 'organisation.id', 'recommendation.receiver_organisation_id')
    .leftJoin('answer', 'answer.recommendation_id', 'recommendation.id')
    .select([
      'recommendation.id',
      'recommendation.event_id',
      'recommendation.number',
      'recommendation.text',
      'recommendation.receiver_organisation_id',
      'recommendation.receiver_name',
      'recommendation.handed_over_on',
      'recommendation.answer_due_on',
      'recommendation.created_at',
      'organisation.slug as organisation_slug',
      'organisation.name as organisation_name',
      'answer.kind as answer_kind',
      'answer.words as answer_words',
      'answer.answered_on',
      'event.slug as event_slug',
      'event.title as event_title',
      'event.starts_at as event_starts_at',
      'event.published_at as event_published_at',
      'note.published_at as note_published_at',
      'note.approved_at as note_approved_at',
      'note.state as note_state',
    ])

/** Public is what was handed over, and what stands in a published note of a published event. */
const shownToAll = (db: Reads) =>
  shown(db)
    .where('event.published_at', 'is not', null)
    .where(isListed())
    .where((eb) =>
      eb.or([eb('recommendation.handed_over_on', 'is not', null), eb('note.published_at', 'is not', null)]),
    )

export const recommendationsOf = (db: Reads, eventId: string) =>
  shown(db).where('recommendation.event_id', '=', eventId).orderBy('recommendation.number').execute()

export const publicRecommendationsOf = (db: Reads, eventId: string) =>
  shownToAll(db).where('recommendation.event_id', '=', eventId).orderBy('recommendation.number').execute()

export type Recommendation = Awaited<ReturnType<typeof recommendationsOf>>[number]

/** The latest first, a page at a time. */
export const publicRecommendations = (
  db: Reads,
  { before, limit }: { before?: number | undefined; limit: number },
) =>
  shownToAll(db)
    .$if(before !== undefined, (query) => query.where('recommendation.number', '<', before ?? 0))
    .orderBy('recommendation.number', 'desc')
    .limit(limit)
    .execute()

export const publicRecommendation = (db: Reads, number: number) =>
  shownToAll(db).where('recommendation.number', '=', number).executeTakeFirst()

export const recommendationWithId = (db: Reads, id: string) =>
  shown(db).where('recommendation.id', '=', id).executeTakeFirst()

/** The next number; the counter's row holds others back until this transaction has ended. */
export async function takeNumber(db: Writes): Promise<number> {
  const row = await db
    .updateTable('recommendation_counter')
    .set((eb) => ({ last_number: eb('last_number', '+', 1) }))
    .where('id', '=', 'one')
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return row.last_number
}

export const addRecommendation = (db: Writes, row: Insertable<ForumTables['recommendation']>) =>
  db.insertInto('recommendation').values(row).execute()

export const changeRecommendation = (
  db: Writes,
  id: string,
  row: Updateable<ForumTables['recommendation']>,
) => db.updateTable('recommendation').set(row).where('id', '=', id).execute()

export const deleteRecommendation = (db: Writes, id: string) =>
  db.deleteFrom('recommendation').where('id', '=', id).execute()

export const addAnswer = (db: Writes, row: Insertable<ForumTables['answer']>) =>
  db.insertInto('answer').values(row).execute()
