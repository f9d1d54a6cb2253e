import { transact } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { withinLimit } from '#platform/limits.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from './tables.ts'
import { testMail } from './test-mail.mail.ts'

// Enough to try settings out, and too few to trouble the mail server.
const testMailsPerHour = 10

/** Mails a coordinator a mail that says that mails arrive; null means it stands in the queue. */
export function sendTestMail(db: Db, to: Member, officeUrl: string, now: Instant) {
  return transact(db, async (tx): Promise<'too-many-test-mails' | null> => {
    const limit = { key: `test-mail:${to.id}`, max: testMailsPerHour, windowSeconds: 3600 }
    if (!(await withinLimit(tx, limit, now))) return 'too-many-test-mails'
    await queueMail(tx, testMail(to, officeUrl, now), now)
    await record(tx, { what: 'test-mail-asked-for', by: to.id, about: to.id, at: now })
    return null
  })
}
