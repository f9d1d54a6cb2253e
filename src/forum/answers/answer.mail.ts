import { dateInWords } from '#platform/dates.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import type { Recommendation } from '../recommendations.sql.ts'
import { receiverOf } from '../standing.page.tsx'
import type { ReminderKind } from './answer-reminders.rules.ts'

export type UrlOf = (language: Language, path: string) => string

interface Asking {
  asked: Recommendation
  to: { email: string; language: Language }
  token: string
  /** The address of the report, once everybody may read it. */
  report: string | null
  url: UrlOf
}

/** A recommendation is handed over: what is recommended, by when the answer is due, and a link to answer by. */
export function handOverMail({ asked, to, token, report, url }: Asking): Mail {
  const { language, email } = to
  const t = wordsFor(language)
  const { number } = asked
  return {
    to: email,
    language,
    subject: t('answers.mail.ask.subject', { number, receiver: receiverOf(asked, language) }),
    body: {
      paragraphs: [
        t('answers.mail.ask.lead', { event: inLanguage(asked.event_title, language) }),
        inLanguage(asked.text, language),
        t('answers.mail.ask.how'),
      ],
      facts: [
        [t('answers.mail.receiver'), receiverOf(asked, language)],
        [t('answers.mail.due'), dateInWords(language, asked.answer_due_on ?? '')],
        ...(report ? [[t('answers.mail.report'), url(language, report), 'link'] as const] : []),
      ],
      action: { label: t('answers.mail.ask.action'), url: url(language, `/answers/${token}`) },
      why: t('answers.mail.ask.why'),
    },
    about: asked.id,
    confidential: true,
  }
}

/** Before the answer is due, and when it is late. */
export function reminderMail({ asked, to, token, url }: Asking, kind: ReminderKind): Mail {
  const { language, email } = to
  const t = wordsFor(language)
  const { number } = asked
  const due = asked.answer_due_on ? dateInWords(language, asked.answer_due_on) : ''
  return {
    to: email,
    language,
    subject: t(`answers.mail.remind.${kind}.subject`, { number, due }),
    body: {
      paragraphs: [t(`answers.mail.remind.${kind}.lead`, { due }), inLanguage(asked.text, language)],
      facts: [[t('answers.mail.due'), due]],
      action: { label: t('answers.mail.ask.action'), url: url(language, `/answers/${token}`) },
      more: [t('answers.mail.remind.same')],
      why: t('answers.mail.ask.why'),
    },
    about: asked.id,
    confidential: true,
  }
}

/** On the day that a receiver promised: what has become of it? */
export function stepMail(
  { asked, to, token, url }: Asking,
  step: { next_step: Texts; next_by: string },
): Mail {
  const { language, email } = to
  const t = wordsFor(language)
  const { number } = asked
  return {
    to: email,
    language,
    subject: t('answers.mail.step.subject', { number }),
    body: {
      paragraphs: [t('answers.mail.step.lead', { event: inLanguage(asked.event_title, language) })],
      facts: [
        [t('answers.step.promised'), inLanguage(step.next_step, language)],
        [t('answers.next-by'), dateInWords(language, step.next_by)],
      ],
      action: { label: t('answers.mail.step.action'), url: url(language, `/answers/steps/${token}`) },
      more: [t('answers.mail.step.once')],
      why: t('answers.mail.step.why'),
    },
    about: asked.id,
    confidential: true,
  }
}

interface Answered {
  asked: Recommendation
  to: { name: string; email: string; language: Language }
  url: UrlOf
}

/** Coordinators and organisers hear that a receiver has answered. */
export function officeMail({ asked, to, url }: Answered): Mail {
  const { language, email, name } = to
  const t = wordsFor(language)
  const { number, answer_kind } = asked
  const receiver = receiverOf(asked, language)
  return {
    to: email,
    language,
    subject: t('answers.mail.office.subject', { number, receiver }),
    body: {
      greeting: t('answers.mail.greeting', { name }),
      paragraphs: [t('answers.mail.office.lead', { kind: answer_kind ?? '', receiver })],
      action: { label: t('answers.mail.read'), url: url(language, `/recommendations/${number}`) },
      why: t('answers.mail.office.why'),
    },
    about: asked.id,
    key: `answered ${asked.id} ${email}`,
  }
}

interface News {
  event: { id: string; title: Texts }
  answered: readonly Recommendation[]
  to: { id: string; name: string; email: string; language: Language }
  token: string
  url: UrlOf
}

/** Those who were at the tables hear what was answered, in one mail for all answers of a week. */
export function newsMail({ event, answered, to, token, url }: News): Mail {
  const { language, email, name, id } = to
  const t = wordsFor(language)
  const title = inLanguage(event.title, language)
  const stop = url(language, `/answers/stop/${token}`)
  return {
    to: email,
    language,
    subject: t('answers.mail.news.subject', { count: answered.length, title }),
    body: {
      greeting: t('answers.mail.greeting', { name }),
      paragraphs: [t('answers.mail.news.lead', { count: answered.length, title })],
      facts: answered.map((one): [string, string] => [
        t('answers.mail.news.one', { number: one.number, receiver: receiverOf(one, language) }),
        t(`forum.state.${one.answer_kind ?? 'waiting'}`),
      ]),
      action: {
        label: t('answers.mail.read'),
        url: url(
          language,
          answered.length === 1
            ? `/recommendations/${answered[0]?.number}`
            : `/events/${answered[0]?.event_slug}`,
        ),
      },
      why: t('answers.mail.news.why', { title }),
      leave: { label: t('answers.mail.news.stop'), url: stop },
    },
    about: id,
    unsubscribe: stop,
  }
}
