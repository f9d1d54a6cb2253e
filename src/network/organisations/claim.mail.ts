import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import { confirmDays } from './join.rules.ts'
import type { Receiver } from './joining.mail.ts'

interface About {
  id: string
  name: Texts
}

export function confirmClaimMail({ email, name, language }: Receiver, about: About, url: string): Mail {
  const t = wordsFor(language)
  return {
    ...{ to: email, language, subject: t('organisations.mail.claim.subject-confirm') },
    body: {
      greeting: t('organisations.mail.greeting', { name }),
      paragraphs: [t('organisations.mail.claim.says-confirm', { days: confirmDays })],
      facts: [[t('organisations.mail.fact-organisation'), inLanguage(about.name, language)]],
      action: { label: t('organisations.mail.claim.action-confirm'), url },
      why: t('organisations.mail.claim.why'),
    },
    ...{ about: about.id, confidential: true },
  }
}

interface Told extends About {
  answer: 'accept' | 'turn-down'
  reason: string | null
}

export function claimAnswerMail({ email, name, language }: Receiver, told: Told, url: string): Mail {
  const t = wordsFor(language)
  const { answer, reason } = told
  return {
    ...{ to: email, language, subject: t(`organisations.mail.claim.subject-${answer}`) },
    body: {
      greeting: t('organisations.mail.greeting', { name }),
      paragraphs: [t(`organisations.mail.claim.says-${answer}`), ...(reason ? [reason] : [])],
      facts: [[t('organisations.mail.fact-organisation'), inLanguage(told.name, language)]],
      action: { label: t(`organisations.mail.claim.action-${answer}`), url },
      why: t('organisations.mail.claim.why'),
    },
    ...{ about: told.id, confidential: true },
  }
}

/** The organisation's own address may be read by anybody there: it says that somebody asked, not who. */
export function toldContactMail(
  { to, language }: { to: string; language: Language },
  about: About,
  url: string,
): Mail {
  const t = wordsFor(language)
  return {
    ...{ to, language, subject: t('organisations.mail.claim.subject-contact') },
    body: {
      paragraphs: [t('organisations.mail.claim.says-contact')],
      facts: [[t('organisations.mail.fact-organisation'), inLanguage(about.name, language)]],
      action: { label: t('organisations.mail.claim.action-contact'), url },
      why: t('organisations.mail.claim.why-contact'),
    },
    about: about.id,
  }
}
