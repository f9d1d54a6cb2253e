import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import { confirmDays, type JoinAnswer } from './join.rules.ts'

export interface Receiver {
  email: string
  name: string
  language: Language
}

/** Asks whether the address itself wants it; whoever has signed in is told where to follow it. */
export function confirmJoiningMail(
  { email, name, language }: Receiver,
  form: { id: string; name: Texts },
  url: string,
  isKnown: boolean,
): Mail {
  const t = wordsFor(language)
  const how = isKnown ? 'known' : 'confirm'
  return {
    ...{ to: email, language, subject: t(`organisations.mail.join.subject-${how}`) },
    body: {
      greeting: t('organisations.mail.greeting', { name }),
      paragraphs: [t(`organisations.mail.join.says-${how}`, { days: confirmDays })],
      facts: [[t('organisations.mail.fact-organisation'), inLanguage(form.name, language)]],
      action: { label: t(`organisations.mail.join.action-${how}`), url },
      why: t('organisations.mail.join.why'),
    },
    ...{ about: form.id, confidential: true },
  }
}

interface Told {
  answer: JoinAnswer
  reason: string | null
}

/** What the office answered, in the words it wrote. */
export function joinAnswerMail(
  { email, name, language }: Receiver,
  one: { id: string; profile: { name: Texts } },
  { answer, reason }: Told,
  url: string,
): Mail {
  const t = wordsFor(language)
  return {
    ...{ to: email, language, subject: t(`organisations.mail.join.subject-${answer}`) },
    body: {
      greeting: t('organisations.mail.greeting', { name }),
      paragraphs: [t(`organisations.mail.join.says-${answer}`), ...(reason ? [reason] : [])],
      facts: [[t('organisations.mail.fact-organisation'), inLanguage(one.profile.name, language)]],
      action: { label: t(`organisations.mail.join.action-${answer}`), url },
      why: t('organisations.mail.join.why'),
    },
    ...{ about: one.id, confidential: true },
  }
}
