import type { Db } from '../tables.ts'
import { changeVoter, type Person, personOf } from './voters.sql.ts'

/**
 * Two browsers turn out to be one person's. The first one's votes and statements become the other's; where both voted on a
 * statement the latest vote counts. What was told of the sector stays, and what is missing is taken over.
 */
export async function mergeVoters(tx: Db, fromId: string, intoId: string): Promise<void> {
  const [from, into] = [await personOf(tx, fromId), await personOf(tx, intoId)]
  if (!from || !into || from.id === into.id) return
  await changeVoter(tx, from.id, { email: null, confirmed_at: null, sign_up_id: null })
  await changeVoter(tx, into.id, takenOver(from, into))
  await tx.updateTable('voter').set({ merged_into: into.id }).where('merged_into', '=', from.id).execute()
  await changeVoter(tx, from.id, { merged_into: into.id })
  await joinVotes(tx, from.id, into.id)
  await tx.updateTable('statement').set({ written_by: into.id }).where('written_by', '=', from.id).execute()
  await tx.updateTable('vote_cast').set({ voter_id: into.id }).where('voter_id', '=', from.id).execute()
}

const takenOver = (from: Person, into: Person) => ({
  capacity: into.capacity ?? from.capacity,
  sector_asked_at: into.sector_asked_at ?? from.sector_asked_at,
  ...(into.email === null && { email: from.email, confirmed_at: from.confirmed_at }),
  ...(into.sign_up_id === null && { sign_up_id: from.sign_up_id }),
})

async function joinVotes(tx: Db, from: string, into: string): Promise<void> {
  const votes = await tx.selectFrom('vote').selectAll().where('voter_id', 'in', [from, into]).execute()
  const byStatement = Map.groupBy(votes, (one) => one.statement_id)
  for (const [statement, both] of byStatement) {
    const [first, second] = both.toSorted((a, b) => (a.at < b.at ? -1 : 1))
    if (!first || !second) continue
    await tx
      .deleteFrom('vote')
      .where('statement_id', '=', statement)
      .where('voter_id', '=', first.voter_id)
      .execute()
  }
  await tx.updateTable('vote').set({ voter_id: into }).where('voter_id', '=', from).execute()
}
