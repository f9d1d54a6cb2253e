import type { Reads } from '../tables.ts'

/** Those of which nobody has said that they live, the longest silent first. */
export const unconfirmedPartnerships = (db: Reads, max: number) =>
  db
    .selectFrom('partnership')
    .select(['id', 'name', 'unconfirmed_since'])
    .where('unconfirmed_since', 'is not', null)
    .$narrowType<{ unconfirmed_since: string }>()
    .orderBy('unconfirmed_since')
    .orderBy('id')
    .limit(max)
    .execute()
