import { sql } from 'kysely'
import type { Instant } from '../time.ts'
import type { Db, MailState, Reads, Writes } from './tables.ts'

/**
 * Takes the mail that has waited longest, for this process alone, until `until`. The outer conditions are asked again
 * by PostgreSQL when two processes reach for the same row, so only one gets it. Whoever had it before and never said
 * what became of it may have sent it.
 */
export const claimMail = (db: Writes, now: Instant, until: Instant) =>
  db
    .updateTable('mail')
    .set((eb) => ({
      ...{ state: 'sending' as const, claimed_until: until },
      unsure: eb
        .case()
        .when('state', '=', 'sending')
        .then(eb('unsure', '+', 1))
        .else(eb.ref('unsure'))
        .end(),
    }))
    .where('id', '=', (eb) =>
      eb.selectFrom('mail').select('id').where(isDue(now)).orderBy('next_attempt_at').orderBy('id').limit(1),
    )
    .where(isDue(now))
    .returningAll()
    .executeTakeFirst()

const isDue = (now: Instant) =>
  sql<boolean>`(state = 'waiting' and next_attempt_at <= ${now} or state = 'sending' and claimed_until < ${now})`

export const markSent = (db: Writes, id: string, now: Instant) =>
  db
    .updateTable('mail')
    .set((eb) => ({
      state: 'sent',
      sent_at: now,
      claimed_until: null,
      last_error: null,
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .execute()

interface Failure {
  attempts: number
  unsure: number
  error: string
  /** When to try again; null to give up. */
  nextAt: Instant | null
}

export const markNotSent = (db: Writes, id: string, { attempts, unsure, error, nextAt }: Failure) =>
  db
    .updateTable('mail')
    .set({
      state: nextAt ? 'waiting' : 'failed',
      ...{ attempts, unsure },
      last_error: error,
      claimed_until: null,
      ...(nextAt && { next_attempt_at: nextAt }),
    })
    .where('id', '=', id)
    .execute()

/** Without a mail server there is nothing to wait for; a server set up later must not send old mails by surprise. */
export const keepWaitingMails = (db: Writes) =>
  db
    .updateTable('mail')
    .set({ state: 'kept', claimed_until: null })
    .where('state', 'in', ['waiting', 'sending'])
    .execute()

export const putBack = (db: Writes, id: string, now: Instant) =>
  db
    .updateTable('mail')
    .set({ state: 'waiting', attempts: 0, unsure: 0, next_attempt_at: now })
    .where('id', '=', id)
    .where('state', 'in', ['failed', 'kept', 'waiting'])
    // Whom it was meant for may be forgotten by now.
    .where('to_address', '!=', '')
    .executeTakeFirst()

export const mailCounts = (db: Reads) =>
  db
    .selectFrom('mail')
    .select(['state', (eb) => eb.fn.countAll<number>().as('mails')])
    .groupBy('state')
    .execute()

/** The instant since which the longest waiting mail waits, if it should have gone out by now. */
export const oldestDue = (db: Reads, now: Instant) =>
  db
    .selectFrom('mail')
    .select((eb) => eb.fn.min('created_at').as('since'))
    .where('state', 'in', ['waiting', 'sending'])
    .where('created_at', '<', now)
    .executeTakeFirst()

export const mailsIn = (db: Reads, states: readonly MailState[], limit: number) =>
  db
    .selectFrom('mail')
    .select([
      'id',
      'created_at',
      'to_address',
      'subject',
      'state',
      'attempts',
      'sent_at',
      'next_attempt_at',
      'last_error',
    ])
    .where('state', 'in', states)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const mailWithId = (db: Reads, id: string) =>
  db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()

/** What was sent is kept as a fact; what it said is only kept as long as somebody may have to look. */
export const wipeSentBodies = (db: Db, before: Instant) =>
  db
    .updateTable('mail')
    .set({ text_body: '', html_body: '', body: null, calendar: null, calendar_method: null })
    .where('state', '=', 'sent')
    .where('sent_at', '<', before)
    .where((eb) => eb.or([eb('text_body', '!=', ''), eb('body', 'is not', null)]))
    .execute()

// Few enough that every database can count the values.
const atOnce = 500

/**
 * Forgets whom mails about these things went to, and what is left of their words; with `receivers`, those alone.
 * That a mail was sent stays. What still waits is left alone: it has not arrived yet.
 */
export async function forgetReceivers(
  db: Writes,
  about: readonly string[],
  receivers?: readonly string[],
): Promise<void> {
  const [many, one] = receivers ? (['to_address', 'about'] as const) : (['about', null] as const)
  const all = receivers ?? about
  for (let from = 0; from < all.length; from += atOnce) {
    let query = db
      .updateTable('mail')
      .set({
        ...{ to_address: '', text_body: '', html_body: '', body: null },
        ...{ calendar: null, calendar_method: null },
        ...{ last_error: null, unsubscribe_url: null },
        // Nobody can try it again, so it calls for nobody's attention either.
        state: sql<MailState>`case when state = 'failed' then 'kept' else state end`,
      })
      // Word for word as the index says it, or no engine would use it.
      .where(sql<boolean>`state in ('sent', 'failed', 'kept')`)
      .where(many, 'in', all.slice(from, from + atOnce))
    if (one) query = query.where(one, 'in', about)
    await query.execute()
  }
}
