import type { Reads } from '../tables.ts'

/** Every survey with how many of its free words nobody has read, the latest first. */
export const surveysForDesk = (db: Reads) =>
  db
    .selectFrom('survey')
    .select(['year', 'opens_on', 'closes_on', 'closed_at'])
    .select((eb) =>
      eb
        .selectFrom('survey_words')
        .select((one) => one.fn.countAll<number>().as('unread'))
        .whereRef('survey_words.survey_id', '=', 'survey.id')
        .where('survey_words.read_at', 'is', null)
        .as('unread'),
    )
    .orderBy('year', 'desc')
    .execute()
