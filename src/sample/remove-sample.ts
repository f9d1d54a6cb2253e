import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '#platform/db.ts'
import { OperatorError } from '#platform/errors.ts'
import { uploadsIn } from '#platform/files.ts'
import { dropTables, kindOf, sentFiles } from './drop-tables.sql.ts'

/**
 * Takes the sample year away, with everything that was tried out in it: afterwards the database is as empty as on the
 * first day. A real installation is refused, whatever is asked.
 */
export async function removeSample(database: Database, dataDir: string): Promise<void> {
  const files = await database.alone(async (session) => {
    refuseOthers(await kindOf(session))
    const names = await sentFiles(session)
    await dropTables(session)
    return names
  })
  // Once nothing points at them any more.
  await Promise.all(files.map((name) => rm(join(uploadsIn(dataDir), name), { force: true })))
}

function refuseOthers(kind: unknown): void {
  if (kind === 'sample') return
  throw new OperatorError(
    kind === 'real'
      ? 'This is a real installation, not the sample year: nothing was removed. Check DATA_DIR and DATABASE_URL.'
      : 'There is no sample year here: nothing was removed. Check DATA_DIR and DATABASE_URL.',
  )
}
