import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import { linkMinutes } from './sign-in.rules.ts'

/** The whole address of the page on which a link's secret opens the door. */
export type LinkTo = (language: Language, token: string) => string

interface Receiver {
  email: string
  name: string
  language: Language
}

export function signInMail({ email, name, language }: Receiver, url: string): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('people.mail.sign-in.subject'),
    body: {
      greeting: t('people.mail.greeting', { name }),
      paragraphs: [t('people.mail.sign-in.how', { minutes: linkMinutes })],
      action: { label: t('people.mail.sign-in.action'), url },
      why: t('people.mail.sign-in.why'),
    },
    confidential: true,
  }
}

/** The first mail to somebody whom the person that started the platform named: for which party, and the way in. */
export function namedMail({ email, name, language }: Receiver, party: Texts, url: string): Mail {
  const t = wordsFor(language)
  const named = { party: inLanguage(party, language) }
  return {
    to: email,
    language,
    subject: t('people.mail.named.subject', named),
    body: {
      greeting: t('people.mail.greeting', { name }),
      paragraphs: [
        t('people.mail.named.lead', named),
        t('people.mail.sign-in.how', { minutes: linkMinutes }),
      ],
      action: { label: t('people.mail.sign-in.action'), url },
      more: [t('people.coordinators.mail.later')],
      why: t('people.mail.named.why'),
    },
    confidential: true,
  }
}
