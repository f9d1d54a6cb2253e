import { sql } from 'kysely'
import { addOwners } from './commitments.sql.ts'
import type { Writes } from './tables.ts'

export interface Owner {
  party?: string
  organisation?: string
}

export const ownersIn = (owners: Owner[] | string): Owner[] =>
  typeof owners === 'string' ? (JSON.parse(owners) as Owner[]) : owners

/**
 * Who has promised is who stands in the plan, as the database reads it: through the merges, also when an organisation
 * became another after it was named and before the parties said yes.
 */
export async function setOwners(tx: Writes, id: string): Promise<void> {
  const { rows } = await sql<{ owners: Owner[] | string }>`
    select owners from commitment_latest where commitment_id = ${id}`.execute(tx)
  const said = ownersIn(rows[0]?.owners ?? []).map(({ party = null, organisation = null }, index) => ({
    ...{ commitment_id: id, position: index + 1, party_id: party, organisation_id: organisation },
  }))
  const before = await tx.selectFrom('commitment_owner').selectAll().where('commitment_id', '=', id).execute()
  const isKept = (one: (typeof said)[number], other: (typeof said)[number]): boolean =>
    one.position === other.position &&
    one.party_id === other.party_id &&
    one.organisation_id === other.organisation_id
  for (const old of before.filter((one) => !said.some((row) => isKept(row, one)))) {
    await tx
      .deleteFrom('commitment_owner')
      .where('commitment_id', '=', id)
      .where('position', '=', old.position)
      .execute()
  }
  const fresh = said.filter((row) => !before.some((one) => isKept(row, one)))
  if (fresh.length > 0) await addOwners(tx, fresh)
}
