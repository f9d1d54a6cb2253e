import { dateAndTime, longDate, timeSpan } from '#platform/dates.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { lastDay } from '../event-filled.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { placeInBrief } from '../event-row.page.tsx'
import type { InvitationRow } from './tables.ts'

interface Contents {
  event: ProgrammeEvent
  sending: 'invitation' | 'reminder'
  /** What those who look after the event wrote. */
  words: string | null
  /** Who invites, by name. */
  by: string
  email: string
  organisation: Texts | string | null
  url: string
  key: string
}

/** Invites somebody, or asks once more. The link is the receiver's own, so nobody else may read it here. */
export function invitationMail(invitation: InvitationRow, contents: Contents): Mail {
  const { event, sending, words, by, email, url, key } = contents
  const { language, kind, name, id } = invitation
  const t = wordsFor(language)
  const title = inLanguage(event.title, language)
  const organisation = namedIn(t, contents.organisation)
  const says =
    kind === 'organisation'
      ? t(`invitations.mail.${sending}.organisation`, {
          title,
          by,
          organisation,
          people: invitation.people_max ?? 1,
        })
      : t(`invitations.mail.${sending}.person`, { title, by })
  return {
    to: email,
    language,
    subject: t(`invitations.mail.${sending}.subject`, { title }),
    body: {
      greeting: name ? t('invitations.mail.greeting', { name }) : t('invitations.mail.greeting-nobody'),
      paragraphs: [says, ...(words ? [words] : [])],
      facts: factsOf(t, event),
      action: { label: t('invitations.mail.action'), url },
      more: [t('invitations.mail.cannot')],
      why: t('invitations.mail.why', { title }),
    },
    about: id,
    key,
    confidential: true,
  }
}

const namedIn = (t: Words, name: Texts | string | null): string =>
  typeof name === 'string' ? name : name ? inLanguage(name, t.language) : ''

function factsOf(t: Words, event: ProgrammeEvent): Fact[] {
  const { language } = t
  const rows: [string, string | null][] = [
    [t('programme.event.when'), dateAndTime(language, event.starts_at, event.ends_at)],
    [t('programme.event.doors'), event.doors_at && timeSpan(language, event.doors_at)],
    [t('programme.event.where'), [placeInBrief(t, event), event.address].filter(Boolean).join(', ')],
    [t('programme.event.access'), inLanguage(event.access, language)],
    [
      t('invitations.mail.answer-by'),
      longDate(language, `${lastDay(event.sign_up_closes_at)}T12:00:00.000Z`),
    ],
  ]
  return rows.filter((row): row is [string, string] => Boolean(row[1]))
}
