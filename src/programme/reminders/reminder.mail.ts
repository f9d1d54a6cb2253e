import { dateAndTime, shortDate } from '#platform/dates.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Fact, Mail, MailBody } from '#platform/mail/index.ts'
import { localDate, type Instant } from '#platform/time.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { placeIn } from '../calendar-entry.ts'
import type { EventLine, ProgrammeEvent } from '../events.sql.ts'
import type { ClockLetter } from '../tables.ts'
import { letterFacts } from '../letter-facts.ts'
import type { Standing } from './letter-times.rules.ts'

export interface ClockLetterFacts {
  kind: ClockLetter
  standing: Standing
  event: ProgrammeEvent
  receiver: { name: string; email: string; language: Language }
  /** What the organisers say in their own words; plain text. */
  ownText: Texts
  /** What follows from the event, if it is planned and everybody may know of it. */
  next?: Pick<EventLine, 'title' | 'starts_at'> | undefined
  /** The place in the queue, for those who wait. */
  place: number
  now: Instant
  links: {
    /** The page of one's own sign-up. */
    own: string
    cancel: string
    event: string
    /** Their tables, once the seats of a forum are shown. */
    tables?: string
    /** Where to answer, for those who are asked. */
    answer: string
  }
}

/** The letter of a kind, in the receiver's language: facts first, then the organisers' own words, then the rest. */
export function clockLetter(facts: ClockLetterFacts): Mail {
  const { kind, standing, event, receiver, now } = facts
  const { language } = receiver
  const t = wordsFor(language)
  const title = inLanguage(event.title, language)
  const values = {
    title,
    when: dateAndTime(language, event.starts_at, event.ends_at),
    date: shortDate(language, event.starts_at),
    where: placeIn(event) || t('programme.place.online'),
    day: localDate(now) === localDate(event.starts_at) ? 'today' : 'tomorrow',
    place: facts.place,
  }
  const word = `${kind}-${standing}`
  const unlisted = event.unlisted === 1 ? 'yes' : 'no'
  return {
    to: receiver.email,
    language,
    subject: t(`reminders.mail.${word}.subject`, values),
    body: {
      greeting: t('reminders.mail.greeting', { name: receiver.name }),
      ...bodyOf(t, facts, t(`reminders.mail.${word}.lead`, { ...values, unlisted })),
      why: t('reminders.mail.why', { title }),
    },
  }
}

function bodyOf(t: Words, facts: ClockLetterFacts, lead: string): Omit<MailBody, 'why'> {
  const { kind, standing, event, links, ownText } = facts
  const own = inLanguage(ownText, t.language)
  const paragraphs = [lead, ...(own && standing === 'seat' ? [own] : [])]
  const action = (word: string, url: string) => ({ action: { label: t(`reminders.mail.${word}`), url } })
  const ownPage: Fact = [t('reminders.mail.own-page'), links.own, 'link']
  // What is in no list has no page that its guests may see: they are led to their own.
  const isUnlisted = event.unlisted === 1
  const eventPage: Fact = isUnlisted ? ownPage : [t('reminders.mail.event-page'), links.event, 'link']
  if (standing === 'waiting') {
    const more = [t('reminders.mail.no-longer-waiting')]
    return { paragraphs, facts: letterFacts(t, event, false), ...action('see-sign-up', links.own), more }
  }
  if (kind === 'week-before') {
    const rows = [...letterFacts(t, event, true), ownPage]
    const more = [t('reminders.mail.cannot-come')]
    return { paragraphs, facts: rows, more, ...action('give-back', links.cancel) }
  }
  if (kind === 'day-before') {
    const more = [t('reminders.mail.cannot-come-after-all')]
    const tables: Fact[] = links.tables ? [[t('reminders.mail.tables'), links.tables, 'link']] : []
    const rows = [...letterFacts(t, event, true), ...tables]
    return { paragraphs, facts: rows, ...action('see-sign-up', links.own), more }
  }
  const goesOn = howItGoesOn(t, facts)
  if (standing === 'missed') {
    const to = isUnlisted ? action('see-sign-up', links.own) : action('see-event', links.event)
    return { paragraphs, facts: goesOn, ...to }
  }
  if (kind === 'follow-up')
    return { paragraphs, ...action('answer-one', links.answer), more: [t('reminders.mail.anonymous')] }
  const more = [t('reminders.mail.anonymous'), t('reminders.mail.answered-already')]
  return { paragraphs, facts: [...goesOn, eventPage], ...action('answer', links.answer), more }
}

/** What was said goes on at the next meeting: the workshop after the forum. */
function howItGoesOn(t: Words, { next }: ClockLetterFacts): Fact[] {
  if (!next) return []
  const title = inLanguage(next.title, t.language)
  return [[t('chains.mail.next'), `${title}, ${shortDate(t.language, next.starts_at)}`]]
}
