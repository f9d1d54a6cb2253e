import { dateInWords } from '#platform/dates.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import type { Body } from '../tables.ts'

interface Seated {
  id: string
  email: string
  language: Language
  kind: 'member' | 'deputy'
  starts_on: string
  ends_on: string
  consented_at: string | null
  seat: { body: Body; category: Texts; party_name: Texts }
  link: string
}

/** Tells somebody that they have a seat, and asks whether their name may stand there. */
export function seatedMail(term: Seated): Mail {
  const { email, language, kind, starts_on, ends_on, consented_at, seat, link } = term
  const t = wordsFor(language)
  const body = t(`steering-group.body.${seat.body}`)
  const days = { from: dateInWords(language, starts_on), until: dateInWords(language, ends_on) }
  const category = inLanguage(seat.category, language)
  const facts: Fact[] = [
    [t('steering-group.mail.party'), inLanguage(seat.party_name, language)],
    ...(category ? [[t('steering-group.mail.category'), category] as const] : []),
    [t('steering-group.mail.term'), t('steering-group.term', days)],
  ]
  return {
    to: email,
    language,
    subject: t(`steering-group.mail.seated.subject-${kind}`, { body }),
    body: {
      paragraphs: [
        t(`steering-group.mail.seated.says-${kind}`, { body }),
        t(`steering-group.mail.seated.${consented_at ? 'is-shown' : 'asks'}`),
      ],
      facts,
      action: { label: t('steering-group.mail.seated.action'), url: link },
      why: t('steering-group.mail.seated.why'),
    },
    about: term.id,
    confidential: true,
  }
}
