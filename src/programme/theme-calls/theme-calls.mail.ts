import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import type { Proposal } from './proposals.sql.ts'
import type { SupportRow } from './tables.ts'
import { confirmDays } from './theme-call.rules.ts'

interface Receiver {
  email: string
  language: Language
}

interface Wish extends Receiver {
  kind: SupportRow['kind']
  title: string
  series: Texts
  link: string
}

/** Asks whether the address itself wants what was asked for in its name. */
export function confirmMail({ email, language, kind, title, series, link }: Wish): Mail {
  const t = wordsFor(language)
  const values = { title, series: inLanguage(series, language), days: confirmDays }
  return {
    to: email,
    language,
    subject: t(`theme-calls.mail.${kind}.subject`, values),
    body: {
      paragraphs: [t(`theme-calls.mail.${kind}.says`, values), t('theme-calls.mail.how', values)],
      action: { label: t(`theme-calls.mail.${kind}.action`), url: link },
      why: t('theme-calls.mail.why-asked'),
    },
    confidential: true,
  }
}

/** Tells the author that a proposal shows, or why it was turned down. */
export function judgedMail(
  { email, language }: Receiver,
  { title, state, reason }: Pick<Proposal, 'title' | 'state' | 'reason'>,
  link: string,
): Mail {
  const t = wordsFor(language)
  const word = state === 'shown' ? 'shown' : 'turned-down'
  return {
    to: email,
    language,
    subject: t(`theme-calls.mail.${word}.subject`, { title }),
    body: {
      paragraphs: [t(`theme-calls.mail.${word}.says`, { title }), ...(reason ? [reason] : [])],
      action: { label: t('theme-calls.mail.see'), url: link },
      why: t('theme-calls.mail.why-author'),
    },
  }
}

/** Tells whoever took part which theme it became. */
export function themeMail(
  { email, language }: Receiver,
  { series, theme, reason }: { series: Texts; theme: Texts; reason: Texts },
  link: string,
): Mail {
  const t = wordsFor(language)
  const values = { series: inLanguage(series, language), theme: inLanguage(theme, language) }
  const because = inLanguage(reason, language)
  const facts: Fact[] = [
    [t('theme-calls.mail.set.theme'), values.theme],
    ...(because ? [[t('theme-calls.mail.set.reason'), because] as const] : []),
  ]
  return {
    to: email,
    language,
    subject: t('theme-calls.mail.set.subject', values),
    body: {
      paragraphs: [t('theme-calls.mail.set.says', values)],
      facts,
      action: { label: t('theme-calls.mail.see'), url: link },
      why: t('theme-calls.mail.why-told'),
    },
  }
}
