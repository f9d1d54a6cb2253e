import { inLanguage, type Language } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import type { GiftFacts } from './gift.rules.ts'
import { confirmDays } from './keep.rules.ts'
import { giftSaid } from './said.ts'
import type { EndReason, PledgeStep } from './pledge.rules.ts'

interface Receiver {
  email: string
  language: Language
}

/** Asks whether the address itself wants what was sent in with it. */
export function confirmMail(
  { email, language }: Receiver,
  { id, what, days }: { id: string; what: string; days: number },
  url: string,
): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('partners.mail.confirm.subject'),
    body: {
      paragraphs: [t('partners.mail.confirm.says', { days })],
      facts: [[t('partners.mail.fact-pledge'), what]],
      action: { label: t('partners.mail.confirm.action'), url },
      more: [t('partners.mail.confirm.how', { days: confirmDays })],
      why: t('partners.mail.confirm.why'),
    },
    about: id,
    confidential: true,
  }
}

interface Corrected {
  id: string
  reason: string
  gift: GiftFacts
}

/** What was written down of a gift was wrong, and stands right now. */
export function correctedMail(
  { email, language }: Receiver,
  { id, reason, gift }: Corrected,
  url: string,
): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('partners.mail.corrected.subject'),
    body: {
      paragraphs: [t('partners.mail.corrected.says'), reason],
      facts: [
        [t('partners.given.gave'), giftSaid(t, gift)],
        [t('partners.given.went-to'), inLanguage(gift.given_to, language)],
      ],
      action: { label: t('partners.mail.step.action'), url },
      why: t('partners.mail.step.why'),
    },
    about: id,
    confidential: true,
  }
}

interface Told {
  id: string
  number: number
  kind: PledgeStep
  reason: EndReason | null
  words: string | null
}

/** What the office did with a pledge, in its giver's language. */
export function stepMail(
  { email, language }: Receiver,
  { id, number, kind, reason, words }: Told,
  url: string,
): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t(`partners.mail.step.subject-${kind}`, { number }),
    body: {
      paragraphs: [
        t(`partners.mail.step.says-${kind}`),
        ...(reason ? [t(`partners.reason.${reason}`)] : []),
        ...(words ? words.split('\n\n') : []),
      ],
      action: { label: t('partners.mail.step.action'), url },
      why: t('partners.mail.step.why'),
    },
    about: id,
    confidential: true,
  }
}
