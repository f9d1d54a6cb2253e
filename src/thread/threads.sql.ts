import { isListed } from '#programme/index.ts'
import type { Reads } from './tables.ts'

const events = (db: Reads) =>
  db
    .selectFrom('event')
    .leftJoin('note', (join) =>
      join.onRef('note.event_id', '=', 'event.id').on('note.published_at', 'is not', null),
    )
    .select([
      'event.id',
      'event.slug',
      'event.title',
      'event.starts_at',
      'event.ends_at',
      'event.cancelled_at',
      'note.published_at as note_published_at',
    ])
    .select((eb) =>
      eb
        .selectFrom('harvest_group')
        .select((sub) => sub.fn.countAll<number>().as('count'))
        .whereRef('harvest_group.event_id', '=', 'event.id')
        .$asScalar()
        .$notNull()
        .as('said_at_tables'),
    )
    .where('event.published_at', 'is not', null)
    .where(isListed())

/** The event at an address, if everybody may know of it. */
export const publicEvent = (db: Reads, slug: string) =>
  events(db).where('event.slug', '=', slug).executeTakeFirst()

export const publicEvents = (db: Reads, ids: readonly string[]) =>
  events(db).where('event.id', 'in', ids).execute()

export type EventFacts = Awaited<ReturnType<typeof publicEvents>>[number]

/** Recommendations that everybody may read, by the forum's rule: handed over, or in a published note. */
const recommendations = (db: Reads) =>
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
      'recommendation.receiver_name',
      'recommendation.handed_over_on',
      'recommendation.answer_due_on',
      'organisation.name as organisation_name',
      'answer.kind as answer_kind',
      'answer.answered_on',
    ])
    .where('event.published_at', 'is not', null)
    .where(isListed())
    .where((eb) =>
      eb.or([eb('recommendation.handed_over_on', 'is not', null), eb('note.published_at', 'is not', null)]),
    )
    .orderBy('recommendation.number')

export const recommendationsOfEvent = (db: Reads, eventId: string) =>
  recommendations(db).where('recommendation.event_id', '=', eventId).execute()

export const publicRecommendation = (db: Reads, number: number) =>
  recommendations(db).where('recommendation.number', '=', number).executeTakeFirst()

export const publicRecommendations = (db: Reads, ids: readonly string[]) =>
  recommendations(db).where('recommendation.id', 'in', ids).execute()

export type RecommendationFacts = Awaited<ReturnType<typeof publicRecommendations>>[number]

/** The commitment that was heard of last among those that came from an answered recommendation of a public event. */
export const latestWholeThread = (db: Reads) =>
  db
    .selectFrom('commitment_update')
    .innerJoin('commitment', 'commitment.id', 'commitment_update.commitment_id')
    .innerJoin('recommendation', 'recommendation.id', 'commitment.recommendation_id')
    .innerJoin('answer', 'answer.recommendation_id', 'recommendation.id')
    .innerJoin('event', 'event.id', 'recommendation.event_id')
    .select('commitment.number')
    .where('event.published_at', 'is not', null)
    .where(isListed())
    .where('commitment_update.state', 'in', ['under-way', 'done'])
    .orderBy('commitment_update.at', 'desc')
    .orderBy('commitment_update.id', 'desc')
    .limit(1)
    .executeTakeFirst()
