import type { Visit } from '#platform/http.ts'
import type { Language } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import type { Tx } from '../tables.ts'
import type { Entry } from './entries.sql.ts'
import { makeLink } from './links.sql.ts'
import { introductionMail, tellingMail } from './needs-offers.mail.ts'

/** What a letter has to know beside what it is about. */
export interface Telling {
  now: Instant
  url: (language: Language, path: string) => string
}

/** What letters need of whoever is visiting. */
export function tellingFrom({ now, url }: Pick<Visit, 'now' | 'url'>): Telling {
  const base = url('/').replace(/\/\w\w$/, '')
  return { now, url: (language, path) => `${base}/${language}${path}` }
}

/** Organisations have no language of their own: that of the words they wrote, Swedish first. */
const languageOf = ({ words }: Entry): Language =>
  (['sv', 'en', 'es'] as const).find((language) => words[language]) ?? 'sv'

async function receiverOf(tx: Tx, entry: Entry, { now, url }: Telling, path = '') {
  const language = languageOf(entry)
  const token = await makeLink(tx, entry.organisation_id, now)
  const own = url(language, `/network/needs/by-link/${token}${path}`)
  return { email: entry.contact_email ?? '', language, own }
}

/** Mails an organisation's own address; one without an address sees it on its page. */
export async function tell(
  tx: Tx,
  entry: Entry,
  about: Omit<Parameters<typeof tellingMail>[1], 'entry'> & { path?: string },
  telling: Telling,
): Promise<void> {
  if (!entry.contact_email) return
  const { path, ...rest } = about
  await queueMail(
    tx,
    tellingMail(await receiverOf(tx, entry, telling, path), { ...rest, entry }),
    telling.now,
  )
}

/** Introduces both to each other, each in its own language. */
export async function introduce(
  tx: Tx,
  matchId: string,
  [one, other]: readonly [Entry, Entry],
  telling: Telling,
): Promise<void> {
  for (const [mine, theirs] of [
    [one, other],
    [other, one],
  ] as const) {
    const receiver = await receiverOf(tx, mine, telling, `/suggestions/${matchId}`)
    const { contact_email } = theirs
    if (!receiver.email || !contact_email) continue
    await queueMail(
      tx,
      introductionMail(receiver, { mine, theirs: { ...theirs, contact_email } }),
      telling.now,
    )
  }
}
