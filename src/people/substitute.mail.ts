import { dateInWords } from '#platform/dates.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import { linkMinutes } from './sign-in.rules.ts'
import type { Someone } from './someone.ts'

interface Naming {
  party: Texts
  /** The name of the coordinator who named them. */
  by: string
  from_day: string
  until_day: string
  /** The page on which the link opens the door. */
  url: string
}

/** Tells somebody that they stand in for a party's coordinators, on which days, and lets them in. */
export function substituteMail({ email, name, language }: Someone, naming: Naming): Mail {
  const { by, url, from_day, until_day } = naming
  const t = wordsFor(language)
  const party = inLanguage(naming.party, language)
  const days = { from: dateInWords(language, from_day), until: dateInWords(language, until_day) }
  return {
    to: email,
    language,
    subject: t('people.substitutes.mail.subject', { party }),
    body: {
      greeting: t('people.mail.greeting', { name }),
      paragraphs: [
        t('people.substitutes.mail.lead', { party, by, ...days }),
        t('people.substitutes.mail.may'),
        t('people.mail.sign-in.how', { minutes: linkMinutes }),
      ],
      action: { label: t('people.mail.sign-in.action'), url },
      more: [t('people.coordinators.mail.later')],
      why: t('people.coordinators.mail.why', { by }),
    },
    confidential: true,
  }
}
