import { deepEqual, equal } from 'node:assert/strict'
import { after, test } from 'node:test'
import { mailsIn, queueMail } from '#platform/mail/index.ts'
import { freshDatabase } from '../../test/bed.ts'
import { aMember } from '../../test/cast.ts'
import type { Db } from './tables.ts'
import { tryFailedMailsAgain, tryMailAgain } from './try-mail-again.ts'

const bed = await freshDatabase()
after(() => bed.close())
const db: Db = bed.db.as()
const bo = await aMember(bed.db, 'Bo', 'city')
const now = '2026-11-23T11:00:00.000Z'
const withServer = { now, hasMailServer: true }

async function aMail(key: string, state: 'failed' | 'sent'): Promise<string> {
  const body = { paragraphs: ['Hej'], why: 'Därför.' }
  await queueMail(db, { to: 'a@example.org', language: 'sv', subject: 'Hej', body, key }, now)
  const change = { state, attempts: 20, sent_at: state === 'sent' ? now : null }
  await db.updateTable('mail').set(change).where('once_key', '=', key).execute()
  return (await db.selectFrom('mail').select('id').where('once_key', '=', key).executeTakeFirstOrThrow()).id
}

test('a mail that was given up goes back in the queue with all its attempts, and what was sent is not sent twice', async () => {
  const failed = await aMail('one', 'failed')
  equal(await tryMailAgain(db, bo, failed, { now, hasMailServer: false }), 'no-mail-server')
  equal(await tryMailAgain(db, bo, failed, withServer), null)
  deepEqual(
    (await mailsIn(db, ['waiting'], 5)).map(({ id, attempts }) => [id, attempts]),
    [[failed, 0]],
  )
  equal(await tryMailAgain(db, bo, await aMail('two', 'sent'), withServer), 'already-sent')
})

test('after a day without a mail server everything that failed is tried again at once', async () => {
  await aMail('three', 'failed')
  await aMail('four', 'failed')
  equal(await tryFailedMailsAgain(db, bo, withServer), null)
  deepEqual(await mailsIn(db, ['failed'], 5), [])
  const happened = await db
    .selectFrom('record')
    .select('detail')
    .where('what', '=', 'mails-tried-again')
    .execute()
  deepEqual(happened, [{ detail: { mails: 2 } }])
})
