import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { daysToAnswer, type Side } from './entry.rules.ts'

interface Listed {
  id: string
  side: Side
  words: Texts
  organisation: Texts
}

interface Receiver {
  email: string
  language: Language
  /** The page of the organisation, by a link of its own. */
  own: string
}

const letter = (
  { email, language, own }: Receiver,
  about: string,
  t: Words,
): Omit<Mail, 'subject' | 'body'> & {
  why: string
  own: string
} => ({
  ...{ to: email, language, about, confidential: true as const },
  ...{ why: t('needs-offers.mail.why'), own },
})

type Told = 'suggested' | 'written' | 'still' | 'how-it-went' | 'taken-down'

interface Telling {
  kind: Told
  /** The entry, or the first of several. */
  entry: Listed
  count?: number
  /** Why the office took it down. */
  reason?: string | null
}

/** Tells an organisation of something to look at. Words of another organisation stand on the page alone. */
export function tellingMail(receiver: Receiver, { kind, entry, count = 1, reason }: Telling): Mail {
  const t = wordsFor(receiver.language)
  const { why, own, ...head } = letter(receiver, entry.id, t)
  const facts: Fact[] = [
    [t(`needs-offers.side.${entry.side}`), inLanguage(entry.words, receiver.language)],
    ...(reason ? [[t('needs-offers.mail.reason'), reason] as const] : []),
  ]
  return {
    ...head,
    subject: t(`needs-offers.mail.subject-${kind}`, { count }),
    body: {
      paragraphs: [t(`needs-offers.mail.says-${kind}`, { count, days: daysToAnswer })],
      facts,
      action: { label: t(`needs-offers.mail.action-${kind}`), url: own },
      why,
    },
  }
}

interface Introduced {
  mine: Listed
  theirs: Listed & { contact_email: string; ask_for: string | null }
}

/** Introduces one side to the other: what each listed, and how the other is reached. */
export function introductionMail(receiver: Receiver, { mine, theirs }: Introduced): Mail {
  const t = wordsFor(receiver.language)
  const { why, own, ...head } = letter(receiver, mine.id, t)
  const { language } = receiver
  const name = inLanguage(theirs.organisation, language)
  return {
    ...head,
    subject: t('needs-offers.mail.subject-introduced', { organisation: name }),
    body: {
      paragraphs: [t('needs-offers.mail.says-introduced', { organisation: name })],
      facts: [
        [t(`needs-offers.mail.your-${mine.side}`), inLanguage(mine.words, language)],
        [t(`needs-offers.mail.their-${theirs.side}`), inLanguage(theirs.words, language)],
        [t('needs-offers.mail.organisation'), name],
        [t('needs-offers.mail.address'), theirs.contact_email, 'address'],
        ...(theirs.ask_for ? [[t('needs-offers.mail.ask-for'), theirs.ask_for] as const] : []),
      ],
      action: { label: t('needs-offers.mail.action-introduced'), url: own },
      more: [t('needs-offers.mail.then')],
      why,
    },
  }
}
