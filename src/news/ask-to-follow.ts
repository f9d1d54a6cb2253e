import * as z from 'zod'
import { transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress } from '#platform/form.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { type Language, languages } from '#platform/language.ts'
import { withinLimit } from '#platform/limits.ts'
import { queueMail } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import { confirmMail } from './follow.mail.ts'
import { allNews, mailsPerAddress, wishesPerNetwork } from './subscription.rules.ts'
import {
  addLink,
  addSubscription,
  askedAgain,
  seriesToFollowWithKey,
  subscriptionOf,
} from './subscriptions.sql.ts'
import type { Db, LinkRow, Writes } from './tables.ts'

export const FollowForm = z.object({
  email: emailAddress,
  language: z.enum(languages, 'news.follow.language-missing'),
  what: z.string('news.follow.what-missing').min(1, 'news.follow.what-missing').max(100),
})
export type FollowForm = z.output<typeof FollowForm>

/** A whole address in a language, for mails. */
export type UrlOf = (language: Language, path: string) => string

interface Asked {
  /** The visitor's network. */
  from: string
  now: Instant
  url: UrlOf
}

/**
 * Mails a link that confirms the wish; nothing is followed before it is pressed. Everybody gets the same answer, so
 * nobody learns who follows what. Only too many wishes from one place are answered otherwise.
 */
export function askToFollow(db: Db, form: FollowForm, { from, now, url }: Asked): Promise<'too-many' | null> {
  const { email, language, what } = form
  return transact(db, async (tx) => {
    const series = what === allNews ? null : found(await seriesToFollowWithKey(tx, what), 'series')
    if (!(await withinLimit(tx, { key: `follow:network:${from}`, ...wishesPerNetwork }, now)))
      return 'too-many'
    if (!(await withinLimit(tx, { key: `follow:address:${hashOf(email)}`, ...mailsPerAddress }, now)))
      return null

    const wish = { id: newId(), email, language, series_id: series?.id ?? null, asked_at: now }
    await addSubscription(tx, { ...wish, confirmed_at: null, ended_at: null })
    const { id } = found(await subscriptionOf(tx, email, wish.series_id), 'subscription')
    await askedAgain(tx, id, now)
    const token = await makeLink(tx, { subscription_id: id, purpose: 'confirm', language, created_at: now })
    const link = url(language, `/news/confirm/${token}`)
    await queueMail(tx, confirmMail(form, series ?? null, link), now)
    return null
  })
}

/** A new link's secret; only its hash is stored. */
export async function makeLink(tx: Writes, row: Omit<LinkRow, 'token_hash'>): Promise<string> {
  const token = newToken()
  await addLink(tx, { token_hash: hashOf(token), ...row })
  return token
}
