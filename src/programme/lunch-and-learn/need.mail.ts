import { dateAndTime } from '#platform/dates.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { confirmDays } from './address.rules.ts'

interface Receiver {
  email: string
  language: Language
}

/** Asks whether the address itself wants what was sent in with it. */
export function confirmMail(
  kind: 'need' | 'second' | 'offer',
  { email, language }: Receiver,
  { about, words }: { about: string; words: Texts },
  url: string,
): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t(`lunch-and-learn.mail.confirm.subject-${kind}`),
    body: {
      paragraphs: [t(`lunch-and-learn.mail.confirm.says-${kind}`)],
      facts: [[t(`lunch-and-learn.mail.fact-${kind}`), inLanguage(words, language)]],
      action: { label: t('lunch-and-learn.mail.confirm.action'), url },
      more: [t('lunch-and-learn.mail.confirm.how', { days: confirmDays })],
      why: t('lunch-and-learn.mail.confirm.why'),
    },
    about,
    confidential: true,
  }
}

export type TidingKind =
  | 'opened'
  | 'turned-down'
  | 'joined'
  | 'parted'
  | 'lives-on'
  | 'matched'
  | 'let-go'
  | 'planned'
  | 'called-off'
  | 'met'
  | 'met-without'
  | 'answered'

/** What has happened to a need, to tell those who stand behind it. */
export interface Tiding {
  kind: TidingKind
  /** Why, or the answer, in the office's words. */
  words?: Texts | null
  /** The number of the need that it was joined with. */
  into?: number
  /** Who offers to speak about it. */
  organisation?: Texts | string | null
  event?: { slug: string; title: Texts; starts_at: Instant; ends_at: Instant }
}

interface About {
  need: { id: string; number: number; words: Texts }
  tiding: Tiding
  /** The own page of whoever is told, where these mails are stopped. */
  own: string
  url: (language: Language, path: string) => string
}

/** Tells somebody who stands behind a need what has become of it. */
export function needMail({ email, language }: Receiver, { need, tiding, own, url }: About): Mail {
  const t = wordsFor(language)
  const { kind, words, into = 0, event } = tiding
  const { number } = need
  const organisation = nameOf(tiding.organisation, language) || t('lunch-and-learn.somebody')
  const facts: Fact[] = [[t('lunch-and-learn.mail.fact-need'), inLanguage(need.words, language)]]
  if (event) {
    facts.push([t('lunch-and-learn.mail.fact-lunch'), inLanguage(event.title, language)])
    facts.push([t('lunch-and-learn.mail.fact-when'), dateAndTime(language, event.starts_at, event.ends_at)])
  }
  const isHidden = kind === 'turned-down'
  return {
    to: email,
    language,
    subject: t(`lunch-and-learn.mail.tiding.subject-${kind}`, { number, into }),
    body: {
      paragraphs: [
        t(`lunch-and-learn.mail.tiding.says-${kind}`, { number, into, organisation }),
        ...(words ? [inLanguage(words, language)] : []),
      ],
      facts,
      action: event
        ? { label: t(`lunch-and-learn.mail.action-${kind}`), url: url(language, `/events/${event.slug}`) }
        : {
            label: t(isHidden ? 'lunch-and-learn.mail.action-own' : 'lunch-and-learn.mail.action-need'),
            url: isHidden ? own : url(language, `/needs/${number}`),
          },
      ...(isHidden ? { more: [t('lunch-and-learn.mail.appeal')] } : {}),
      why: t('lunch-and-learn.mail.why', { number }),
      leave: { label: t('lunch-and-learn.mail.leave'), url: own },
    },
    about: need.id,
    unsubscribe: own,
    confidential: true,
  }
}

const nameOf = (name: Texts | string | null | undefined, language: Language): string =>
  typeof name === 'string' ? name : name ? inLanguage(name, language) : ''

export type OfferTiding = 'opened' | 'turned-down' | 'matched' | 'let-go' | 'planned'

interface AboutOffer {
  offer: { id: string; topic: string }
  kind: OfferTiding
  reason?: Texts | null
  own: string
  /** Where it is to be seen. */
  seen: string
}

/** Tells whoever offered to speak what has become of the offer. */
export function offerMail({ email, language }: Receiver, about: AboutOffer): Mail {
  const { offer, kind, reason, own, seen } = about
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t(`lunch-and-learn.mail.offer.subject-${kind}`),
    body: {
      paragraphs: [
        t(`lunch-and-learn.mail.offer.says-${kind}`),
        ...(reason ? [inLanguage(reason, language)] : []),
      ],
      facts: [[t('lunch-and-learn.mail.fact-offer'), offer.topic]],
      action: { label: t('lunch-and-learn.mail.action-offer'), url: kind === 'turned-down' ? own : seen },
      ...(kind === 'turned-down' ? { more: [t('lunch-and-learn.mail.appeal')] } : {}),
      why: t('lunch-and-learn.mail.offer.why'),
      leave: { label: t('lunch-and-learn.mail.offer.leave'), url: own },
    },
    about: offer.id,
    unsubscribe: own,
    confidential: true,
  }
}
