import type { Tx } from '../tables.ts'

/** Where both have joined the agreement, the one that joined first stays on the list; the other is kept behind it. */
export async function signatoriesAfterMerging(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const joined = await tx
    .selectFrom('signatory')
    .select('id')
    .where('organisation_id', 'in', [fromId, intoId])
    .where('state', '=', 'joined')
    .where('merged_into', 'is', null)
    .orderBy('joined_on')
    .orderBy('id')
    .execute()
  const [first, ...others] = joined.map(({ id }) => id)
  // Off the list first: two lines of one organisation never stand on it together.
  for (const id of others)
    await tx.updateTable('signatory').set({ organisation_id: null }).where('id', '=', id).execute()
  await tx
    .updateTable('signatory')
    .set({ organisation_id: intoId })
    .where('organisation_id', '=', fromId)
    .execute()
  if (first === undefined) return
  for (const id of others)
    await tx
      .updateTable('signatory')
      .set({ organisation_id: intoId, merged_into: first })
      .where('id', '=', id)
      .execute()
  // What stood behind one that now stands behind another itself.
  if (others.length > 0)
    await tx.updateTable('signatory').set({ merged_into: first }).where('merged_into', 'in', others).execute()
}
