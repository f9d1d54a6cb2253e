import { loadContent } from '#first-start.ts'
import type { Database } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '#sample/tables.ts'
import { freshDatabase } from './bed.ts'

export interface Filled {
  database: Database
  db: Db
  close(): Promise<void>
}

/** A new database on which the sample year was started at that moment, as `npm start` does it. */
export async function filledYear(now: Instant, dataDir: string): Promise<Filled> {
  const { db: database, close } = await freshDatabase()
  const settings = { baseUrl: 'http://localhost:3000', dataDir }
  await loadContent(database, { kind: 'sample', settings, clock: () => now })
  return { database, db: database.as(), close }
}
