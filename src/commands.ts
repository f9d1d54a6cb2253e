import { makeLink, personWithEmail } from '#people/index.ts'
import { type Database, databasePlace, openDatabase, transact } from '#platform/db.ts'
import { OperatorError } from '#platform/errors.ts'
import { migrate } from '#platform/migrate.ts'
import type { Settings } from '#platform/settings.ts'
import { systemClock } from '#platform/time.ts'
import { removeSample } from '#sample/index.ts'
import type { AllTables } from './tables.ts'

/** `npm run remove-sample`: takes the sample year away, and nothing else. */
export function removeSampleYear(settings: Settings): Promise<void> {
  return withDatabase(settings, async (database) => {
    await removeSample(database, settings.dataDir)
    process.stdout.write(
      'The sample year is gone. If the program is still running, stop it. `npm run serve` begins a real installation.\n',
    )
  })
}

/** `npm run sign-in-link -- address`: a way in when no mail can be sent. */
export function printSignInLink(settings: Settings, address: string | undefined): Promise<void> {
  return withDatabase(settings, async (database) => {
    if (!address) throw new OperatorError('Name an address: npm run sign-in-link -- somebody@example.org')
    await migrate(database)
    const now = systemClock()
    const token = await transact(database.as<AllTables>(), async (tx) => {
      const person = await personWithEmail(tx, address.trim().toLowerCase())
      if (!person) throw new OperatorError(`Nobody here has the address ${address}.`)
      return makeLink(tx, person.id, now)
    })
    process.stdout.write(
      `This link works once, for 15 minutes:\n  ${settings.baseUrl}/sv/sign-in/with/${token}\n`,
    )
  })
}

async function withDatabase(settings: Settings, work: (database: Database) => Promise<void>): Promise<void> {
  const database = openDatabase(databasePlace(settings))
  try {
    await work(database)
  } finally {
    await database.close()
  }
}
