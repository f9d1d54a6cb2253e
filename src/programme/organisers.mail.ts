import { dateAndTime } from '#platform/dates.ts'
import { inLanguage, type Language } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import type { ProgrammeEvent } from './events.sql.ts'

interface Receiver {
  id: string
  name: string
  email: string
  language: Language
}

/** Tells somebody that they have been asked to look after an event, and where. */
export function organiserMail(
  event: ProgrammeEvent,
  { id, name, email, language }: Receiver,
  url: string,
): Mail {
  const t = wordsFor(language)
  const title = inLanguage(event.title, language)
  return {
    to: email,
    language,
    subject: t('programme.edit.mail.subject', { title }),
    body: {
      greeting: t('programme.edit.mail.greeting', { name }),
      paragraphs: [t('programme.edit.mail.lead', { title }), t('programme.edit.mail.sign-in')],
      facts: [[t('programme.event.when'), dateAndTime(language, event.starts_at, event.ends_at)]],
      action: { label: t('programme.edit.mail.action'), url },
      why: t('programme.edit.mail.why'),
    },
    about: event.id,
    // Taken off and put back again, nobody is told twice.
    key: `organiser ${event.id} ${id}`,
  }
}
