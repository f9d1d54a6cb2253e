import { sql } from 'kysely'
import { type Owner, ownersIn, setOwners } from './owners-as-said.sql.ts'
import type { Tx } from './tables.ts'

const any = async (tx: Tx, query: ReturnType<typeof sql>): Promise<boolean> =>
  (await query.execute(tx)).rows.length > 0

/** Nothing that the parties, or an owner, are just asked about is changed under their hands. */
export async function obstacleToMerging(tx: Tx, fromId: string) {
  const named = `%${fromId}%`
  const change = sql`select 1 from revision_change join revision on revision.id = revision_id
    where state in ('draft', 'proposed')
    and (cast(before as text) like ${named} or cast(after as text) like ${named})`
  if (await any(tx, change)) return 'in-open-change' as const
  const answered = sql`select 1 from carry_answer join plan on plan.id = successor_id
    where owner_id = ${fromId} and adopted_on is null`
  return (await any(tx, answered)) ? ('answers-open' as const) : null
}

/** The owners of a promise are those that stand in the plan, as the database reads it after the merge. */
export async function ownersAfterMerging(tx: Tx, fromId: string): Promise<void> {
  const { rows } = await sql<{ commitment_id: string }>`
    select distinct commitment_id from commitment_owner where organisation_id = ${fromId}`.execute(tx)
  for (const { commitment_id } of rows) await setOwners(tx, commitment_id)
}

/** In a plan that is still being written the other stands where its double stood, and once only. */
export async function draftsAfterMerging(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const { rows } = await sql<{ id: string; owners: Owner[] | string }>`
    select draft_commitment.id, owners from draft_commitment join plan on plan.id = successor_id
    where adopted_on is null and cast(owners as text) like ${`%${fromId}%`}`.execute(tx)
  for (const { id, owners } of rows) {
    const list = ownersIn(owners)
    const named = list.map((one) => (one.organisation === fromId ? { organisation: intoId } : one))
    const once = new Map(named.map((one) => [one.party ?? one.organisation, one]))
    await tx
      .updateTable('draft_commitment')
      .set({ owners: JSON.stringify([...once.values()]) })
      .where('id', '=', id)
      .execute()
  }
}
