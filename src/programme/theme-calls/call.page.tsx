import { dateInWords, longDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, Facts, LinkButton, Notice, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Backing, Call } from './calls.sql.ts'
import type { ProposalShown } from './load-call.ts'
import { daysOf } from './save-call.ts'
import { SupportLine, Why } from './support.page.tsx'
import { publicEventOf, type CallState } from './theme-call.rules.ts'

interface Props {
  visit: Visit
  call: Call
  state: CallState
  /** What everybody may see, in the order in which it is listed. */
  proposals: readonly ProposalShown[]
  turnedDown: number
  waiting: number
  /** How many people have proposed or seconded something. */
  people: number
  backings: readonly Backing[]
  /** What was done last. */
  done?: 'proposed' | 'seconded' | undefined
}

/** Everything about a call: what it is, what came in, who seconds what, and which theme it became. */
export function CallPage(props: Props) {
  const { visit, call, state, done } = props
  const { t, language } = visit
  const series = inLanguage(call.series_name, language)
  return (
    <Page
      visit={visit}
      title={t('theme-calls.title', { series })}
      lead={t('theme-calls.lead')}
      trail={[
        { href: visit.to('/series'), label: t('programme.series.title') },
        { href: visit.to(`/series/${call.series_key}`), label: series },
      ]}
    >
      {done && (
        <Notice kind="good" live>
          {t(`theme-calls.done.${done}`)}
        </Notice>
      )}
      <p class="state-line">
        <StateOfCall visit={visit} call={call} state={state} />
      </p>
      {state === 'set' && <ThemeSet {...props} />}
      <LongText of={call.words} t={t} />
      {state === 'open' && (
        <Actions>
          <LinkButton href={visit.to(`/themes/${call.id}/propose`)}>
            {t('theme-calls.propose.link')}
          </LinkButton>
        </Actions>
      )}
      <p>{t('theme-calls.rule')}</p>
      <Proposals {...props} />
      <p>
        <a href={visit.to(`/thread/theme/${call.id}`)}>{t('thread.follow')}</a>
      </p>
      {visit.member?.party && (
        <p>
          <a href={visit.to(`/office/theme-calls/${call.id}`)}>{t('theme-calls.to-office')}</a>
        </p>
      )}
    </Page>
  )
}

const tagKinds: Record<CallState, TagKind> = {
  planned: 'plain',
  open: 'good',
  closed: 'waiting',
  set: 'good',
}

/** Where a call stands, in a word and with its dates. */
export function StateOfCall({ visit, call, state }: Pick<Props, 'visit' | 'call' | 'state'>) {
  const { t, language } = visit
  const { first_day, last_day } = daysOf(call)
  const dates = { first: dateInWords(language, first_day), last: dateInWords(language, last_day) }
  return (
    <>
      <Tag kind={tagKinds[state]}>{t(`theme-calls.state.${state}`)}</Tag>{' '}
      {t(`theme-calls.when.${state}`, dates)}
    </>
  )
}

/** The theme, where it came from, and who stands behind it. */
function ThemeSet({ visit, call, backings, proposals }: Props) {
  const { t, language } = visit
  const proposal = proposals.find(({ id }) => id === call.proposal_id)
  const event = publicEventOf(call)
  const parties = new Intl.ListFormat(language).format(
    backings.map(({ party }) => inLanguage(party, language)),
  )
  return (
    <section class="stack" aria-labelledby="theme">
      <h2 id="theme">
        <Text of={call.theme ?? {}} t={t} />
      </h2>
      <Facts
        rows={[
          [
            t('theme-calls.set.from'),
            proposal ? <a href={`#p-${proposal.id}`}>{proposal.title}</a> : t('theme-calls.set.other'),
          ],
          [t('theme-calls.set.people'), t('theme-calls.took-part', { people: call.people ?? 0 })],
          [t('theme-calls.set.by'), parties],
          [t('theme-calls.set.on'), call.decided_at && longDate(language, call.decided_at)],
          [
            t('theme-calls.set.event'),
            event && (
              <a href={visit.to(`/events/${event.slug}`)}>
                <Text of={event.title} t={t} />
              </a>
            ),
          ],
        ]}
      />
      <LongText of={call.reason ?? {}} t={t} />
    </section>
  )
}

function Proposals(props: Props) {
  const { visit, state, proposals, turnedDown, waiting, people } = props
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="proposals">
      <h2 id="proposals">{t('theme-calls.proposals', { count: proposals.length })}</h2>
      {proposals.length === 0 ? (
        <Empty>{t(`theme-calls.none.${state}`)}</Empty>
      ) : (
        <>
          <p>{t('theme-calls.took-part', { people })}</p>
          <p class="small quiet">{t(`theme-calls.order.${state === 'open' ? 'open' : 'over'}`)}</p>
        </>
      )}
      <ul class="lined-list">
        {proposals.map((one) => (
          <ProposalItem {...props} proposal={one} />
        ))}
      </ul>
      {(turnedDown > 0 || waiting > 0) && (
        <p class="small quiet">{t('theme-calls.not-shown', { turnedDown, waiting })}</p>
      )}
    </section>
  )
}

function ProposalItem({ visit, call, state, proposal }: Props & { proposal: ProposalShown }) {
  const { t, language } = visit
  const { id, title, why, who, language: written, groups } = proposal
  const isForeign = written !== language
  return (
    <li class="stack-tight" id={`p-${id}`}>
      <h3 lang={isForeign ? written : undefined}>{title}</h3>
      <Why text={why} lang={isForeign ? written : undefined} />
      <p class="quiet">
        {t('theme-calls.who')} <span lang={isForeign ? written : undefined}>{who}</span>
        {isForeign &&
          ` · ${t('theme-calls.written-in', { language: t(`programme.event.spoken-${written}`) })}`}
      </p>
      <SupportLine visit={visit} groups={groups} />
      {call.proposal_id === id && (
        <p>
          <Tag kind="good">{t('theme-calls.became-theme')}</Tag>
        </p>
      )}
      {state === 'open' && (
        <p>
          <a href={visit.to(`/themes/${call.id}/${id}/second`)}>
            {t('theme-calls.second.link')}
            <span class="unseen"> {title}</span>
          </a>
        </p>
      )}
    </li>
  )
}
