import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import { confirmDays } from './focus.rules.ts'

interface Receiver {
  email: string
  language: Language
  title: Texts
  link: string
}

/** Asks whether the address itself wants what was asked for in its name. */
export function confirmMail({
  email,
  language,
  title,
  link,
  kind,
}: Receiver & { kind: 'proposed' | 'supported' }): Mail {
  const t = wordsFor(language)
  const values = { title: inLanguage(title, language), days: confirmDays }
  return {
    to: email,
    language,
    subject: t(`focus-areas.mail.${kind}.subject`, values),
    body: {
      paragraphs: [t(`focus-areas.mail.${kind}.says`, values), t('focus-areas.mail.how', values)],
      action: { label: t(`focus-areas.mail.${kind}.action`), url: link },
      why: t('focus-areas.mail.why-asked'),
    },
    confidential: true,
  }
}

export type Became = 'shown' | 'turned-down' | 'chosen' | 'not-chosen'

/** Tells whoever proposed something what became of it, with the reason where there is one. */
export function becameMail(
  { email, language, title, link }: Receiver,
  { became, reason, year }: { became: Became; reason: string | null; year: number },
): Mail {
  const t = wordsFor(language)
  const values = { title: inLanguage(title, language), year }
  return {
    to: email,
    language,
    subject: t(`focus-areas.mail.${became}.subject`, values),
    body: {
      paragraphs: [t(`focus-areas.mail.${became}.says`, values), ...(reason ? [reason] : [])],
      action: { label: t('focus-areas.mail.see'), url: link },
      why: t('focus-areas.mail.why-author'),
    },
  }
}
