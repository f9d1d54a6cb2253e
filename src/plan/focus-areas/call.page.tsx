import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Actions, Empty, LinkButton, Tag } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { CallDays } from './focus-areas.page.tsx'
import { callState } from './focus.rules.ts'
import type { Call, Proposal } from './focus.sql.ts'

interface Props {
  visit: Visit
  year: number
  call: Call | undefined
  proposals: readonly Proposal[]
  /** What the steering group has decided, about the year and about each proposal. */
  decided: { year: Child; proposals: ReadonlyMap<string, Child> }
}

export const focusTrail = (visit: Visit) => [
  { href: visit.to('/focus-areas'), label: visit.t('focus-areas.title') },
]

/** A year's call: what was proposed, what was chosen, and why the rest was not. */
export function CallPage({ visit, year, call, proposals, decided }: Props) {
  const { t } = visit
  const isOpen = call && callState(call, localDate(visit.now)) === 'open'
  return (
    <Page
      visit={visit}
      title={t('focus-areas.call.title', { year })}
      lead={t('focus-areas.call.lead', { year })}
      trail={focusTrail(visit)}
    >
      {call && (
        <>
          <p>
            <strong>
              <CallDays visit={visit} call={call} />
            </strong>
          </p>
          <LongText of={call.words} t={t} />
        </>
      )}
      {isOpen && (
        <Actions>
          <LinkButton href={visit.to(`/focus-areas/${year}/propose`)}>
            {t('focus-areas.propose.title')}
          </LinkButton>
        </Actions>
      )}
      <p class="quiet">{t('focus-areas.rule')}</p>
      <h2>{t('focus-areas.proposals')}</h2>
      {proposals.length === 0 && <Empty>{t('focus-areas.proposals.none')}</Empty>}
      <ul class="lined-list">
        {proposals.map((proposal) => (
          <ProposalItem visit={visit} proposal={proposal} decided={decided.proposals.get(proposal.id)} />
        ))}
      </ul>
      {decided.year}
      {visit.member?.party && (
        <p>
          <a href={visit.to(`/office/focus-areas/${year}`)}>{t('focus-areas.to-office')}</a>
        </p>
      )}
    </Page>
  )
}

const tagOf = { proposed: 'plain', chosen: 'good', 'not-chosen': 'stopped', withdrawn: 'stopped' } as const

export const ProposalTag = ({ visit, state }: { visit: Visit; state: Proposal['state'] }) => (
  <Tag kind={tagOf[state]}>{visit.t(`focus-areas.state.${state}`)}</Tag>
)

function ProposalItem({ visit, proposal, decided }: { visit: Visit; proposal: Proposal; decided: Child }) {
  const { t } = visit
  const { id, title, why, organisation_name, state, reason, supporters } = proposal
  return (
    <li class="stack-tight" id={`proposal-${id}`}>
      <h3>
        <Text of={title} t={t} />
      </h3>
      <p class="row">
        <ProposalTag visit={visit} state={state} />
        <span class="quiet">{t('focus-areas.supporters', { count: supporters })}</span>
      </p>
      <LongText of={why} t={t} />
      {organisation_name && <p class="quiet">{t('focus-areas.from', { organisation: organisation_name })}</p>}
      {state === 'not-chosen' && (
        <p>
          <strong>{t('focus-areas.why-not')}</strong> <Text of={reason} t={t} />
        </p>
      )}
      {decided && (
        <div>
          <strong>{t('steering-group.decided')}:</strong>
          {decided}
        </div>
      )}
      {state === 'proposed' && (
        <p class="row">
          <a href={visit.to(`/focus-areas/proposals/${id}/support`)}>
            {t('focus-areas.support.link')}
            <span class="unseen">
              {': '}
              <Text of={title} t={t} />
            </span>
          </a>
          <a href={visit.to(`/thread/focus-area/${id}/follow`)}>
            {t('thread.follow-on.link')}
            <span class="unseen">
              {': '}
              <Text of={title} t={t} />
            </span>
          </a>
        </p>
      )}
    </li>
  )
}
