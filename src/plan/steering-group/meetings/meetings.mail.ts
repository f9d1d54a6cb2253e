import { dateAndTime, longDate } from '#platform/dates.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'

interface Receiver {
  person_name: string | null
  email: string | null
  language: Language
}

interface OfMeeting {
  id: string
  starts_at: Instant
  ends_at: Instant
  place: string | null
}

interface Call {
  kind: 'called' | 'reminded'
  member: Receiver
  meeting: OfMeeting
  items: readonly { title: Texts }[]
  link: string
}

/** Calls a member to a meeting, or reminds them of it. */
export function callMail({ kind, member, meeting, items, link }: Call): Mail {
  const { language } = member
  const t = wordsFor(language)
  const date = longDate(language, meeting.starts_at)
  const facts: Fact[] = [
    [t('steering-group.mail.when'), dateAndTime(language, meeting.starts_at, meeting.ends_at)],
    ...(meeting.place ? [[t('steering-group.mail.place'), meeting.place] as const] : []),
    ...items.map(
      ({ title }, index) =>
        [t('steering-group.mail.item', { number: index + 1 }), inLanguage(title, language)] as const,
    ),
  ]
  return {
    to: member.email ?? '',
    language,
    subject: t(`steering-group.mail.${kind}.subject`, { date }),
    body: {
      greeting: t('steering-group.mail.greeting', { name: member.person_name ?? '' }),
      paragraphs: [t(`steering-group.mail.${kind}.says`, { date })],
      facts,
      action: { label: t('steering-group.mail.to-meeting'), url: link },
      why: t('steering-group.mail.why-member'),
    },
    about: meeting.id,
    confidential: true,
  }
}

interface Draft {
  member: Receiver
  meeting: OfMeeting
  until: Instant
  link: string
}

/** Sends the draft of the minutes to a member, who has a week to say what is wrong. */
export function draftMail({ member, meeting, until, link }: Draft): Mail {
  const { language } = member
  const t = wordsFor(language)
  const date = longDate(language, meeting.starts_at)
  return {
    to: member.email ?? '',
    language,
    subject: t('steering-group.mail.draft.subject', { date }),
    body: {
      greeting: t('steering-group.mail.greeting', { name: member.person_name ?? '' }),
      paragraphs: [t('steering-group.mail.draft.says', { date, until: longDate(language, until) })],
      action: { label: t('steering-group.mail.draft.action'), url: link },
      why: t('steering-group.mail.why-member'),
    },
    about: meeting.id,
    confidential: true,
  }
}
