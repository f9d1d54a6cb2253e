import type { Insertable } from 'kysely'
import type { PartnerTables } from '#partners/index.ts'
import type { Writes } from './tables.ts'

export type AddedTo<Table extends keyof PartnerTables> = Insertable<PartnerTables[Table]>

/** A pledge with all that happened to it, first things first; what was given is written down before it counts as given. */
export interface WholePledge {
  pledge: AddedTo<'pledge'>
  steps: AddedTo<'pledge_step'>[]
  gift: AddedTo<'partner_gift'> | null
}

export const addNeeds = (tx: Writes, rows: AddedTo<'partner_need'>[]) =>
  tx.insertInto('partner_need').values(rows).execute()

export async function addWholePledge(tx: Writes, { pledge, steps, gift }: WholePledge): Promise<void> {
  await tx.insertInto('pledge').values(pledge).execute()
  for (const step of steps) {
    if (step.kind === 'given' && gift) await tx.insertInto('partner_gift').values(gift).execute()
    await tx.insertInto('pledge_step').values(step).execute()
  }
}

/** The ids of organisations, by their Swedish names. */
export async function organisationIds(tx: Writes): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('organisation').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [name.sv ?? '', id]))
}
