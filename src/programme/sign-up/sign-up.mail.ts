import { inLanguage, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { invitation } from '#platform/calendar.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { calendarEntry } from '../calendar-entry.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { letterFacts } from '../letter-facts.ts'
import type { SignUpRow } from '../tables.ts'
import type { Letters } from './letters.ts'
import { takesSeat } from './sign-up.rules.ts'
import { untilInWords } from './until-words.ts'
import { whoHasSeats } from './who-has-seats.ts'

/**
 * confirm: is this your address? signed-up: the first answer to whoever is known. brought: somebody else signed you
 * up. again: somebody signed the same address up once more. offered: a seat is free, say yes in time. offer-over: the
 * time ran out. moved-up: from the queue to a seat. given-back: the person cancelled. taken-off: whoever brought the
 * person along did. companion-off: a seat of somebody whom the reader brings was given back. others-confirmed: the
 * reader gave back the own seat, and those who were to come along keep theirs. changed, called-off: the event did.
 */
export type LetterKind =
  | 'confirm'
  | 'signed-up'
  | 'brought'
  | 'again'
  | 'offered'
  | 'offer-over'
  | 'moved-up'
  | 'given-back'
  | 'taken-off'
  | 'companion-off'
  | 'others-confirmed'
  | 'changed'
  | 'called-off'

interface Facts {
  event: ProgrammeEvent
  /** Who reads it; always with an address. */
  reader: SignUpRow
  /** The seats it is about: the reader's own, and those of people without an address whom the reader brings. */
  about: readonly SignUpRow[]
  /** Everybody who came together with the reader, as far as this is about them. */
  group: readonly SignUpRow[]
  /** The first place in the queue, where somebody waits. */
  place: number
  /** The name of whoever brought the reader along. */
  by: string
  /** Why the event changed or was called off, in the words of whoever looks after it. */
  reason: Texts
  token: string
  /** What the organisers add in their own words; plain text. */
  ownText: Texts
  letters: Letters
}

/** Kinds after which there is nothing left to manage. */
const isLast = (kind: LetterKind): boolean =>
  kind === 'given-back' || kind === 'taken-off' || kind === 'called-off' || kind === 'offer-over'

/** The mail of a kind, in the person's language, with a calendar entry for those who have or had a seat. */
export function signUpMail(kind: LetterKind, facts: Facts): Mail | null {
  const { event, reader, letters, token, place, by } = facts
  const { language, email } = reader
  if (email === null) return null
  const t = wordsFor(language)
  const title = inLanguage(event.title, language)
  const standing = standingOf(kind, facts)
  const until = untilOf(t, facts)
  const reason = inLanguage(facts.reason, language)
  const isOver = isLast(kind)
  const manage = letters.url(language, `/sign-ups/${token}`)
  return {
    to: email,
    language,
    subject: t(`sign-up.mail.${kind}.subject-${standing}`, { title, until }),
    body: {
      greeting: t('sign-up.mail.greeting', { name: reader.name }),
      paragraphs: [
        t(`sign-up.mail.${kind}.lead-${standing}`, { title, place, until, by }),
        ...together(t, kind, facts),
        ...ownWords(kind, facts),
        ...(reason ? [reason] : []),
      ],
      facts: isOver && kind !== 'called-off' ? [] : letterFacts(t, event, hasSeat(facts)),
      action: isOver
        ? { label: t('sign-up.mail.see-programme'), url: letters.url(language, '/calendar') }
        : { label: t(actionOf(kind)), url: manage },
      more: isOver ? [] : [t(`sign-up.mail.cannot-come-${standing}`)],
      why: t('sign-up.mail.why', { title }),
    },
    ...calendarPart(kind, facts),
    about: reader.id,
  }
}

/** The organisers' own words go to whoever gets a seat, in the mail that tells them so. */
function ownWords(kind: LetterKind, { reader, about, ownText }: Facts): string[] {
  const welcomes = kind === 'signed-up' || kind === 'brought' || kind === 'moved-up' || kind === 'confirm'
  const words = inLanguage(ownText, reader.language)
  return welcomes && words && about.some(({ state }) => takesSeat(state)) ? [words] : []
}

/** Whether the mail is about a seat, or about the queue. */
function standingOf(kind: LetterKind, { about }: Facts): 'seat' | 'waiting' {
  if (kind === 'offered' || kind === 'offer-over' || kind === 'moved-up') return 'seat'
  return about.every(({ state }) => state === 'waiting') ? 'waiting' : 'seat'
}

const hasSeat = ({ about }: Facts): boolean => about.some(({ state }) => state === 'seat')

const actionOf = (kind: LetterKind): string =>
  kind === 'confirm' || kind === 'offered' ? `sign-up.mail.action-${kind}` : 'sign-up.mail.manage'

/** The first moment at which one of the seats is given to somebody else. */
function untilOf(t: Words, { about, letters }: Facts): string {
  const [until] = about.flatMap(({ held_until }) => held_until ?? [])
  return until ? untilInWords(t, until, letters.now) : ''
}

/** Who has the seats, and who waits, where it is not about the reader alone. */
function together(t: Words, kind: LetterKind, { reader, group }: Facts): string[] {
  if (isLast(kind) || kind === 'companion-off' || group.every(({ id }) => id === reader.id)) return []
  const lines = whoHasSeats(t, group, reader.id)
  return lines.length === 0 ? [] : [...lines, t('sign-up.mail.together')]
}

const ending: ReadonlySet<LetterKind> = new Set(['given-back', 'taken-off', 'called-off'])
const inviting: ReadonlySet<LetterKind> = new Set(['signed-up', 'brought', 'moved-up', 'changed'])

/** Those who wait or have not said yes have nothing in their calendar yet: nothing is put in or taken out. */
function calendarPart(
  kind: LetterKind,
  { event, reader, about, letters, token }: Facts,
): Pick<Mail, 'calendar'> {
  const own = about.find(({ id }) => id === reader.id)
  if (!own || reader.email === null || own.state !== 'seat') return {}
  if (!ending.has(kind) && !inviting.has(kind)) return {}
  const method = ending.has(kind) ? 'CANCEL' : 'REQUEST'
  // What is in no list has no page for everybody either.
  const page = event.unlisted === 1 ? `/sign-ups/${token}` : `/events/${event.slug}`
  const url = letters.url(reader.language, page)
  const entry = calendarEntry(event, reader.language, url)
  const sequence = entry.sequence + own.sequence
  const attendee = { name: reader.name, email: reader.email }
  const ics = invitation({ ...entry, sequence }, { method, organizer: letters.organizer, attendee })
  return { calendar: { method, ics } }
}
