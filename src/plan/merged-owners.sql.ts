import { sql } from 'kysely'
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

interface Owner {
  party?: string
  organisation?: string
}

/** The owners of a promise are those that stand in the plan, as the database reads it after the merge. */
export async function ownersAfterMerging(tx: Tx, fromId: string): Promise<void> {
  const { rows } = await sql<{ commitment_id: string; owners: Owner[] | string }>`
    select commitment_id, owners from commitment_latest
    where commitment_id in (select commitment_id from commitment_owner where organisation_id = ${fromId})
  `.execute(tx)
  for (const { commitment_id, owners } of rows) {
    const list = typeof owners === 'string' ? (JSON.parse(owners) as Owner[]) : owners
    const before = await sql<{ position: number; party_id: string | null; organisation_id: string | null }>`
      select position, party_id, organisation_id from commitment_owner where commitment_id = ${commitment_id}
    `.execute(tx)
    const fits = (row: (typeof before.rows)[number]): boolean =>
      (list[row.position - 1]?.party ?? null) === row.party_id &&
      (list[row.position - 1]?.organisation ?? null) === row.organisation_id
    const kept = new Set(before.rows.filter(fits).map(({ position }) => position))
    for (const { position } of before.rows.filter((row) => !fits(row)))
      await sql`delete from commitment_owner where commitment_id = ${commitment_id} and position = ${position}`.execute(
        tx,
      )
    for (const [index, owner] of list.entries())
      if (!kept.has(index + 1))
        await sql`insert into commitment_owner (commitment_id, position, party_id, organisation_id)
          values (${commitment_id}, ${index + 1}, ${owner.party ?? null}, ${owner.organisation ?? null})`.execute(
          tx,
        )
  }
}

/** In a plan that is still being written the other stands where its double stood, and once only. */
export async function draftsAfterMerging(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const { rows } = await sql<{ id: string; owners: Owner[] | string }>`
    select draft_commitment.id, owners from draft_commitment join plan on plan.id = successor_id
    where adopted_on is null and cast(owners as text) like ${`%${fromId}%`}`.execute(tx)
  for (const { id, owners } of rows) {
    const list = typeof owners === 'string' ? (JSON.parse(owners) as Owner[]) : owners
    const named = list.map((one) => (one.organisation === fromId ? { organisation: intoId } : one))
    const once = new Map(named.map((one) => [one.party ?? one.organisation, one]))
    await tx
      .updateTable('draft_commitment')
      .set({ owners: JSON.stringify([...once.values()]) })
      .where('id', '=', id)
      .execute()
  }
}
