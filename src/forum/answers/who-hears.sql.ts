import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'

/** The coordinators of today, and whoever looks after the event, each once. */
export const whoHearsOfAnswers = (db: Reads, eventId: string) =>
  db
    .selectFrom('person')
    .select(['person.id', 'person.name', 'person.email', 'person.language'])
    .where((eb) =>
      eb.or([
        eb('person.id', 'in', (sub) =>
          sub
            .selectFrom('coordinator')
            .select('coordinator.person_id')
            .where('coordinator.until', 'is', null),
        ),
        eb('person.id', 'in', (sub) =>
          sub
            .selectFrom('event_organiser')
            .select('event_organiser.person_id')
            .where('event_organiser.event_id', '=', eventId),
        ),
      ]),
    )
    .orderBy('person.id')
    .execute()

/** Events whose recommendations got answers after those who were there were last told, and since when. */
export const eventsWithNews = (db: Reads, answeredAfter: Instant) =>
  db
    .selectFrom('answer')
    .innerJoin('recommendation', 'recommendation.id', 'answer.recommendation_id')
    .innerJoin('event', 'event.id', 'recommendation.event_id')
    .leftJoin('answers_told', 'answers_told.event_id', 'event.id')
    .select(['event.id', 'event.title', 'answers_told.told_at'])
    .where('event.published_at', 'is not', null)
    .where('answer.recorded_at', '>', answeredAfter)
    .where((eb) =>
      eb.or([
        eb('answers_told.told_at', 'is', null),
        eb('answer.recorded_at', '>', eb.ref('answers_told.told_at')),
      ]),
    )
    .groupBy(['event.id', 'event.title', 'answers_told.told_at'])
    .execute()

/** The recommendations of an event that were answered after a moment. */
export const answeredSince = async (db: Reads, eventId: string, since: Instant): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('recommendation', 'recommendation.id', 'answer.recommendation_id')
    .select('recommendation.id')
    .where('recommendation.event_id', '=', eventId)
    .where('answer.recorded_at', '>', since)
    .execute()
  return new Set(rows.map((row) => row.id))
}

export const keepTold = (db: Writes, event_id: string, told_at: Instant) =>
  db
    .insertInto('answers_told')
    .values({ event_id, told_at })
    .onConflict((conflict) => conflict.column('event_id').doUpdateSet({ told_at }))
    .execute()

/** Everybody who was there, can be mailed and has not said that they want to hear no more of it. */
export const thoseWhoWantToHear = (db: Reads, eventId: string) =>
  db
    .selectFrom('sign_up')
    .select(['id', 'name', 'email', 'language'])
    .where('event_id', '=', eventId)
    .where('state', '=', 'seat')
    .where('checked_in_at', 'is not', null)
    .where('email', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('answer_news_link')
            .select('answer_news_link.token_hash')
            .whereRef('answer_news_link.sign_up_id', '=', 'sign_up.id')
            .where('answer_news_link.stopped_at', 'is not', null),
        ),
      ),
    )
    .orderBy('id')
    .$narrowType<{ email: string }>()
    .execute()

export const addNewsLinks = (
  db: Writes,
  rows: { token_hash: string; sign_up_id: string; created_at: Instant; stopped_at: null }[],
) => db.insertInto('answer_news_link').values(rows).execute()

export const newsLinkWithHash = (db: Reads, hash: string) =>
  db
    .selectFrom('answer_news_link')
    .innerJoin('sign_up', 'sign_up.id', 'answer_news_link.sign_up_id')
    .innerJoin('event', 'event.id', 'sign_up.event_id')
    .select(['answer_news_link.stopped_at', 'event.title'])
    .where('token_hash', '=', hash)
    .executeTakeFirst()

export const stopNews = (db: Writes, hash: string, stopped_at: Instant) =>
  db
    .updateTable('answer_news_link')
    .set({ stopped_at })
    .where('token_hash', '=', hash)
    .where('stopped_at', 'is', null)
    .execute()
