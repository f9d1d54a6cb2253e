import type { Language } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'

interface Told {
  to: { email: string; language: Language }
  /** Who gave it away. */
  by: string
  /** What was asked, as it is shown in lists. */
  questions: readonly { number: string; words: string }[]
  /** Where it is answered; all of them, where there are several. */
  url: string
}

/** Somebody has been given a question, or several with one press: they need not look to find out. */
export function assignedMail({ to: { email, language }, by, questions, url }: Told): Mail {
  const t = wordsFor(language)
  const { length: count } = questions
  return {
    to: email,
    language,
    subject: t('inbox.mail.assigned.subject', { count }),
    body: {
      paragraphs: [t('inbox.mail.assigned.says', { count, by })],
      facts: questions.map(({ number, words }) => [t('inbox.question.title', { number }), words] as const),
      action: { label: t('inbox.mail.assigned.action', { count }), url },
      why: t('inbox.mail.assigned.why'),
    },
  }
}
