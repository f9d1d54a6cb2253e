import { dateAndTime, longDate } from '#platform/dates.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import type { Recommendation } from '../recommendations.sql.ts'
import { receiverOf } from '../standing.page.tsx'
import type { ReminderDays } from './late-notes.rules.ts'

export type UrlOf = (language: Language, path: string) => string

interface Receiver {
  name: string
  email: string
  language: Language
}

interface Event {
  id: string
  title: Texts
  starts_at: Instant
}

interface Draft {
  event: Event
  receiver: Receiver & { id: string }
  recommendations: readonly Recommendation[]
  until: Instant
  token: string
  url: UrlOf
}

/** The draft goes to everybody who was present, with a link of their own to say what is wrong in it. */
export function draftMail({ event, receiver, recommendations, until, token, url }: Draft): Mail {
  const { name, email, language, id } = receiver
  const t = wordsFor(language)
  const title = inLanguage(event.title, language)
  return {
    to: email,
    language,
    subject: t('minutes.mail.draft.subject', { title }),
    body: {
      greeting: t('minutes.mail.greeting', { name }),
      paragraphs: [t('minutes.mail.draft.lead', { title })],
      facts: [
        [t('minutes.mail.when'), dateAndTime(language, event.starts_at)],
        [t('minutes.mail.until'), longDate(language, until)],
        ...recommendations.map((one) => [recommendedTo(t, one), inLanguage(one.text, language)] as const),
      ],
      action: { label: t('minutes.mail.draft.action'), url: url(language, `/minutes/${token}`) },
      more: [t('minutes.mail.draft.after')],
      why: t('minutes.mail.draft.why', { title }),
    },
    about: id,
    confidential: true,
  }
}

const recommendedTo = (t: Words, one: Recommendation): string =>
  t('minutes.mail.draft.recommended', { number: one.number, receiver: receiverOf(one, t.language) })

interface Reminder {
  event: Event
  receiver: Receiver & { id: string }
  days: ReminderDays
  url: UrlOf
}

/** Whoever looks after an event is reminded that those who came wait to read what was said. */
export function reminderMail({ event, receiver, days, url }: Reminder): Mail {
  const { name, email, language, id } = receiver
  const t = wordsFor(language)
  const title = inLanguage(event.title, language)
  return {
    to: email,
    language,
    subject: t('minutes.mail.reminder.subject', { title }),
    body: {
      greeting: t('minutes.mail.greeting', { name }),
      paragraphs: [t('minutes.mail.reminder.lead', { title, days }), t('minutes.mail.reminder.late')],
      action: {
        label: t('minutes.mail.reminder.action'),
        url: url(language, `/office/events/${event.id}/notes`),
      },
      why: t('minutes.mail.reminder.why', { title }),
    },
    about: event.id,
    key: `notes-reminder ${event.id} ${days} ${id}`,
  }
}
