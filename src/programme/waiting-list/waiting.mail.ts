import { dateAndTime } from '#platform/dates.ts'
import { inLanguage } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { SignUpRow } from '../tables.ts'

interface Facts {
  event: ProgrammeEvent
  reader: SignUpRow & { email: string }
  place: number
  /** What the organiser wrote; plain text. */
  text: string
  url: string
  key: string
}

/** What an organiser has to say to somebody who waits. */
export function waitingMail({ event, reader, place, text, url, key }: Facts): Mail {
  const { language, email, name } = reader
  const t = wordsFor(language)
  const title = inLanguage(event.title, language)
  return {
    to: email,
    language,
    subject: t('waiting-list.mail.subject', { title }),
    body: {
      greeting: t('sign-up.mail.greeting', { name }),
      paragraphs: [...text.split(/\n{2,}/), t('waiting-list.mail.place', { title, place })],
      facts: [[t('sign-up.mail.when'), dateAndTime(language, event.starts_at, event.ends_at)]],
      action: { label: t('sign-up.mail.manage'), url },
      more: [t('sign-up.mail.cannot-come-waiting')],
      why: t('sign-up.mail.why', { title }),
    },
    about: reader.id,
    key,
  }
}
