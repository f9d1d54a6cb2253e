import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import { linkDays } from './dialogue.rules.ts'
import type { StatementState } from './tables.ts'

interface Receiver {
  email: string
  language: Language
}

/** Lets somebody go on voting elsewhere: whoever reads the address is that voter. */
export function linkMail({ email, language }: Receiver, title: Texts, link: string): Mail {
  const t = wordsFor(language)
  const values = { title: inLanguage(title, language), days: linkDays }
  return {
    to: email,
    language,
    subject: t('dialogue.mail.link.subject', values),
    body: {
      paragraphs: [t('dialogue.mail.link.says', values), t('dialogue.mail.link.how', values)],
      action: { label: t('dialogue.mail.link.action'), url: link },
      why: t('dialogue.mail.why-asked'),
    },
    confidential: true,
  }
}

interface Decided {
  title: Texts
  words: string
  state: StatementState
  reason: string | null
}

/** Tells the author that a statement shows, or why it was turned down. */
export function decidedMail(
  { email, language }: Receiver,
  { title, words, state, reason }: Decided,
  link: string,
): Mail {
  const t = wordsFor(language)
  const values = { title: inLanguage(title, language) }
  const word = state === 'shown' ? 'shown' : 'turned-down'
  return {
    to: email,
    language,
    subject: t(`dialogue.mail.${word}.subject`, values),
    body: {
      paragraphs: [t(`dialogue.mail.${word}.says`, values), words, ...(reason ? [reason] : [])],
      action: { label: t('dialogue.mail.see'), url: link },
      why: t('dialogue.mail.why-author'),
    },
  }
}
