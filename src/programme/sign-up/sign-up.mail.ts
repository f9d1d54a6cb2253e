import { dateAndTime, timeSpan } from '#platform/dates.ts'
import { inLanguage } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import { invitation } from '#platform/calendar.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { calendarEntry } from '../calendar-entry.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { SignUpRow } from '../tables.ts'
import type { Letters } from './letters.ts'

/**
 * signed-up: the first answer. again: somebody signed the same address up once more. moved-up: from the queue to a
 * seat. given-back: the person cancelled. changed, called-off: the event did.
 */
export type LetterKind = 'signed-up' | 'again' | 'moved-up' | 'given-back' | 'changed' | 'called-off'

interface Facts {
  event: ProgrammeEvent
  signUp: SignUpRow
  email: string
  /** The place in the queue, for those who wait. */
  place: number
  token: string
  letters: Letters
}

/** The mail of a kind, in the person's language, with a calendar entry for those who have or had a seat. */
export function signUpMail(kind: LetterKind, facts: Facts): Mail {
  const { event, signUp, email, letters, token, place } = facts
  const { language } = signUp
  const t = wordsFor(language)
  const title = inLanguage(event.title, language)
  const standing = signUp.state === 'waiting' ? 'waiting' : 'seat'
  const isOver = kind === 'given-back' || kind === 'called-off'
  const reason = kind === 'called-off' ? inLanguage(event.cancel_reason, language) : ''
  return {
    to: email,
    language,
    subject: t(`sign-up.mail.${kind}.subject-${standing}`, { title }),
    body: {
      greeting: t('sign-up.mail.greeting', { name: signUp.name }),
      paragraphs: [t(`sign-up.mail.${kind}.lead-${standing}`, { title, place }), ...(reason ? [reason] : [])],
      facts: isOver && kind === 'given-back' ? [] : factsOf(t, event, standing === 'seat'),
      ...(isOver
        ? { action: { label: t('sign-up.mail.see-programme'), url: letters.url(language, '/calendar') } }
        : { action: { label: t('sign-up.mail.manage'), url: letters.url(language, `/sign-ups/${token}`) } }),
      more: isOver ? [] : [t(`sign-up.mail.cannot-come-${standing}`)],
      why: t('sign-up.mail.why', { title }),
    },
    ...calendarPart(kind, facts),
    about: signUp.id,
  }
}

function factsOf(t: Words, event: ProgrammeEvent, hasSeat: boolean): Fact[] {
  const { language } = t
  const rows: [string, string | null][] = [
    [t('sign-up.mail.when'), dateAndTime(language, event.starts_at, event.ends_at)],
    [t('sign-up.mail.doors'), event.doors_at && timeSpan(language, event.doors_at)],
    [t('sign-up.mail.where'), [event.place_name, event.address].filter(Boolean).join(', ')],
    [t('sign-up.mail.access'), inLanguage(event.access, language)],
  ]
  const facts: Fact[] = rows.filter((row): row is [string, string] => Boolean(row[1]))
  // The room on the net is for those who have a seat in it.
  if (hasSeat && event.online_url) facts.push([t('sign-up.mail.online'), event.online_url, 'link'])
  return facts
}

/** Those who wait have nothing in their calendar yet, so nothing is put in or taken out. */
function calendarPart(kind: LetterKind, { event, signUp, email, letters }: Facts): Pick<Mail, 'calendar'> {
  if (signUp.state === 'waiting' || kind === 'again') return {}
  const method = kind === 'given-back' || kind === 'called-off' ? 'CANCEL' : 'REQUEST'
  const url = letters.url(signUp.language, `/events/${event.slug}`)
  const entry = calendarEntry(event, signUp.language, url)
  const sequence = entry.sequence + signUp.sequence
  const attendee = { name: signUp.name, email }
  const ics = invitation({ ...entry, sequence }, { method, organizer: letters.organizer, attendee })
  return { calendar: { method, ics } }
}
