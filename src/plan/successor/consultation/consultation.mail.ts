import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import type { Outcome } from './consultation.rules.ts'

interface Receiver {
  email: string
  language: Language
  link: string
}

/** Asks whether the address itself has said what was said in its name. */
export function confirmMail({
  email,
  language,
  link,
  plan,
  days,
}: Receiver & { plan: string; days: number }): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('successor.mail.confirm.subject', { plan }),
    body: {
      paragraphs: [t('successor.mail.confirm.says', { plan }), t('successor.mail.confirm.how', { days })],
      action: { label: t('successor.mail.confirm.action'), url: link },
      why: t('successor.mail.confirm.why'),
    },
    confidential: true,
  }
}

/** Tells whoever wrote it that a comment shows, or why it is held back. */
export function judgedMail({ email, language, link, reason }: Receiver & { reason: string | null }): Mail {
  const t = wordsFor(language)
  const how = reason === null ? 'shown' : 'held'
  return {
    to: email,
    language,
    subject: t(`successor.mail.${how}.subject`),
    body: {
      paragraphs: [t(`successor.mail.${how}.says`), ...(reason === null ? [] : [reason])],
      action: { label: t('successor.mail.see'), url: link },
      why: t('successor.mail.why-commented'),
    },
  }
}

interface Answered extends Receiver {
  theirs: string
  outcome: Outcome
  words: Texts
}

/** What the office answers, with what was said. */
export function answerMail({ email, language, link, theirs, outcome, words }: Answered): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('successor.mail.answer.subject'),
    body: {
      paragraphs: [t('successor.mail.answer.says')],
      facts: [
        [t('successor.mail.answer.yours'), theirs.slice(0, 500)],
        [t('successor.mail.answer.outcome'), t(`successor.outcome.${outcome}`)],
        [t('successor.mail.answer.because'), inLanguage(words, language)],
      ],
      action: { label: t('successor.mail.see'), url: link },
      why: t('successor.mail.why-commented'),
    },
  }
}
