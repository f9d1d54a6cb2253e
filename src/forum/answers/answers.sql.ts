import type { Insertable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { ForumTables, Reads, Writes } from '../tables.ts'
import type { ReminderKind } from './answer-reminders.rules.ts'

/** What a link leads to, ended or not. */
export const linkWithHash = (db: Reads, hash: string) =>
  db
    .selectFrom('answer_link')
    .select(['id', 'recommendation_id', 'ended_at', 'ended_because'])
    .where('token_hash', '=', hash)
    .executeTakeFirst()

export type AnswerLink = NonNullable<Awaited<ReturnType<typeof linkWithHash>>>

/** Every link to a recommendation, the first first. */
export const linksTo = (db: Reads, recommendationId: string) =>
  db
    .selectFrom('answer_link')
    .select(['id', 'created_at', 'made_by', 'ended_at', 'ended_because'])
    .where('recommendation_id', '=', recommendationId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export const addLink = (db: Writes, row: Insertable<ForumTables['answer_link']>) =>
  db.insertInto('answer_link').values(row).execute()

/** Ends every open link to a recommendation. */
export const endLinks = (
  db: Writes,
  recommendationId: string,
  ended: { ended_at: Instant; ended_because: 'answered' | 'replaced' },
) =>
  db
    .updateTable('answer_link')
    .set(ended)
    .where('recommendation_id', '=', recommendationId)
    .where('ended_at', 'is', null)
    .execute()

export const addressOf = (db: Reads, recommendationId: string) =>
  db
    .selectFrom('answer_address')
    .selectAll()
    .where('recommendation_id', '=', recommendationId)
    .executeTakeFirst()

type Address = ForumTables['answer_address']

export const keepAddress = (db: Writes, row: Address) =>
  db
    .insertInto('answer_address')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('recommendation_id').doUpdateSet({
        ...{ email: row.email, language: row.language, given_by: row.given_by, given_at: row.given_at },
      }),
    )
    .execute()

/** Where the latest recommendation to the same organisation went, to propose it again. */
export const usualAddress = (db: Reads, organisationId: string) =>
  db
    .selectFrom('answer_address')
    .innerJoin('recommendation', 'recommendation.id', 'answer_address.recommendation_id')
    .select(['answer_address.email', 'answer_address.language'])
    .where('recommendation.receiver_organisation_id', '=', organisationId)
    .orderBy('answer_address.given_at', 'desc')
    .limit(1)
    .executeTakeFirst()

export const addGiver = (db: Writes, row: ForumTables['answer_giver']) =>
  db.insertInto('answer_giver').values(row).execute()

/** The answer to a recommendation with all that was said, and who gave it if everybody may know. */
export const answerTo = (db: Reads, recommendationId: string) =>
  db
    .selectFrom('answer')
    .leftJoin('answer_giver', 'answer_giver.answer_id', 'answer.id')
    .leftJoin('answer_outcome', 'answer_outcome.answer_id', 'answer.id')
    .select(['answer.id', 'answer.kind', 'answer.words', 'answer.next_step', 'answer.next_by'])
    .select(['answer.answered_on', 'answer.given_as', 'answer.link_id'])
    .select(['answer_outcome.words as outcome', 'answer_outcome.told_at'])
    .select(['answer_giver.name as giver_name', 'answer_giver.is_shown as giver_is_shown'])
    .where('answer.recommendation_id', '=', recommendationId)
    .executeTakeFirst()

export type FullAnswer = NonNullable<Awaited<ReturnType<typeof answerTo>>>

/** Receivers with an address who have not answered what is due on that date or before. */
export const waitingForAnswer = (db: Reads, dueBy: string) =>
  db
    .selectFrom('recommendation')
    .innerJoin('answer_address', 'answer_address.recommendation_id', 'recommendation.id')
    .leftJoin('answer', 'answer.recommendation_id', 'recommendation.id')
    .select(['recommendation.id', 'recommendation.handed_over_on', 'recommendation.answer_due_on'])
    .where('answer.id', 'is', null)
    .where('recommendation.answer_due_on', '<=', dueBy)
    .orderBy('recommendation.answer_due_on')
    .orderBy('recommendation.number')
    .$narrowType<{ handed_over_on: string; answer_due_on: string }>()
    .execute()

export const remindersOf = async (db: Reads, recommendationId: string): Promise<ReminderKind[]> => {
  const query = db.selectFrom('answer_reminder').select('kind')
  return (await query.where('recommendation_id', '=', recommendationId).execute()).map(({ kind }) => kind)
}

export const addReminder = (db: Writes, row: ForumTables['answer_reminder']) =>
  db.insertInto('answer_reminder').values(row).execute()

/** Forgets where links went once nobody needs it, and who answered without agreeing to be named. */
export async function forgetAnswering(
  db: Writes,
  before: { answeredOn: string; dueOn: string; givenAt: Instant },
): Promise<void> {
  await db
    .deleteFrom('answer_address')
    .where('recommendation_id', 'in', (eb) =>
      eb
        .selectFrom('recommendation')
        .leftJoin('answer', 'answer.recommendation_id', 'recommendation.id')
        .select('recommendation.id')
        .where((or) =>
          or.or([
            or.and([
              or('answer.answered_on', '<', before.answeredOn),
              or.or([or('answer.next_by', 'is', null), or('answer.next_by', '<', before.answeredOn)]),
            ]),
            or.and([or('answer.id', 'is', null), or('recommendation.answer_due_on', '<', before.dueOn)]),
          ]),
        ),
    )
    .execute()
  await db
    .deleteFrom('answer_giver')
    .where('is_shown', '=', 0)
    .where('created_at', '<', before.givenAt)
    .execute()
}
