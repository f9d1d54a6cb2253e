import { transact } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { removeUnconfirmed, wipeNominations } from './calls.sql.ts'
import { wipeBefore } from './nominations.rules.ts'

/** Who was nominated by whom is wiped after the election; those who were elected are known by their seat. */
export async function forgetNominations(db: Db, now: Instant): Promise<void> {
  const before = wipeBefore(now)
  await transact(db, async (tx) => {
    await removeUnconfirmed(tx, before.askedBefore)
    const people = await wipeNominations(tx, now, before)
    if (people === 0) return
    await record(tx, {
      what: 'nominations-wiped',
      by: null,
      about: 'nomination',
      at: now,
      detail: { people },
    })
  })
}
