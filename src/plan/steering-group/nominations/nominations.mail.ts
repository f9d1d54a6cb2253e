import { dateInWords } from '#platform/dates.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import type { Body } from '../tables.ts'
import { confirmDays } from './nominations.rules.ts'

interface OfCall {
  id: string
  party_name: Texts
  closes_on: string
  election_on: string
  place: string | null
}

interface Confirm {
  call: OfCall
  email: string
  language: Language
  name: string
  link: string
}

/** Asks whether the address itself wants to nominate. */
export function confirmMail({ call, email, language, name, link }: Confirm): Mail {
  const t = wordsFor(language)
  const values = { name, days: confirmDays, party: inLanguage(call.party_name, language) }
  return {
    to: email,
    language,
    subject: t('steering-group.mail.confirm.subject', values),
    body: {
      paragraphs: [
        t('steering-group.mail.confirm.says', values),
        t('steering-group.mail.confirm.then', values),
      ],
      action: { label: t('steering-group.mail.confirm.action'), url: link },
      why: t('steering-group.mail.confirm.why'),
    },
    about: call.id,
    confidential: true,
  }
}

interface Nominee extends Confirm {
  body: Body
  category: Texts
  organisation: string | null
}

/** Asks somebody whether they want to be nominated: without their yes nothing is shown or counted. */
export function nomineeMail({ call, email, language, name, link, ...place }: Nominee): Mail {
  const t = wordsFor(language)
  const body = t(`steering-group.body.${place.body}`)
  const category = inLanguage(place.category, language)
  const facts: Fact[] = [
    [t('steering-group.mail.party'), inLanguage(call.party_name, language)],
    ...(category ? [[t('steering-group.mail.category'), category] as const] : []),
    ...(place.organisation ? [[t('steering-group.mail.nominated-by'), place.organisation] as const] : []),
    [t('steering-group.mail.election'), dateInWords(language, call.election_on)],
    ...(call.place ? [[t('steering-group.mail.place'), call.place] as const] : []),
  ]
  return {
    to: email,
    language,
    subject: t('steering-group.mail.nominee.subject', { body }),
    body: {
      greeting: t('steering-group.mail.greeting', { name }),
      paragraphs: [
        t('steering-group.mail.nominee.says', { body }),
        t('steering-group.mail.nominee.until-yes'),
      ],
      facts,
      action: { label: t('steering-group.mail.nominee.action'), url: link },
      why: t('steering-group.mail.nominee.why'),
    },
    about: call.id,
    confidential: true,
  }
}
