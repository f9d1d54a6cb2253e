import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import { linkMinutes } from './sign-in.rules.ts'

interface Receiver {
  email: string
  name: string
  language: Language
}

interface Naming {
  party: Texts
  /** The name of the coordinator who named them. */
  by: string
  /** The page on which the link opens the door. */
  url: string
}

/** Tells somebody that they coordinate for a party from now on, and lets them in. */
export function coordinatorMail({ email, name, language }: Receiver, naming: Naming): Mail {
  const { by, url } = naming
  const t = wordsFor(language)
  const party = inLanguage(naming.party, language)
  return {
    to: email,
    language,
    subject: t('people.coordinators.mail.subject', { party }),
    body: {
      greeting: t('people.mail.greeting', { name }),
      paragraphs: [
        t('people.coordinators.mail.lead', { party, by }),
        t('people.mail.sign-in.how', { minutes: linkMinutes }),
      ],
      action: { label: t('people.mail.sign-in.action'), url },
      more: [t('people.coordinators.mail.later')],
      why: t('people.coordinators.mail.why', { by }),
    },
    confidential: true,
  }
}
