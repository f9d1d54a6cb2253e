import { dateAndTime, longDate } from '#platform/dates.ts'
import { inLanguage } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import { plus } from '#platform/time.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import type { Letters } from '../sign-up/letters.ts'
import { untilInWords } from '../sign-up/until-words.ts'
import type { CourseRow, Session } from './courses.sql.ts'
import type { Tiding } from './letters.ts'

/**
 * confirm: is this your address? applied: your application counts. again: somebody applied once more with the address.
 * offer: a place is yours if you say yes. offer-free: a place fell free and you are next. reminder: it is soon too late
 * to answer. accepted: you are in. substitute: your place on the list. not-chosen: not this time. declined, withdrawn:
 * you said no. offer-over: the time ran out. certificate: it can be fetched.
 */
export type CourseLetterKind =
  | 'confirm'
  | 'applied'
  | 'again'
  | 'offer'
  | 'offer-free'
  | 'reminder'
  | 'accepted'
  | 'substitute'
  | 'not-chosen'
  | 'declined'
  | 'withdrawn'
  | 'offer-over'
  | 'certificate'

interface Facts {
  course: CourseRow
  sessions: readonly Session[]
  token: string
  letters: Letters
}

/** After these there is nothing left to do but to hear of the next course. */
const last: ReadonlySet<CourseLetterKind> = new Set(['not-chosen', 'declined', 'withdrawn', 'offer-over'])
const asking: ReadonlySet<CourseLetterKind> = new Set(['offer', 'offer-free', 'reminder'])
const withSessions: ReadonlySet<CourseLetterKind> = new Set(['offer', 'offer-free', 'reminder', 'accepted'])

/** The mail of a kind, in the language of whoever applied; null when nobody knows the address any more. */
export function courseMail(
  { kind, application, key }: Tiding,
  { course, sessions, token, letters }: Facts,
): Mail | null {
  const { language, email, name } = application
  if (email === null) return null
  const t = wordsFor(language)
  const until = application.offered_until
  const values = {
    title: inLanguage(course.title, language),
    until: until ? untilInWords(t, until, letters.now) : '',
    place: application.line_place ?? 0,
    line: application.line ? t(`co-creating-change.whose.${application.line}`) : '',
    closes: longDate(language, plus(course.closes_at, { seconds: -1 })),
  }
  const say = (part: string): string => t(`co-creating-change.mail.${kind}.${part}`, values)
  return {
    to: email,
    language,
    subject: say('subject'),
    body: {
      greeting: t('co-creating-change.mail.greeting', { name }),
      paragraphs: [say('lead'), say('more')],
      facts: withSessions.has(kind) ? factsOf(t, sessions) : [],
      action: {
        label: t(`co-creating-change.mail.action-${actionOf(kind)}`),
        url: letters.url(
          language,
          last.has(kind) ? '/news/follow?series=co-creating-change' : `/applications/${token}`,
        ),
      },
      why: t('co-creating-change.mail.why', values),
    },
    about: application.id,
    ...(key !== undefined && { key }),
  }
}

function actionOf(kind: CourseLetterKind): 'confirm' | 'answer' | 'certificate' | 'next' | 'open' {
  if (last.has(kind)) return 'next'
  if (asking.has(kind)) return 'answer'
  return kind === 'confirm' || kind === 'certificate' ? kind : 'open'
}

const factsOf = (t: Words, sessions: readonly Session[]): Fact[] =>
  sessions.map(({ starts_at, ends_at, place_name }, index): Fact => [
    t('co-creating-change.session-number', { number: index + 1 }),
    [dateAndTime(t.language, starts_at, ends_at), place_name].filter(Boolean).join(', '),
  ])
