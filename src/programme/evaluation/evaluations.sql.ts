import type { Insertable } from 'kysely'
import { json } from '#platform/db.ts'
import type { Capacity, EvaluationKind, ProgrammeTables, Reads, Writes } from '../tables.ts'
import type { Present } from './evaluation.rules.ts'

interface NewLink {
  tokenHash: string
  eventId: string
  kind: EvaluationKind
  capacity: Capacity | null
}

export const addAnswerLink = (tx: Writes, { tokenHash, eventId, kind, capacity }: NewLink) =>
  tx
    .insertInto('evaluation_link')
    .values({ token_hash: tokenHash, event_id: eventId, kind, capacity })
    .execute()

export const answerLink = (db: Reads, tokenHash: string, kind: EvaluationKind) =>
  db
    .selectFrom('evaluation_link')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .executeTakeFirst()

/** Marks a link as used; that it was is all that is remembered. */
export const useAnswerLink = (tx: Writes, tokenHash: string) =>
  tx.updateTable('evaluation_link').set({ used: 1 }).where('token_hash', '=', tokenHash).execute()

/** How many of those who were there take part as what; those with a seat where nobody was counted. */
export async function presentAt(db: Reads, eventId: string): Promise<Present> {
  const rows = await db
    .selectFrom('sign_up')
    .select((eb) => [
      'capacity',
      eb.fn.countAll<number>().as('seats'),
      eb.fn.count<number>('checked_in_at').as('came'),
    ])
    .where('event_id', '=', eventId)
    .where('state', '=', 'seat')
    .groupBy('capacity')
    .execute()
  const wasCounted = rows.some(({ came }) => came > 0)
  return Object.fromEntries(rows.map(({ capacity, seats, came }) => [capacity, wasCounted ? came : seats]))
}

export const addAnswer = (tx: Writes, row: Insertable<ProgrammeTables['evaluation_answer']>) =>
  tx.insertInto('evaluation_answer').values(row).execute()

export const addFollowUpAnswer = (tx: Writes, row: Insertable<ProgrammeTables['follow_up_answer']>) =>
  tx.insertInto('follow_up_answer').values(row).execute()

export const answersOf = (db: Reads, eventId: string) =>
  db.selectFrom('evaluation_answer').selectAll().where('event_id', '=', eventId).execute()

export const followUpAnswersOf = (db: Reads, eventId: string) =>
  db.selectFrom('follow_up_answer').selectAll().where('event_id', '=', eventId).execute()

const answerTables = { evaluation: 'evaluation_answer', 'follow-up': 'follow_up_answer' } as const

export async function answerCount(db: Reads, eventId: string, kind: EvaluationKind): Promise<number> {
  const query = db.selectFrom(answerTables[kind]).select((eb) => eb.fn.countAll<number>().as('answers'))
  return (await query.where('event_id', '=', eventId).executeTakeFirstOrThrow()).answers
}

/** The events of which so many answers have come that some could be shown. */
export const eventsWithAnswers = async (db: Reads, kind: EvaluationKind, min: number): Promise<string[]> => {
  const rows = await db
    .selectFrom(answerTables[kind])
    .select('event_id')
    .groupBy('event_id')
    .having((eb) => eb.fn.countAll(), '>=', min)
    .execute()
  return rows.map((row) => row.event_id)
}

export const shownOf = (db: Reads, eventId: string, kind: EvaluationKind) =>
  db
    .selectFrom('evaluation_shown')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('kind', '=', kind)
    .executeTakeFirst()

interface ToShow {
  eventId: string
  kind: EvaluationKind
  answers: number
  figures: object
  texts: Record<string, string[]>
}

export const keepShown = (tx: Writes, { eventId, kind, answers, figures, texts }: ToShow) => {
  const counted = { answers, figures: json(figures), texts: json(texts) }
  return tx
    .insertInto('evaluation_shown')
    .values({ event_id: eventId, kind, ...counted })
    .onConflict((conflict) => conflict.columns(['event_id', 'kind']).doUpdateSet(counted))
    .execute()
}
