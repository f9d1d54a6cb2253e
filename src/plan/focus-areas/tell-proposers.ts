import { decide, transact } from '#platform/db.ts'
import { inLanguage, type Language } from '#platform/language.ts'
import { forgetReceivers, queueMail } from '#platform/mail/index.ts'
import { type Instant, localDate, datePlus, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { becameMail } from './focus.mail.ts'
import { confirmDays, keptDays } from './focus.rules.ts'
import { changeSubmission, toTell } from './focus.sql.ts'

/** Tells whoever proposed something that it was chosen, or why not; once, whatever becomes of it later. */
export async function tellProposers(
  db: Db,
  { now, url }: { now: Instant; url: (language: Language, path: string) => string },
): Promise<void> {
  for (const { id } of await toTell(db)) {
    await decide(db, 'focus_submission', id, async (tx) => {
      const one = (await toTell(tx)).find((other) => other.id === id)
      if (!one?.email) return
      const { email, language, title, state, reason, year } = one
      const link = url(language, `/focus-areas/${year}`)
      const became = state === 'chosen' ? 'chosen' : 'not-chosen'
      const why = became === 'chosen' ? null : inLanguage(reason, language)
      const mail = becameMail({ email, language, title, link }, { became, reason: why, year })
      await queueMail(tx, { ...mail, about: id }, now)
      await changeSubmission(tx, id, { told_at: now })
    })
  }
}

/** Forgets what nobody confirmed, and a year after a call the addresses of those who sent something in. */
export async function forgetProposers(db: Db, now: Instant): Promise<void> {
  const unconfirmedBefore = plus(now, { days: -confirmDays })
  const closedBefore = datePlus(localDate(now), -keptDays)
  await transact(db, async (tx) => {
    await tx
      .deleteFrom('focus_submission')
      .where('confirmed_at', 'is', null)
      .where('sent_at', '<', unconfirmedBefore)
      .execute()
    await tx
      .deleteFrom('focus_support')
      .where('confirmed_at', 'is', null)
      .where('asked_at', '<', unconfirmedBefore)
      .execute()
    const due = await tx
      .selectFrom('focus_submission')
      .innerJoin('focus_call', 'focus_call.id', 'focus_submission.call_id')
      .select('focus_submission.id')
      .where('focus_call.closes_on', '<', closedBefore)
      .where('focus_submission.email', 'is not', null)
      .execute()
    for (const { id } of due)
      await changeSubmission(tx, id, { email: null, token_hash: null, forgotten_at: now })
    await forgetReceivers(
      tx,
      due.map(({ id }) => id),
    )
  })
}
