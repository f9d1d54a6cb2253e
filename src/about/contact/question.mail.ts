import type { Language } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import { confirmDays } from './question.rules.ts'

interface Receiver {
  email: string
  language: Language
}

/** Asks whether the address itself wants what was sent in with it. */
export function confirmMail(
  { email, language }: Receiver,
  { id, words, days }: { id: string; words: string; days: number },
  url: string,
): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('contact.mail.confirm.subject'),
    body: {
      paragraphs: [t('contact.mail.confirm.says', { days })],
      facts: [[t('contact.mail.fact-question'), words]],
      action: { label: t('contact.mail.confirm.action'), url },
      more: [t('contact.mail.confirm.how', { days: confirmDays })],
      why: t('contact.mail.confirm.why'),
    },
    about: id,
    confidential: true,
  }
}

/** The office's answer, with what was asked. */
export function answerMail(
  { email, language }: Receiver,
  { id, asked, words }: { id: string; asked: string; words: string },
  url: string,
): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('contact.mail.answer.subject'),
    body: {
      paragraphs: words.split('\n\n'),
      facts: [[t('contact.mail.fact-question'), asked]],
      action: { label: t('contact.mail.answer.action'), url },
      why: t('contact.mail.answer.why'),
    },
    about: id,
    confidential: true,
  }
}
