import { dateInWords } from '#platform/dates.ts'
import { inLanguage, type Language, languageNames, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import type { Survey } from './survey.sql.ts'

export type UrlOf = (language: Language, path: string) => string

interface Asking {
  survey: Survey
  to: string
  name: Texts
  token: string
  url: UrlOf
}

// The directory knows no language of an organisation: the mail is Swedish, and leads to the page in each language.
const language = 'sv'

function letter(kind: 'ask' | 'remind', { survey, to, name, token, url }: Asking): Mail {
  const t = wordsFor(language)
  const { year, closes_on } = survey
  const at = (other: Language): string => url(other, `/survey/${token}`)
  return {
    to,
    language,
    subject: t(`survey.mail.${kind}.subject`, { year: String(year) }),
    body: {
      paragraphs: [
        t(`survey.mail.${kind}.lead`, {
          organisation: inLanguage(name, language) || t('survey.mail.you'),
          year: String(year),
        }),
        t('survey.mail.how'),
        t('survey.mail.anonymous'),
      ],
      facts: [
        [t('survey.mail.until'), dateInWords(language, closes_on)],
        [languageNames.en, at('en'), 'link'],
        [languageNames.es, at('es'), 'link'],
      ],
      action: { label: t('survey.mail.action'), url: at(language) },
      why: t('survey.mail.why'),
    },
    about: survey.id,
    confidential: true,
  }
}

/** An organisation is asked, with a link of its own. */
export const askMail = (asking: Asking): Mail => letter('ask', asking)

/** Once, when the end is near and no answer has come. */
export const remindMail = (asking: Asking): Mail => letter('remind', asking)
