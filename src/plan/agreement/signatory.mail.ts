import type { Language } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import { confirmDays } from './signatory.rules.ts'

interface Receiver {
  email: string
  language: Language
}

/** Asks whether the address is theirs. What they typed is left out: anybody can type somebody else's address. */
export function confirmMail({ email, language }: Receiver, url: string): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('agreement.mail.confirm.subject'),
    body: {
      paragraphs: [t('agreement.mail.confirm.says'), t('agreement.mail.confirm.how', { days: confirmDays })],
      action: { label: t('agreement.mail.confirm.action'), url },
      why: t('agreement.mail.why'),
    },
    confidential: true,
  }
}

interface Named extends Receiver {
  id: string
  organisation_name: string
}

/** The organisation stands among the signatories. */
export function joinedMail({ id, email, language, organisation_name }: Named, url: string): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('agreement.mail.joined.subject'),
    body: {
      paragraphs: [
        t('agreement.mail.joined.says', { organisation: organisation_name }),
        t('agreement.mail.leave'),
      ],
      action: { label: t('agreement.mail.list'), url },
      why: t('agreement.mail.why'),
    },
    about: id,
  }
}

/** It is not taken in, and why. */
export function turnedDownMail(
  { id, email, language, organisation_name, reason }: Named & { reason: string | null },
  url: string,
): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('agreement.mail.turned-down.subject'),
    body: {
      paragraphs: [
        t('agreement.mail.turned-down.says', { organisation: organisation_name }),
        ...(reason ? [reason] : []),
        t('agreement.mail.turned-down.again'),
      ],
      action: { label: t('agreement.mail.list'), url },
      why: t('agreement.mail.why'),
    },
    about: id,
  }
}

/** It has left, as it wished. */
export function leftMail({ id, email, language, organisation_name }: Named, url: string): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('agreement.mail.left.subject'),
    body: {
      paragraphs: [t('agreement.mail.left.says', { organisation: organisation_name })],
      action: { label: t('agreement.mail.list'), url },
      why: t('agreement.mail.why'),
    },
    about: id,
  }
}
