import type { AddsTo, ReadsOf } from '#platform/handle.ts'
import { OperatorError } from '#platform/errors.ts'
import type { Instant } from '#platform/time.ts'

export type InstallationKind = 'sample' | 'real'

export interface InstallationTables {
  installation: { id: string; kind: InstallationKind; created_at: Instant }
}

type Reads = ReadsOf<InstallationTables>
type Writes = AddsTo<InstallationTables>

/** What this database was filled as; nothing when it is new. */
export const installation = (db: Reads) => db.selectFrom('installation').select('kind').executeTakeFirst()

/** Marks the database as filled; false when another process was faster. */
export async function addInstallation(db: Writes, kind: InstallationKind, now: Instant): Promise<boolean> {
  const insert = db.insertInto('installation').values({ id: 'one', kind, created_at: now })
  const { numInsertedOrUpdatedRows } = await insert
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** A sample year and a real installation are never mixed: whichever came first keeps the database. */
export function refuseTheOtherKind(found: InstallationKind, wanted: InstallationKind): void {
  if (found === wanted) return
  throw new OperatorError(
    found === 'sample'
      ? 'This database holds the sample year. Remove it with `npm run remove-sample`, or set DATA_DIR or DATABASE_URL ' +
          'to another place, and then start again with `npm run serve`.'
      : 'This database holds a real installation, so the sample year is not filled in here. Start it with ' +
          '`npm run serve`, or set DATA_DIR or DATABASE_URL to another place to try the sample year.',
  )
}
