import type { Child } from 'hono/jsx'
import { dateAndTime, dateInWords, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Actions, Empty, Facts, Link, LinkButton, Tag } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { mayLookAfter } from './commitment.rules.ts'
import type { Commitment } from './commitments.sql.ts'
import { EvidenceInBrief, EvidenceList } from './evidence/evidence.page.tsx'
import type { Evidence } from './evidence/evidence.sql.ts'
import { CommitmentChanges, InForceSince, TakenOut } from './revisions/history.page.tsx'
import type { CommitmentHistory } from './revisions/history.sql.ts'
import { NobodyNotice } from './keeping.page.tsx'
import { Owners, StandingTag, standingToday } from './standing.page.tsx'
import type { Update } from './updates.sql.ts'

interface Props {
  visit: Visit
  commitment: Commitment
  updates: readonly Update[]
  /** What shows how it goes. */
  evidence: readonly Evidence[]
  /** What it has been, and what is proposed to become of it. */
  history: CommitmentHistory
  /** The thread back to where it came from and on to what it serves; drawn by a slice above this one. */
  thread: Child
}

/** A commitment: what was promised by whom, until when, how we will know, and everything that has happened since. */
export function CommitmentPage(props: Props) {
  const { visit, commitment, updates, evidence, history, thread } = props
  const { t, language } = visit
  const { number, title, what } = commitment
  return (
    <Page
      visit={visit}
      title={t('plan.commitment.title', { number, title: inLanguage(title, language) })}
      heading={<Text of={title} t={t} />}
      description={inLanguage(what, language).slice(0, 160) || undefined}
      trail={[
        { href: visit.to('/plan'), label: t('plan.title') },
        {
          href: visit.to(`/plan/goals/${commitment.goal_number}`),
          label: t('plan.goal.number', { number: commitment.goal_number }),
        },
      ]}
      wide
    >
      <p class="row">
        <span>{t('plan.commitment.number', { number })}</span>
        {commitment.removed_on ? (
          <Tag kind="stopped">{t('revisions.history.out-tag')}</Tag>
        ) : (
          <StandingTag visit={visit} standing={standingToday(visit, commitment)} />
        )}
      </p>
      <TakenOut visit={visit} history={history} />
      <NobodyNotice visit={visit} commitment={commitment} />
      <div class="beside">
        <div class="stack-wide">
          <LongText of={what} t={t} />
          <Promise visit={visit} commitment={commitment} history={history} />
          <EvidenceInBrief visit={visit} evidence={evidence} />
          <section class="stack" aria-labelledby="updates">
            <h2 id="updates">{t('plan.updates')}</h2>
            {updates.length === 0 && <Empty>{t('plan.updates.none')}</Empty>}
            <Updates visit={visit} updates={updates} evidence={evidence} />
            <UpdateLink visit={visit} commitment={commitment} />
          </section>
          <CommitmentChanges visit={visit} history={history} number={number} />
        </div>
        {thread}
      </div>
    </Page>
  )
}

function Promise({ visit, commitment, history }: Pick<Props, 'visit' | 'commitment' | 'history'>) {
  const { t, language } = visit
  const { owners, due_on, measure, created_at } = commitment
  return (
    <Facts
      rows={[
        [
          t('plan.fact.owners'),
          <p class="capitalized">
            <Owners visit={visit} owners={owners} linked />
          </p>,
        ],
        [t('plan.fact.due'), dateInWords(language, due_on)],
        [t('plan.fact.measure'), <LongText of={measure} t={t} />],
        [
          t('plan.fact.goal'),
          <a href={visit.to(`/plan/goals/${commitment.goal_number}`)}>
            {commitment.goal_number}. <Text of={commitment.goal_title} t={t} />
          </a>,
        ],
        [
          t('plan.fact.plan'),
          <a href={visit.to(`/plan/periods/${commitment.plan_slug}`)}>
            <Text of={commitment.plan_title} t={t} />
          </a>,
        ],
        [t('plan.fact.promised'), shortDate(language, created_at)],
        [
          t('revisions.history.since'),
          history.versions.length > 1 && !commitment.removed_on && (
            <InForceSince visit={visit} history={history} />
          ),
        ],
      ]}
    />
  )
}

function Updates({ visit, updates, evidence }: Pick<Props, 'visit' | 'updates' | 'evidence'>) {
  const { t, language } = visit
  if (updates.length === 0) return null
  return (
    <ul class="lined-list">
      {updates.map(({ id, at, state, said, evidence_url }) => (
        <li class="stack-tight" id={`update-${id}`}>
          <p class="row">
            <strong>{dateAndTime(language, at)}</strong>
            <StandingTag visit={visit} standing={state} />
          </p>
          <LongText of={said} t={t} />
          <EvidenceList visit={visit} evidence={evidence.filter(({ update_id }) => update_id === id)} />
          {evidence_url && (
            <p>
              {t('plan.update.evidence-is')} <Link href={evidence_url} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Only for coordinators who look after this commitment. */
function UpdateLink({ visit, commitment }: Pick<Props, 'visit' | 'commitment'>) {
  const owning = commitment.owners.flatMap((owner) => owner.party_id ?? [])
  if (commitment.removed_on !== null) return null
  if (!mayLookAfter(visit.member?.party?.id, owning)) return null
  return (
    <Actions>
      <LinkButton href={visit.to(`/office/commitments/${commitment.number}/update`)}>
        {visit.t('plan.update.write')}
      </LinkButton>
    </Actions>
  )
}
