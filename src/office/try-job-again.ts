import { decide } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { tryJobAgain as putJobBack } from '#platform/jobs.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from './tables.ts'

/** Lets the process do a piece of work again that it had given up. Pressed twice it is done once. */
export function tryJobAgain(db: Db, by: Member, id: string, now: Instant): Promise<void> {
  return decide(db, 'job', id, async (tx) => {
    if (await putJobBack(tx, id, now))
      await record(tx, { what: 'job-tried-again', by: by.id, about: id, at: now })
  })
}
