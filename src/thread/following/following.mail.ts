import type { Language } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import { confirmDays, keptDays, type Tiding } from './following.rules.ts'
import type { Follower } from './following.sql.ts'
import { nameOfTiding } from './name-of.ts'
import { placeOf } from './place-of.ts'

interface Asked {
  email: string
  language: Language
  name: string
  link: string
}

/** Asks whether the address itself wants to be told. */
export function confirmMail({ email, language, name, link }: Asked): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('thread.mail.confirm.subject'),
    body: {
      paragraphs: [
        t('thread.mail.confirm.says', { name }),
        t('thread.mail.confirm.how', { days: confirmDays }),
      ],
      action: { label: t('thread.mail.confirm.action'), url: link },
      why: t('thread.mail.confirm.why'),
    },
    confidential: true,
  }
}

interface News {
  follower: Pick<Follower, 'email' | 'language'>
  tell: readonly Tiding[]
  token: string
  url: (language: Language, path: string) => string
}

// A mail that lists more is read by nobody; the rest stands on the page.
const listedMax = 12

/** What has come of what somebody follows since they last heard, all in one. */
export function newsMail({ follower, tell, token, url }: News): Mail {
  const { email, language } = follower
  const t = wordsFor(language)
  const mine = url(language, `/thread/following/${token}`)
  const facts = tell.slice(0, listedMax).flatMap((bead): Fact[] => [
    [t(`thread.bead.${bead.kind}`), nameInWords(bead)],
    [t('thread.mail.news.read'), url(language, placeOf(bead)), 'link'],
  ])
  const rest = tell.length - listedMax
  return {
    to: email,
    language,
    subject: t('thread.mail.news.subject', { count: tell.length }),
    body: {
      paragraphs: [t('thread.mail.news.says', { count: tell.length })],
      facts,
      ...(rest > 0 && { more: [t('thread.mail.news.rest', { count: rest })] }),
      action: { label: t('thread.mail.news.mine'), url: mine },
      why: t('thread.mail.news.why', { years: Math.round(keptDays / 365) }),
      leave: { label: t('thread.mail.news.stop'), url: mine },
    },
    unsubscribe: mine,
    confidential: true,
  }

  function nameInWords(bead: Tiding): string {
    const name = nameOfTiding({ t, language }, bead)
    if (bead.kind === 'revision') {
      const isAdoption = bead.revision.kind === 'adoption' && bead.revision.state === 'in-force'
      const state = isAdoption ? 'adopted' : bead.revision.state
      return t('thread.mail.news.stands', { name, state: t(`revisions.state.${state}`) })
    }
    if (bead.kind === 'idea' && bead.idea.state !== 'received')
      return t('thread.mail.news.stands', { name, state: t(`ideas.state.${bead.idea.state}`) })
    if (bead.kind === 'commitment' && bead.commitment.state !== 'not-started')
      return t('thread.mail.news.stands', { name, state: t(`plan.standing.${bead.commitment.state}`) })
    if (bead.kind === 'event' && bead.event.cancelled_at) return t('thread.mail.news.off', { name })
    return name
  }
}
