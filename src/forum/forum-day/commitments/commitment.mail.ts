import { dateInWords } from '#platform/dates.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { localDate } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import type { UrlOf } from '../../minutes/note.mail.ts'
import type { Due } from './commitments.sql.ts'

interface Confirming {
  event: { title: Texts }
  receiver: { email: string; language: Language }
  token: string
  id: string
  url: UrlOf
}

/**
 * Asks whoever reads an address whether they want the reminder. What was written is not in it: anybody can type
 * anybody's address.
 */
export function confirmMail({ event, receiver, token, id, url }: Confirming): Mail {
  const { email, language } = receiver
  const t = wordsFor(language)
  const title = inLanguage(event.title, language)
  return {
    to: email,
    language,
    subject: t('forum-day.mail.confirm.subject', { title }),
    body: {
      greeting: t('forum-day.mail.greeting'),
      paragraphs: [t('forum-day.mail.confirm.lead', { title })],
      action: { label: t('forum-day.mail.confirm.action'), url: url(language, `/my-commitment/${token}`) },
      more: [t('forum-day.mail.confirm.otherwise')],
      why: t('forum-day.mail.confirm.why'),
    },
    about: id,
    confidential: true,
    key: `commitment-confirm ${id}`,
  }
}

/** What somebody promised themselves, back to them, on the day they chose. */
export function reminderMail(due: Due & { email: string; words: string }): Mail {
  const { email, language, words, title, created_at, id } = due
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('forum-day.mail.reminder.subject'),
    body: {
      greeting: t('forum-day.mail.greeting'),
      paragraphs: [
        t('forum-day.mail.reminder.lead', {
          title: inLanguage(title, language),
          date: dateInWords(language, localDate(created_at)),
        }),
        words,
        t('forum-day.mail.reminder.after'),
      ],
      why: t('forum-day.mail.reminder.why'),
    },
    about: id,
    confidential: true,
    key: `commitment-reminder ${id}`,
  }
}
