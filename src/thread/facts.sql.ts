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

export const publicRecommendations = (db: Reads, ids: readonly string[]) =>
  recommendations(db).where('recommendation.id', 'in', ids).execute()

export type RecommendationFacts = Awaited<ReturnType<typeof publicRecommendations>>[number]

/** Needs that the office has opened. */
export const publicNeeds = (db: Reads, ids: readonly string[]) =>
  db
    .selectFrom('lunch_need')
    .select(['id', 'number', 'words', 'handed_in_at', 'state'])
    .where('id', 'in', ids)
    .where('opened_at', 'is not', null)
    .where('state', '<>', 'turned-down')
    .execute()

export type NeedFacts = Awaited<ReturnType<typeof publicNeeds>>[number]

/** Ideas that were let through, and not taken back. */
export const publicIdeas = (db: Reads, ids: readonly string[]) =>
  db
    .selectFrom('idea')
    .select(['id', 'number', 'what', 'language', 'handed_in_at', 'state'])
    .where('id', 'in', ids)
    .where('standing', '=', 'shown')
    .where('state', '<>', 'withdrawn')
    .execute()

export type IdeaFacts = Awaited<ReturnType<typeof publicIdeas>>[number]

/** Calls for themes with the theme, once it is set. Of the proposals there is only a number. */
export const publicThemes = (db: Reads, ids: readonly string[]) =>
  db
    .selectFrom('theme_call')
    .innerJoin('series', 'series.id', 'theme_call.series_id')
    .leftJoin('theme_decision', 'theme_decision.call_id', 'theme_call.id')
    .select(['theme_call.id', 'theme_call.opens_at', 'theme_call.closes_at', 'series.name as series_name'])
    .select(['theme_decision.theme', 'theme_decision.decided_at', 'theme_decision.people'])
    .where('theme_call.id', 'in', ids)
    .execute()

export type ThemeFacts = Awaited<ReturnType<typeof publicThemes>>[number]

export const surveys = (db: Reads, ids: readonly string[]) =>
  db
    .selectFrom('chain_step')
    .select(['id', 'title', 'url', 'on_date'])
    .where('kind', '=', 'survey')
    .where('id', 'in', ids)
    .execute()

export type SurveyFacts = Awaited<ReturnType<typeof surveys>>[number]

/** Focus areas by the proposal that they were, which stays the same in each year that it is chosen for. */
export const focusAreas = (db: Reads, ids: readonly string[]) =>
  db
    .selectFrom('focus_proposal')
    .select(['id', 'year', 'title'])
    .where('id', 'in', ids)
    .where('state', '=', 'chosen')
    .execute()

export type FocusAreaFacts = Awaited<ReturnType<typeof focusAreas>>[number]

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
