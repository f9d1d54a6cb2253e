import type { Reads } from './tables.ts'

/** How many recommendations that everybody may read came of these events, and how many of them were answered. */
export const countsOfEvents = (db: Reads, eventIds: readonly string[]) =>
  db
    .selectFrom('recommendation')
    .leftJoin('note', 'note.event_id', 'recommendation.event_id')
    .leftJoin('answer', 'answer.recommendation_id', 'recommendation.id')
    .select('recommendation.event_id')
    .select((eb) => [
      eb.fn.countAll<number>().as('recommendations'),
      eb.fn.count<number>('answer.recommendation_id').as('answered'),
    ])
    .where('recommendation.event_id', 'in', eventIds)
    .where((eb) =>
      eb.or([eb('recommendation.handed_over_on', 'is not', null), eb('note.published_at', 'is not', null)]),
    )
    .groupBy('recommendation.event_id')
    .execute()
