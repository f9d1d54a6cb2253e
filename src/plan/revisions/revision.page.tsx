import type { Child } from 'hono/jsx'
import { dateAndTime, dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Actions, Facts, LinkButton, Notice, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Change } from './change.ts'
import { ChangeCard, type Names } from './change.page.tsx'
import { Answers } from './given-answers.page.tsx'
import { holdsFrom, type RevisionState, shownState } from './revision.rules.ts'
import { revisionTitle } from './revision-title.ts'
import type { GivenAnswer, Revision } from './revisions.sql.ts'

export interface Shown {
  revision: Revision
  changes: readonly Change[]
  answers: readonly GivenAnswer[]
  names: Names
  /** The parties whose yes it takes. */
  parties: readonly { id: string; name: Texts }[]
  /** The number of the one that came into force instead. */
  replacedBy: number | null
}

interface Props extends Shown {
  visit: Visit
  /** What the steering group has decided about it. */
  decided: Child
  /** What the reader may do here. */
  may: { answer: boolean; write: boolean }
}

const tagKinds: Record<RevisionState | 'adopted', TagKind> = {
  draft: 'plain',
  proposed: 'waiting',
  'in-force': 'good',
  adopted: 'good',
  refused: 'stopped',
  withdrawn: 'stopped',
  lapsed: 'stopped',
  replaced: 'stopped',
}

export function StateTag({ visit, revision }: { visit: Visit; revision: Revision }) {
  const state = shownState(revision, localDate(visit.now))
  return <Tag kind={tagKinds[state]}>{visit.t(`revisions.state.${state}`)}</Tag>
}

/** One revision: why, what it changes word by word, who has answered, and what came of it. */
export function RevisionPage(props: Props) {
  const { visit, revision, changes, may } = props
  const { t, language } = visit
  const title = revisionTitle(t, revision, changes)
  return (
    <Page
      visit={visit}
      title={t('revisions.page-title', { number: revision.number, title })}
      heading={title}
      description={inLanguage(revision.reason, language).slice(0, 160)}
      trail={[
        { href: visit.to('/plan'), label: t('plan.title') },
        { href: visit.to('/plan/revisions'), label: t('revisions.list') },
      ]}
    >
      <p class="row">
        <span>{t('revisions.number', { number: revision.number })}</span>
        <StateTag visit={visit} revision={revision} />
      </p>
      <WhatCameOfIt {...props} />
      {(may.answer || may.write) && <Ways {...props} />}
      <section class="stack" aria-labelledby="why">
        <h2 id="why">{t('revisions.why')}</h2>
        <LongText of={revision.reason} t={t} />
        <Dates {...props} />
      </section>
      <section class="stack" aria-labelledby="changes">
        <h2 id="changes">{t('revisions.changes', { count: changes.length })}</h2>
        {changes.map((change) => (
          <ChangeCard visit={visit} change={change} names={props.names} />
        ))}
      </section>
      <Answers {...props} />
      {props.decided}
      {revision.proposed_at && (
        <p>
          <a href={visit.to(`/thread/revision/${revision.number}/follow`)}>{t('thread.follow-on.link')}</a>
        </p>
      )}
    </Page>
  )
}

function WhatCameOfIt({ visit, revision, replacedBy }: Props) {
  const { t, language } = visit
  const state = shownState(revision, localDate(visit.now))
  if (state === 'draft') return <Notice>{t('revisions.came.draft')}</Notice>
  return (
    <Notice kind={state === 'in-force' || state === 'adopted' ? 'good' : 'info'}>
      <p>{t(`revisions.came.${state}`, daysInWords(revision, state, language))}</p>
      <LongText of={revision.end_reason} t={t} />
      {replacedBy !== null && (
        <p>
          <a href={visit.to(`/plan/revisions/${replacedBy}`)}>
            {t('revisions.came.replaced-by', { number: replacedBy })}
          </a>
        </p>
      )}
    </Notice>
  )
}

/** The day that counts: of an adopted plan the one on which it was adopted, and its first one beside it. */
export function daysInWords(revision: Revision, state: RevisionState | 'adopted', language: Language) {
  const day = state === 'adopted' ? revision.ended_on : holdsFrom(revision)
  return {
    date: dateInWords(language, day ?? revision.decide_by ?? '2000-01-01'),
    from: dateInWords(language, revision.starts_on),
  }
}

function Ways({ visit, revision, may }: Props) {
  const { t } = visit
  const at = `/office/revisions/${revision.number}`
  return (
    <Actions>
      {may.answer && <LinkButton href={visit.to(`${at}/answer`)}>{t('revisions.answer.go')}</LinkButton>}
      {may.write && (
        <LinkButton variant="secondary" href={visit.to(at)}>
          {t('revisions.edit.go')}
        </LinkButton>
      )}
    </Actions>
  )
}

function Dates({ visit, revision }: Props) {
  const { t, language } = visit
  const { party_name, proposed_at, decide_by, plan_slug, plan_title, version } = revision
  return (
    <Facts
      rows={[
        [
          t('revisions.fact.by'),
          <p class="capitalized">
            <Text of={party_name} t={t} />
          </p>,
        ],
        [t('revisions.fact.proposed'), proposed_at && dateAndTime(language, proposed_at)],
        [t('revisions.fact.last-day'), decide_by && dateInWords(language, decide_by)],
        [t('revisions.fact.version'), version > 1 && t('revisions.version', { version })],
        [
          t('plan.fact.plan'),
          <a href={visit.to(`/plan/periods/${plan_slug}`)}>
            <Text of={plan_title} t={t} />
          </a>,
        ],
      ]}
    />
  )
}
