import type { Language } from '#platform/language.ts'
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
