import type { ForumTables, Reads, Writes } from '../tables.ts'

/** Answers whose promised day came between two dates, and whose receivers have an address and were not asked yet. */
export const stepsToAskAbout = (db: Reads, { from, to }: { from: string; to: string }) =>
  db
    .selectFrom('answer')
    .innerJoin('answer_address', 'answer_address.recommendation_id', 'answer.recommendation_id')
    .leftJoin('answer_step_link', 'answer_step_link.answer_id', 'answer.id')
    .select(['answer.id', 'answer.recommendation_id', 'answer.next_step', 'answer.next_by'])
    .where('answer.next_by', '>=', from)
    .where('answer.next_by', '<=', to)
    .where('answer_step_link.answer_id', 'is', null)
    .orderBy('answer.next_by')
    .orderBy('answer.id')
    .$narrowType<{ next_by: string }>()
    .execute()

export const addStepLink = (db: Writes, row: ForumTables['answer_step_link']) =>
  db.insertInto('answer_step_link').values(row).execute()

/** What a link to tell of a step leads to, and what was told already. */
export const stepBehind = (db: Reads, hash: string) =>
  db
    .selectFrom('answer_step_link')
    .innerJoin('answer', 'answer.id', 'answer_step_link.answer_id')
    .leftJoin('answer_outcome', 'answer_outcome.answer_id', 'answer.id')
    .select(['answer.id', 'answer.recommendation_id', 'answer.next_step', 'answer.next_by'])
    .select('answer_outcome.words as outcome')
    .where('answer_step_link.token_hash', '=', hash)
    .executeTakeFirst()

export type Step = NonNullable<Awaited<ReturnType<typeof stepBehind>>>

export const addOutcome = (db: Writes, row: { answer_id: string; words: string; told_at: string }) =>
  db.insertInto('answer_outcome').values(row).execute()
