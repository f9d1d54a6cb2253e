import type { Insertable, Updateable } from 'kysely'
import type { ForumTables, Reads, Writes } from '../tables.ts'

export const statementsOf = (db: Reads, dialogueId: string) =>
  db.selectFrom('statement').selectAll().where('dialogue_id', '=', dialogueId).orderBy('number').execute()

export type Statement = Awaited<ReturnType<typeof statementsOf>>[number]

export const statementWithId = (db: Reads, dialogueId: string, id: string) =>
  db
    .selectFrom('statement')
    .selectAll()
    .where('dialogue_id', '=', dialogueId)
    .where('id', '=', id)
    .executeTakeFirst()

/** What people can vote on, and how it was voted on so far. */
export const statementsShown = (db: Reads, dialogueId: string) =>
  db
    .selectFrom('statement')
    .selectAll()
    .where('dialogue_id', '=', dialogueId)
    .where('state', '=', 'shown')
    .orderBy('number')
    .execute()

export const statesOf = async (db: Reads, ids: readonly string[]) =>
  new Map(
    (
      await db.selectFrom('statement').select(['id', 'dialogue_id', 'state']).where('id', 'in', ids).execute()
    ).map((row) => [row.id, row]),
  )

export const statementsBy = (db: Reads, voterId: string) =>
  db.selectFrom('statement').selectAll().where('written_by', '=', voterId).orderBy('number').execute()

export const lastNumber = async (db: Reads, dialogueId: string): Promise<number> =>
  (
    await db
      .selectFrom('statement')
      .select((eb) => eb.fn.max('number').as('last'))
      .where('dialogue_id', '=', dialogueId)
      .executeTakeFirst()
  )?.last ?? 0

export const addStatement = (db: Writes, row: Insertable<ForumTables['statement']>) =>
  db.insertInto('statement').values(row).execute()

export const changeStatement = (db: Writes, id: string, row: Updateable<ForumTables['statement']>) =>
  db.updateTable('statement').set(row).where('id', '=', id).execute()

/** What somebody voted on, the latest first, with what has been taken away since. */
export const votesBy = (db: Reads, voterId: string) =>
  db
    .selectFrom('vote')
    .innerJoin('statement', 'statement.id', 'vote.statement_id')
    .selectAll('statement')
    .select(['vote.vote', 'vote.at'])
    .where('vote.voter_id', '=', voterId)
    .orderBy('vote.at', 'desc')
    .orderBy('statement.number')
    .execute()

export type OwnVote = Awaited<ReturnType<typeof votesBy>>[number]

export const votedOn = async (db: Reads, voterId: string): Promise<Set<string>> =>
  new Set(
    (await db.selectFrom('vote').select('statement_id').where('voter_id', '=', voterId).execute()).map(
      (row) => row.statement_id,
    ),
  )
