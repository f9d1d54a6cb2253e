import { createApp } from '#app.tsx'
import { loadContent } from '#first-start.ts'
import type { Database } from '#platform/db.ts'
import { htmlIn, type MailTables, type Post, sendMails, textIn } from '#platform/mail/index.ts'
import { openLog } from '#platform/log.ts'
import type { Instant } from '#platform/time.ts'
import type { PeopleTables } from '#people/index.ts'
import { transact } from '#platform/db.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { freshDatabase } from './bed.ts'
import { baseUrl, Visitor } from './visitor.ts'

/** The platform with its starting content, a clock that the test moves, and visitors who open pages and press buttons. */
export interface World {
  database: Database
  engine: 'sqlite' | 'postgres'
  clock: { now: Instant }
  /** Somebody without an account, or the holder of a session that begins now. */
  visitor(personId?: string): Promise<Visitor>
  /** A browser that has kept one cookie: 'name=value'. */
  browser(cookie: string): Visitor
  /** Every mail so far, oldest first. */
  mails(): Promise<MailRow[]>
  /** Sends what waits to a letter box, and answers with what was put in it. */
  deliver(): Promise<Parameters<Post['sendMail']>[0][]>
  close(): Promise<void>
}

type MailRow = Pick<
  MailTables['mail'],
  'id' | 'to_address' | 'subject' | 'text_body' | 'calendar' | 'created_at' | 'next_attempt_at'
> & {
  state: string
  html_body: string
}

/** Noon of a Monday in November, in winter time. */
export const firstNoon: Instant = '2026-11-23T11:00:00.000Z'

export async function freshWorld({ now = firstNoon, sample = false } = {}): Promise<World> {
  const bed = await freshDatabase()
  const clock = { now }
  const database = bed.db
  const settings = {
    ...{ baseUrl, port: 3000, dataDir: bed.folder, databaseUrl: undefined, smtpUrl: undefined },
    ...{ mailFrom: 'Malmöandan <hej@example.org>', trustedProxies: 1, logLevel: 'silent' as const },
  }
  const kind = sample ? 'sample' : 'real'
  await loadContent(database, { kind, settings, clock: () => clock.now })
  const log = openLog('silent')
  const app = createApp({
    database,
    settings,
    clock: () => clock.now,
    log,
    kind,
    assets: { 'site.css': '/assets/site.css' },
  })
  const fetch = (request: Request): Promise<Response> => Promise.resolve(app.fetch(request))
  const mails = async () => {
    const rows = await database.as<MailTables>().selectFrom('mail').selectAll().orderBy('id').execute()
    return rows.map((row) => ({ ...row, text_body: textIn(row), html_body: htmlIn(row) }))
  }
  return {
    ...{ database, engine: bed.engine, clock, mails },
    browser: (cookie) => new Visitor(fetch, cookie),
    async visitor(personId) {
      const cookie = personId ? `session=${await sessionOf(database, personId, clock.now)}` : undefined
      return new Visitor(fetch, cookie)
    },
    async deliver() {
      const box: Parameters<Post['sendMail']>[0][] = []
      const post = { sendMail: async (mail: (typeof box)[0]) => void box.push(mail), close: () => undefined }
      const db = database.as<MailTables>()
      await sendMails({ db, post, from: settings.mailFrom, clock: () => clock.now, log })
      return box
    },
    close: () => bed.close(),
  }
}

/** A session as signing in would have begun it. */
async function sessionOf(database: Database, personId: string, now: Instant): Promise<string> {
  const token = newToken()
  const row = { token_hash: hashOf(token), person_id: personId, created_at: now, seen_at: now }
  await transact(database.as<PeopleTables>(), (tx) =>
    tx
      .insertInto('session')
      .values({ ...row, expires_at: '2999-01-01T00:00:00.000Z' })
      .execute(),
  )
  return token
}

export { type Answer, baseUrl, type Visitor } from './visitor.ts'
