import { dateInWords } from '#platform/dates.ts'
import { inLanguage } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import type { Change } from './change.ts'
import type { Means } from './means.ts'
import { shownState } from './revision.rules.ts'
import type { GivenAnswer, Revision } from './revisions.sql.ts'
import { revisionTitle } from './revision-title.ts'

export type Told =
  | 'proposed'
  | 'changed'
  | 'answered'
  | 'about-to-lapse'
  | 'in-force'
  | 'refused'
  | 'lapsed'
  | 'withdrawn'
  | 'replaced'

interface Telling {
  revision: Revision
  changes: readonly Change[]
  answers: readonly GivenAnswer[]
  to: { email: string; language: Mail['language'] }
  url: Means['url']
  today: string
}

/** What has happened to a proposal, for one reader. */
export function revisionMail({ revision, changes, answers, to, url, today }: Telling, what: Told): Mail {
  const { email, language } = to
  const t = wordsFor(language)
  const { number, decide_by, reason, party_name } = revision
  const title = revisionTitle(t, revision, changes)
  const date = decide_by ? dateInWords(language, decide_by) : ''
  const plan = inLanguage(revision.plan_title, language)
  const facts = { number, title, date, plan, from: dateInWords(language, revision.starts_on) }
  const said = what === 'in-force' ? shownState({ ...revision, state: what }, today) : what
  const no = answers.find((one) => one.version === revision.version && one.answer === 'no')
  const asks = what === 'proposed' || what === 'changed' || what === 'about-to-lapse'
  return {
    to: email,
    language,
    subject: t(`revisions.mail.${said}.subject`, facts),
    body: {
      paragraphs: [t(`revisions.mail.${said}.lead`, facts)],
      facts: [
        [t('revisions.fact.by'), inLanguage(party_name, language)],
        [t('revisions.fact.reason'), inLanguage(reason, language)],
        ...(asks ? [[t('revisions.fact.last-day'), date] as const] : []),
        ...(what === 'refused' && no
          ? [[t('revisions.fact.no-because'), inLanguage(no.reason, language)] as const]
          : []),
      ],
      action: { label: t('revisions.mail.action'), url: url(language, `/plan/revisions/${number}`) },
      why: t('revisions.mail.why'),
    },
    about: revision.id,
  }
}
