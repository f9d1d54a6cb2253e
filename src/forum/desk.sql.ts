import type { Instant } from '#platform/time.ts'
import type { Reads } from './tables.ts'

interface Ended {
  after: Instant
  before: Instant
  limit: number
}

interface Waiting extends Ended {
  /** Whose approval is asked about; nobody's when whoever looks speaks for no party. */
  party: string | undefined
}

/**
 * Events that ended between two moments and have no published note; `state` says how far it has come, null for nothing,
 * and `approved` whether that party has said yes to it.
 */
export const notesMissing = (db: Reads, { after, before, limit, party }: Waiting) =>
  db
    .selectFrom('event')
    .leftJoin('note', 'note.event_id', 'event.id')
    .select(['event.id', 'event.title', 'event.ends_at', 'note.state', 'note.corrections_until'])
    .select((eb) =>
      eb
        .selectFrom('note_correction')
        .select((sub) => sub.fn.countAll<number>().as('count'))
        .whereRef('note_correction.note_id', '=', 'note.id')
        .where('note_correction.answer', 'is', null)
        .$asScalar()
        .$notNull()
        .as('unanswered'),
    )
    .select((eb) =>
      eb
        .selectFrom('note_approval')
        .select((sub) => sub.fn.countAll<number>().as('count'))
        .whereRef('note_approval.note_id', '=', 'note.id')
        .where('note_approval.party_id', '=', party ?? '')
        .$asScalar()
        .$notNull()
        .as('approved'),
    )
    .where('event.published_at', 'is not', null)
    .where('event.cancelled_at', 'is', null)
    .where('event.ends_at', '>', after)
    .where('event.ends_at', '<=', before)
    .where('note.published_at', 'is', null)
    .orderBy('event.ends_at')
    .limit(limit)
    .execute()

/** Recommendations without an answer whose answer is due on that date or before, the longest waiting first. */
export const answersDue = (db: Reads, { by, limit }: { by: string; limit: number }) =>
  db
    .selectFrom('recommendation')
    .leftJoin('organisation', 'organisation.id', 'recommendation.receiver_organisation_id')
    .leftJoin('answer', 'answer.recommendation_id', 'recommendation.id')
    .select([
      'recommendation.id',
      'recommendation.event_id',
      'recommendation.number',
      'recommendation.answer_due_on',
      'recommendation.receiver_name',
      'organisation.name as organisation_name',
      'organisation.sector as organisation_sector',
    ])
    .where('recommendation.answer_due_on', '<=', by)
    .where('answer.id', 'is', null)
    .orderBy('recommendation.answer_due_on')
    .orderBy('recommendation.number')
    .limit(limit)
    .execute()

/** Recommendations that everybody can read since that moment and that nobody was handed, counted by event. */
export const waitingToBeHandedOver = (db: Reads, { before, limit }: { before: Instant; limit: number }) =>
  db
    .selectFrom('recommendation')
    .innerJoin('event', 'event.id', 'recommendation.event_id')
    .innerJoin('note', 'note.event_id', 'recommendation.event_id')
    .select(['event.id', 'event.title', 'event.ends_at'])
    .select((eb) => eb.fn.countAll<number>().as('recommendations'))
    .where('recommendation.handed_over_on', 'is', null)
    .where('note.published_at', '<=', before)
    .groupBy(['event.id', 'event.title', 'event.ends_at'])
    .orderBy('event.ends_at')
    .limit(limit)
    .execute()
