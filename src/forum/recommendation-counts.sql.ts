import { isListed } from '#programme/index.ts'
import type { Reads } from './tables.ts'

export interface RecommendationCounts {
  handed_over: number
  answered: number
  /** Of the answered, those whose answer came after its day. */
  answered_late: number
  /** Without an answer, and past the day. */
  late: number
}

/** How many receivers were asked, how many have answered, in time or late, and how many are late on this date. */
export async function recommendationCounts(db: Reads, today: string): Promise<RecommendationCounts> {
  const row = await db
    .selectFrom('recommendation')
    .leftJoin('answer', 'answer.recommendation_id', 'recommendation.id')
    .innerJoin('event', 'event.id', 'recommendation.event_id')
    .select((eb) => [
      eb.fn.countAll<number>().as('handed_over'),
      eb.fn.count<number>('answer.id').as('answered'),
      eb.fn
        .countAll<number>()
        .filterWhere('answer.answered_on', '>', eb.ref('recommendation.answer_due_on'))
        .as('answered_late'),
      eb.fn
        .countAll<number>()
        .filterWhere((one) =>
          one.and([one('answer.id', 'is', null), one('recommendation.answer_due_on', '<', today)]),
        )
        .as('late'),
    ])
    .where('recommendation.handed_over_on', 'is not', null)
    .where('event.published_at', 'is not', null)
    .where(isListed())
    .executeTakeFirstOrThrow()
  return row
}
