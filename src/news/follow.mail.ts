import { dateAndTime, longDate } from '#platform/dates.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import { type Instant, plus } from '#platform/time.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { forWhomInWords, placeInBrief, type ProgrammeEvent } from '#programme/index.ts'
import { confirmDays, hasCalls } from './subscription.rules.ts'

interface Receiver {
  email: string
  language: Language
}

interface Followed {
  key: string
  name: Texts
}

/** What somebody follows, in words that fit into a sentence. */
export function whatIsFollowed(t: Words, series: Followed | null): string {
  if (!series) return t('news.what.news')
  const name = inLanguage(series.name, t.language)
  return t(`news.what.${hasCalls(series.key) ? 'course' : 'series'}`, { series: name })
}

/** Asks whether the address itself wants what was asked for in its name. */
export function confirmMail({ email, language }: Receiver, series: Followed | null, url: string): Mail {
  const t = wordsFor(language)
  const what = whatIsFollowed(t, series)
  return {
    to: email,
    language,
    subject: t('news.mail.confirm.subject'),
    body: {
      paragraphs: [t('news.mail.confirm.says', { what }), t('news.mail.confirm.how', { days: confirmDays })],
      action: { label: t('news.mail.confirm.action'), url },
      why: t('news.mail.confirm.why'),
    },
    confidential: true,
  }
}

/** The addresses of what is told, and of the end of being told. */
interface Addresses {
  url: string
  unsubscribe: string
}

/** Tells a follower of the news about an announcement. */
export function announcementMail(
  { email, language }: Receiver,
  { id, title, lead }: { id: string; title: Texts; lead: Texts },
  { url, unsubscribe }: Addresses,
): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: inLanguage(title, language),
    body: {
      paragraphs: [inLanguage(lead, language)],
      action: { label: t('news.mail.announcement.action'), url },
      ...whyAndEnd(t, null, unsubscribe),
    },
    about: id,
    unsubscribe,
  }
}

/** Tells a follower of a series that its next event is open. The link signs up, so it is the receiver's alone. */
export function eventMail(
  { email, language }: Receiver,
  event: ProgrammeEvent,
  { url, unsubscribe }: Addresses,
): Mail {
  const t = wordsFor(language)
  const series = inLanguage(event.series_name, language)
  const lead = inLanguage(event.lead, language)
  const forWhom = forWhomInWords(t, event)
  const facts: Fact[] = [
    [t('news.mail.event.what'), inLanguage(event.title, language)],
    [t('news.mail.event.when'), dateAndTime(language, event.starts_at, event.ends_at)],
    [t('news.mail.event.where'), placeInBrief(t, event)],
    ...(forWhom ? [[t('news.mail.event.for-whom'), forWhom] as const] : []),
  ]
  return {
    to: email,
    language,
    subject: t('news.mail.event.subject', { series, title: inLanguage(event.title, language) }),
    body: {
      paragraphs: [t('news.mail.event.says', { series }), ...(lead ? [lead] : [])],
      facts,
      action: { label: t('news.mail.event.action'), url },
      more: [t('news.mail.event.own')],
      ...whyAndEnd(t, { key: event.series_key, name: event.series_name }, unsubscribe),
    },
    about: event.id,
    unsubscribe,
    confidential: true,
  }
}

interface Course {
  id: string
  title: Texts
  series_key: string
  series_name: Texts
  closes_at: Instant
}

/** The call of a course is open. */
export function courseMail(
  { email, language }: Receiver,
  course: Course,
  { url, unsubscribe }: Addresses,
): Mail {
  const t = wordsFor(language)
  const title = inLanguage(course.title, language)
  const closes = longDate(language, plus(course.closes_at, { seconds: -1 }))
  return {
    to: email,
    language,
    subject: t('news.mail.course.subject', { title }),
    body: {
      paragraphs: [t('news.mail.course.says', { title, closes })],
      action: { label: t('news.mail.course.action'), url },
      ...whyAndEnd(t, { key: course.series_key, name: course.series_name }, unsubscribe),
    },
    about: course.id,
    unsubscribe,
  }
}

const whyAndEnd = (t: Words, series: Followed | null, unsubscribe: string) => ({
  why: t('news.mail.why', { what: whatIsFollowed(t, series) }),
  leave: { label: t('news.mail.leave'), url: unsubscribe },
})
