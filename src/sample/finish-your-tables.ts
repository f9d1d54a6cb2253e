import { hashOf, newId, newToken } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { plus } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import type { Held } from './event-rows.ts'
import { mailRow } from './mail-rows.ts'
import type { Writes } from './tables.ts'

/** The mail in which somebody who comes to the next forum finds the link to their tables. */
export async function finishYourTables(
  tx: Writes,
  events: readonly Held[],
  { now, baseUrl }: { now: string; baseUrl: string },
): Promise<void> {
  const coming = events.find((one) => one.sample.key === 'open-doors')
  if (!coming) return
  const reader = await tx
    .selectFrom('sign_up')
    .innerJoin('table_seat', 'table_seat.sign_up_id', 'sign_up.id')
    .select(['sign_up.id', 'sign_up.name', 'sign_up.email'])
    .where('sign_up.event_id', '=', coming.row.id)
    .where('sign_up.email', 'is not', null)
    .where('sign_up.language', '=', 'sv')
    .orderBy('sign_up.queued_at')
    .executeTakeFirst()
  if (!reader?.email) return
  const [token, created_at] = [newToken(), plus(now, { hours: -4 })]
  await tx
    .insertInto('personal_link')
    .values({ token_hash: hashOf(token), sign_up_id: reader.id, created_at })
    .execute()
  const t = wordsFor('sv')
  const title = inLanguage(coming.sample.title, 'sv')
  const letter = { id: newId(), created_at, to_address: reader.email, language: 'sv' as const }
  const about = { subject: t('reseating.mail.subject', { title }), about: reader.id }
  const paragraphs = [
    t('reseating.mail.greeting', { name: reader.name }),
    t('reseating.mail.lead', { title }),
    `${t('your-tables.link')}: ${baseUrl}/sv/sign-ups/${token}/tables`,
  ]
  await tx
    .insertInto('mail')
    .values(mailRow({ ...letter, ...about }, paragraphs, { state: 'sent', error: null }))
    .execute()
}
