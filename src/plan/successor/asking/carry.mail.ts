import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'

interface Asking {
  to: { email: string; language: Language }
  name: Texts
  commitments: readonly { number: number; title: Texts }[]
  plan: { id: string; title: Texts }
  link: string
}

/** Asks an organisation what becomes of what it has promised; it answers by the link, without an account. */
export function askMail({ to: { email, language }, name, commitments, plan, link }: Asking): Mail {
  const t = wordsFor(language)
  const values = {
    count: commitments.length,
    name: inLanguage(name, language),
    plan: inLanguage(plan.title, language),
  }
  return {
    to: email,
    language,
    subject: t('successor.mail.ask.subject', values),
    body: {
      paragraphs: [t('successor.mail.ask.says', values), t('successor.mail.ask.how')],
      facts: commitments.map(({ number, title }): [string, string] => [
        t('successor.mail.ask.commitment', { number }),
        inLanguage(title, language),
      ]),
      action: { label: t('successor.mail.ask.action'), url: link },
      why: t('successor.mail.ask.why', values),
    },
    about: plan.id,
    confidential: true,
  }
}
