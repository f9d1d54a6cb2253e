import { inLanguage, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import type { Receiver } from './joining.mail.ts'
import { invitationDays } from './posts.rules.ts'

/** Brings the link by which somebody begins to act for an organisation. */
export function invitedMail(
  { email, name, language }: Receiver,
  about: { id: string; name: Texts; by: string },
  url: string,
): Mail {
  const t = wordsFor(language)
  return {
    ...{ to: email, language, subject: t('organisations.mail.invited.subject') },
    body: {
      greeting: t('organisations.mail.greeting', { name }),
      paragraphs: [
        t('organisations.mail.invited.says', { by: about.by }),
        t('organisations.mail.invited.how', { days: invitationDays }),
      ],
      facts: [[t('organisations.mail.fact-organisation'), inLanguage(about.name, language)]],
      action: { label: t('organisations.mail.invited.action'), url },
      why: t('organisations.mail.invited.why'),
    },
    ...{ about: about.id, confidential: true },
  }
}
