import { dateInWords } from '#platform/dates.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import type { Receiver } from './joining.mail.ts'
import { invitationDays, type PostKind } from './posts.rules.ts'

/** Brings the link by which somebody begins to act for an organisation. */
export function invitedMail(
  { email, name, language }: Receiver,
  about: { id: string; name: Texts; by: string; fromList: boolean },
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
      why: t(`organisations.mail.invited.${about.fromList ? 'why-from-list' : 'why'}`),
    },
    ...{ about: about.id, confidential: true },
  }
}

interface Ending {
  id: string
  name: Texts
  posts: readonly { kind: PostKind; title: string | null; name: string | null; until_day: string | null }[]
}

/** A month before elected posts end: time to elect anew, and to say who acts from then on. */
export function termEndsMail({ email, name, language }: Receiver, about: Ending, url: string): Mail {
  const t = wordsFor(language)
  const organisation = inLanguage(about.name, language)
  return {
    ...{ to: email, language, subject: t('organisations.mail.term.subject', { organisation }) },
    body: {
      greeting: t('organisations.mail.greeting', { name }),
      paragraphs: [t('organisations.mail.term.says', { organisation }), t('organisations.mail.term.how')],
      facts: about.posts.map((post): [string, string] => [
        t(`organisations.post.${post.kind}`),
        t('organisations.mail.term.until', {
          name: post.name ?? '',
          day: dateInWords(language, post.until_day ?? ''),
        }),
      ]),
      action: { label: t('organisations.mail.term.action'), url },
      why: t('organisations.mail.term.why'),
    },
    ...{ about: about.id, confidential: true },
  }
}
