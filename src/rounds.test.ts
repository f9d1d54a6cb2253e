import { ok } from 'node:assert/strict'
import { type AddressInfo, createServer } from 'node:net'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { transact } from '#platform/db.ts'
import type { JobTables } from '#platform/jobs.ts'
import { openLog } from '#platform/log.ts'
import { type MailTables, queueMail } from '#platform/mail/index.ts'
import { systemClock } from '#platform/time.ts'
import { freshDatabase } from '../test/bed.ts'
import { beginRounds } from './rounds.ts'

async function until(isSo: () => Promise<boolean>, secondsMax: number): Promise<boolean> {
  for (const end = Date.now() + secondsMax * 1000; Date.now() < end; await wait(50))
    if (await isSo()) return true
  return false
}

test('a mail server that takes the call and says nothing holds up neither jobs nor the end of the process', async () => {
  const silent = createServer(() => undefined)
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const bed = await freshDatabase()
  const settings = {
    ...{ baseUrl: 'http://localhost:3000', port: 3000, dataDir: bed.folder, databaseUrl: undefined },
    smtpUrl: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    ...{ mailFrom: 'hej@example.org', trustedProxies: 0, logLevel: 'silent' as const },
  }
  const [mails, jobs] = [bed.db.as<MailTables>(), bed.db.as<JobTables>()]
  const mail = {
    to: 'amina@example.org',
    language: 'sv',
    subject: 'x',
    body: { paragraphs: [], why: '' },
  } as const
  await transact(mails, (tx) => queueMail(tx, mail, systemClock()))
  const rounds = beginRounds({ database: bed.db, settings, clock: systemClock, log: openLog('silent') })
  const isSending = async () =>
    (await mails.selectFrom('mail').select('state').executeTakeFirst())?.state === 'sending'
  ok(await until(isSending, 5), 'the mail is on its way')

  const job = {
    kind: 'wipe-needs',
    payload: '{}',
    run_at: systemClock(),
    once_key: null,
    claimed_until: null,
  }
  await jobs
    .insertInto('job')
    .values({ id: 'job', ...job, done_at: null, failed_at: null, last_error: null })
    .execute()
  const isDone = async () =>
    (await jobs.selectFrom('job').select('done_at').where('id', '=', 'job').executeTakeFirst())?.done_at !==
    null
  ok(await until(isDone, 5), 'the job is done meanwhile')
  ok(await isSending(), 'and the mail is still on its way')

  const begun = Date.now()
  await rounds.stop()
  ok(Date.now() - begun < 9000, 'the process ends soon')
  const row = await mails.selectFrom('mail').select(['state', 'unsure']).executeTakeFirstOrThrow()
  ok(row.state === 'waiting' && row.unsure === 0, 'the mail waits for the next process')
  await bed.close()
  silent.close()
})
