import { dateAndTime } from '#platform/dates.ts'
import { inLanguage, type Language } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import type { HeldFor } from './held.rules.ts'
import type { News } from './news.rules.ts'
import { confirmDays } from './robot.rules.ts'

interface Receiver {
  email: string
  language: Language
}

interface About {
  id: string
  words: string
  held: HeldFor | null
  /** Working days in which the office answers. */
  days: number
}

/** Asks whether the address itself wants what was sent in with it. */
export function confirmMail(
  kind: 'idea' | 'support' | 'report',
  { email, language }: Receiver,
  { id, words, held, days }: About,
  url: string,
): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t(`ideas.mail.confirm.subject-${kind}`),
    body: {
      paragraphs: [
        t(`ideas.mail.confirm.says-${kind}`, { days }),
        ...(held ? [t(`ideas.held.${held}`)] : []),
      ],
      // What may hold a person's number is not sent around.
      facts: held ? [] : [[t('ideas.mail.fact-idea'), words]],
      action: { label: t(`ideas.mail.confirm.action-${kind}`), url },
      more: [t('ideas.mail.confirm.how', { days: confirmDays })],
      why: t('ideas.mail.confirm.why'),
    },
    about: id,
    confidential: true,
  }
}

export interface Told {
  idea: { id: string; number: number; what: string; isShown: boolean }
  news: readonly News[]
  /** The own page of whoever is told. */
  own: string
}

/** Everything that has happened to somebody's ideas since they were last told, in one mail. */
export function newsMail(
  { email, language }: Receiver,
  told: readonly Told[],
  url: (language: Language, path: string) => string,
): Mail | null {
  const [first] = told
  if (!first) return null
  const t = wordsFor(language)
  const isOne = told.length === 1
  const subject = isOne
    ? t('ideas.mail.news.subject', { number: first.idea.number })
    : t('ideas.mail.news.subject-several', { count: told.length })
  return {
    to: email,
    language,
    subject,
    body: {
      paragraphs: told.flatMap(({ idea, news }) => [
        ...(isOne ? [] : [t('ideas.mail.news.about', { number: idea.number, words: idea.what })]),
        ...news.flatMap((one) => paragraphsOf(t, one)),
      ]),
      facts: isOne
        ? [
            [t('ideas.mail.fact-idea'), first.idea.what],
            ...first.news.flatMap((one) => factsOf(t, language, one)),
          ]
        : [],
      action:
        isOne && first.idea.isShown
          ? { label: t('ideas.mail.news.action'), url: url(language, `/ideas/${first.idea.number}`) }
          : { label: t('ideas.mail.news.action-own'), url: first.own },
      why: t('ideas.mail.news.why'),
      leave: { label: t('ideas.mail.news.leave'), url: first.own },
    },
    about: first.idea.id,
    unsubscribe: first.own,
    confidential: true,
  }
}

function paragraphsOf(t: Words, news: News): string[] {
  const { kind, words, into = 0, reason, made } = news
  const title = made ? inLanguage(made.title, t.language) : ''
  const says = t(`ideas.mail.news.says-${kind}`, {
    ...{ into, title, reason: reason ? t(`moderation.reason.${reason}`) : '' },
    thing: made ? t(`ideas.made.${made.kind}`) : '',
  })
  return [says, ...(words ? [inLanguage(words, t.language)] : [])]
}

const factsOf = (t: Words, language: Language, { event }: News): Fact[] =>
  event
    ? [
        [t('ideas.mail.fact-event'), inLanguage(event.title, language)],
        [t('ideas.mail.fact-when'), dateAndTime(language, event.starts_at)],
      ]
    : []
