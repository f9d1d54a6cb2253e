import { dateAndTime, longDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Folded, Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { SeriesRow } from '../tables.ts'
import { overSince } from './forget-proposals.ts'
import { sideWithId, type Slot, type Turns } from './load-turns.ts'
import { beginsAt } from './slot-times.ts'
import {
  addressKeptDays,
  addressKeptUntil,
  isOver,
  type ProposalStanding,
  refusalToChange,
  refusalToWithdraw,
} from './proposal.rules.ts'
import { ProposalFields } from './proposal-fields.page.tsx'
import type { ProposalRow } from './proposals.sql.ts'
import { hourTrail } from './propose.page.tsx'
import { SideName } from './side.page.tsx'
import { Presentation } from './slot-lines.page.tsx'

interface Props extends Answered {
  visit: Visit
  series: SeriesRow
  turns: Turns
  proposal: ProposalRow
  /** Where it is presented, if it has a slot. */
  slot: Slot | null
  standing: ProposalStanding
}

/** The proposer's own page: how it stands, other words, and a way out. */
export function OwnProposalPage({ visit, series, turns, proposal, slot, standing, ...answered }: Props) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('malmo-hour.own.title')}
      lead={t(`malmo-hour.standing.says.${standing}`)}
      trail={hourTrail(visit, series)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Standing visit={visit} {...{ turns, proposal, slot, standing }} />
      {standing === 'unconfirmed' && (
        <Form>
          <SubmitButton name="do" value="confirm">
            {t('malmo-hour.own.confirm')}
          </SubmitButton>
        </Form>
      )}
      <Presentation visit={visit} proposal={proposal} whole />
      {refusalToChange(standing) === null && (
        <Folded summary={t('malmo-hour.own.change')} open={problems.length > 0}>
          <Form>
            <ProposalFields t={t} answered={{ filled: textOf(proposal), ...answered }} />
            <SubmitButton name="do" value="change">
              {t('malmo-hour.own.save')}
            </SubmitButton>
          </Form>
        </Folded>
      )}
      {standing === 'scheduled' && <p>{t('malmo-hour.own.is-announced')}</p>}
      {refusalToWithdraw(standing) === null && (
        <Form>
          <SubmitButton variant="secondary" danger name="do" value="withdraw">
            {t('malmo-hour.own.withdraw')}
          </SubmitButton>
        </Form>
      )}
    </Page>
  )
}

const textOf = ({ kind, title, learn, url, presenter }: ProposalRow) => ({
  ...{ kind, title, learn, url: url ?? '', presenter },
})

type StandingProps = Pick<Props, 'visit' | 'turns' | 'proposal' | 'slot' | 'standing'>

function Standing({ visit, turns, proposal, slot, standing }: StandingProps) {
  const { t, language } = visit
  const over = overSince(proposal, slot?.hour.ends_at ?? null)
  const until = addressKeptUntil(standing, { over, confirmed: proposal.confirmed_at })
  return (
    <>
      {proposal.because && (
        <Notice kind="stopped" title={t('malmo-hour.own.why')}>
          <p>{proposal.because}</p>
        </Notice>
      )}
      <Facts
        rows={[
          [t('malmo-hour.own.state'), t(`malmo-hour.standing.${standing}`)],
          [t('malmo-hour.own.side'), <SideName side={sideWithId(turns, proposal.party_id)} t={t} />],
          [
            t('malmo-hour.own.hour'),
            slot && (
              <a href={visit.to(`/events/${slot.hour.slug}`)}>
                <Text of={slot.hour.title} t={t} />
              </a>
            ),
          ],
          [t('malmo-hour.own.when'), slot && dateAndTime(language, beginsAt(turns, slot))],
          [
            t('malmo-hour.own.kept'),
            until &&
              proposal.email &&
              t(isOver(standing) ? 'malmo-hour.own.kept-until' : 'malmo-hour.own.kept-at-most', {
                ...{ email: proposal.email, days: addressKeptDays, date: longDate(language, until) },
              }),
          ],
        ]}
      />
    </>
  )
}
