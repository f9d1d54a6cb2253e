import { dateInWords } from '#platform/dates.ts'
import { inLanguage, type Language, languageNames, languages, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'

export type UrlOf = (language: Language, path: string) => string

interface Asking {
  entry: { id: string; name: Texts }
  to: { name: Texts; email: string; language: Language }
  /** When somebody last changed it, or said that it lives. */
  touched: string
  token: string
  again: boolean
  url: UrlOf
}

/** Does it live? Answered by a link, without an account. */
export function aliveMail({ entry, to, touched, token, again, url }: Asking): Mail {
  const { language } = to
  const t = wordsFor(language)
  const kind = again ? 'again' : 'first'
  const name = inLanguage(entry.name, language)
  const others = languages.filter((one) => one !== language)
  return {
    to: to.email,
    language,
    subject: t(`partnerships.mail.${kind}.subject`, { name }),
    body: {
      paragraphs: [
        t('partnerships.mail.lead', { name, party: inLanguage(to.name, language) }),
        t(`partnerships.mail.${kind}.says`, { touched: dateInWords(language, touched) }),
        t('partnerships.mail.how'),
      ],
      facts: others.map((other): [string, string, 'link'] => [
        languageNames[other],
        url(other, `/network/alive/${token}`),
        'link',
      ]),
      action: { label: t('partnerships.mail.action'), url: url(language, `/network/alive/${token}`) },
      why: t('partnerships.mail.why'),
    },
    about: entry.id,
    confidential: true,
  }
}
