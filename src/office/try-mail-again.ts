import { decide, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { mailsIn, mailWithId, putBack } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { refusalToTryAgain, type TryAgainRefusal } from './mails.rules.ts'
import type { Db } from './tables.ts'

interface When {
  now: Instant
  hasMailServer: boolean
}

/** Puts a mail that has not arrived back in the queue, to be sent at once; null means it is done. */
export function tryMailAgain(db: Db, by: Member, id: string, { now, hasMailServer }: When) {
  return decide(db, 'mail', id, async (tx): Promise<TryAgainRefusal | null> => {
    const mail = found(await mailWithId(tx, id), 'mail')
    const refusal = refusalToTryAgain(mail.state, hasMailServer)
    if (refusal) return refusal
    await putBack(tx, id, now)
    await record(tx, { what: 'mail-tried-again', by: by.id, about: id, at: now })
    return null
  })
}

// More than a mail server that was down for a day has kept waiting here; the button can be pressed again.
const atOnceMax = 500

/** Puts every mail that was given up back in the queue. */
export function tryFailedMailsAgain(db: Db, by: Member, { now, hasMailServer }: When) {
  return transact(db, async (tx): Promise<TryAgainRefusal | null> => {
    if (!hasMailServer) return 'no-mail-server'
    const failed = await mailsIn(tx, ['failed'], atOnceMax)
    for (const { id } of failed) await putBack(tx, id, now)
    const detail = { mails: failed.length }
    if (failed.length > 0)
      await record(tx, { what: 'mails-tried-again', by: by.id, about: 'mails', at: now, detail })
    return null
  })
}
