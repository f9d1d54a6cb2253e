import type { Insertable, Updateable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../../tables.ts'
import type { CommentRow, NewComment, SuccessorTables } from '../tables.ts'

/** Comments whose author has confirmed the address, with what the office answered; the others are nobody's yet. */
const comments = (db: Reads) =>
  db
    .selectFrom('consultation_comment')
    .leftJoin('consultation_answer', 'consultation_answer.id', 'consultation_comment.answer_id')
    .selectAll('consultation_comment')
    .select([
      'consultation_answer.outcome',
      'consultation_answer.words as answer_words',
      'consultation_answer.answered_at',
    ])
    .where('confirmed_at', 'is not', null)
    .orderBy('asked_at')
    .orderBy('consultation_comment.id')

export type Comment = Awaited<ReturnType<ReturnType<typeof comments>['execute']>>[number]

export const commentsOf = (db: Reads, successorId: string): Promise<Comment[]> =>
  comments(db).where('consultation_comment.successor_id', '=', successorId).execute()

/** What everybody can read. */
export const shownComments = (db: Reads, successorId: string): Promise<Comment[]> =>
  comments(db)
    .where('consultation_comment.successor_id', '=', successorId)
    .where('state', '=', 'shown')
    .execute()

export const commentWithId = (db: Reads, successorId: string, id: string): Promise<Comment | undefined> =>
  comments(db)
    .where('consultation_comment.successor_id', '=', successorId)
    .where('consultation_comment.id', '=', id)
    .executeTakeFirst()

/** False when the same form was sent a moment ago. */
export async function addComment(db: Writes, row: NewComment): Promise<boolean> {
  const insert = db.insertInto('consultation_comment').values(row)
  const added = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeComment = (
  db: Writes,
  id: string,
  change: Updateable<SuccessorTables['consultation_comment']>,
) => db.updateTable('consultation_comment').set(change).where('id', '=', id).execute()

export const removeComment = (db: Writes, id: string) =>
  db.deleteFrom('consultation_comment').where('id', '=', id).execute()

/** What a mailed link is about, confirmed or not. */
export const commentOfLink = (db: Reads, tokenHash: string): Promise<CommentRow | undefined> =>
  db.selectFrom('consultation_comment').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()

export const addAnswer = (db: Writes, row: Insertable<SuccessorTables['consultation_answer']>) =>
  db.insertInto('consultation_answer').values(row).execute()

export const linkToAnswer = (db: Writes, ids: readonly string[], answerId: string) =>
  db.updateTable('consultation_comment').set({ answer_id: answerId }).where('id', 'in', ids).execute()

/** How many wait to be read, and to be answered, and since when. */
export async function waitingComments(db: Reads, successorId: string) {
  const rows = await db
    .selectFrom('consultation_comment')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .select((eb) => eb.fn.min('confirmed_at').as('since'))
    .where('successor_id', '=', successorId)
    .where('confirmed_at', 'is not', null)
    .where('answer_id', 'is', null)
    .where('state', 'in', ['waiting', 'shown'])
    .groupBy('state')
    .execute()
  const of = (state: 'waiting' | 'shown') => rows.find((row) => row.state === state)
  return {
    toRead: of('waiting')?.count ?? 0,
    toReadSince: of('waiting')?.since ?? null,
    toAnswer: of('shown')?.count ?? 0,
    toAnswerSince: of('shown')?.since ?? null,
  }
}

export const removeUnconfirmed = (db: Writes, askedBefore: Instant) =>
  db
    .deleteFrom('consultation_comment')
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', askedBefore)
    .execute()

/** Rounds whose plan was adopted, or that closed, before these and that know somebody still. */
export async function roundsToForget(
  db: Reads,
  { adoptedBefore, closedBefore }: { adoptedBefore: string; closedBefore: Instant },
): Promise<string[]> {
  const rows = await db
    .selectFrom('consultation_comment')
    .innerJoin('successor', 'successor.id', 'consultation_comment.successor_id')
    .innerJoin('plan', 'plan.id', 'successor.id')
    .select('successor.id')
    .distinct()
    .where('forgotten_at', 'is', null)
    .where((eb) =>
      eb.or([eb('plan.adopted_on', '<', adoptedBefore), eb('successor.closes_at', '<', closedBefore)]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Wipes addresses, and names that were never to be shown. Of what was held back the words go too: nobody reads them any
 * more, and they may be just what should not be kept.
 */
export async function forgetPeople(db: Writes, successorId: string, now: Instant): Promise<number> {
  const wipe = { email: null, token_hash: null, forgotten_at: now }
  const rows = db.updateTable('consultation_comment').where('successor_id', '=', successorId)
  const open = rows.where('forgotten_at', 'is', null)
  const shown = await open
    .set((eb) => ({
      ...wipe,
      name: eb.case().when('shows_name', '=', 1).then(eb.ref('name')).else(null).end(),
    }))
    .where('state', '=', 'shown')
    .executeTakeFirst()
  const others = await open
    .set({ ...wipe, name: null, organisation: null, words: '–' })
    .where('state', '<>', 'shown')
    .executeTakeFirst()
  return Number(shown.numUpdatedRows) + Number(others.numUpdatedRows)
}
