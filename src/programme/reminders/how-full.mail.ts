import { dateAndTime } from '#platform/dates.ts'
import { inLanguage } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { FullnessLevel } from '../tables.ts'
import type { Caretaker } from './fullness.sql.ts'

interface Facts {
  event: ProgrammeEvent
  level: FullnessLevel
  waiting: number
  /** The desk of the event. */
  url: string
}

/** Tells somebody who looks after an event how full it is, and what may be done about it. */
export function howFullMail(
  { name, email, language }: Caretaker,
  { event, level, waiting, url }: Facts,
): Mail {
  const t = wordsFor(language)
  const title = inLanguage(event.title, language)
  const { capacity, seats_taken: taken, seats_kept: kept } = event
  const more = level === 100 ? [t('reminders.how-full.when-full')] : []
  return {
    to: email,
    language,
    subject: t('reminders.how-full.subject', { title, level }),
    body: {
      greeting: t('reminders.mail.greeting', { name }),
      paragraphs: [t('reminders.how-full.lead', { title, taken, capacity }), ...more],
      facts: [
        [t('sign-up.mail.when'), dateAndTime(language, event.starts_at, event.ends_at)],
        [t('reminders.how-full.seats'), t('reminders.how-full.seats-of', { taken, capacity })],
        ...(kept > 0 ? [[t('reminders.how-full.kept'), String(kept)] as const] : []),
        [t('reminders.how-full.waiting'), String(waiting)],
      ],
      action: { label: t('reminders.how-full.action'), url },
      why: t('reminders.how-full.why', { title }),
    },
    about: event.id,
  }
}
