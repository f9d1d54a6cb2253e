import { dateAndTime, longDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { begunWith, type PreparedChoice } from '#platform/prepared-texts.ts'
import {
  Choice,
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Notice } from '#platform/ui/parts.tsx'
import { ChoosePrepared } from '#platform/ui/prepared.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { SeriesRow } from '../tables.ts'
import { hourOf, type Slot, slotsThatCount, type Turns } from './load-turns.ts'
import { beginsAt } from './slot-times.ts'
import { standingOf } from './proposal.rules.ts'
import type { ProposalRow } from './proposals.sql.ts'
import { Presentation } from './slot-lines.page.tsx'
import { turnsTrail } from './turns-desk.page.tsx'

interface Props extends Answered {
  visit: Visit
  series: SeriesRow
  turns: Turns
  proposal: ProposalRow
  prepared: PreparedChoice
}

/** One proposal, for the office of its side: yes or no, and when. */
export function ProposalDeskPage(props: Props) {
  const { visit, series, turns, proposal, prepared, ...answered } = props
  const { t, now, language } = visit
  const problems = problemsOf(t, answered)
  const slot = hourOf(turns, proposal)
  const standing = standingOf({ state: proposal.state, hour: slot?.hour ?? null }, now)
  return (
    <Page
      visit={visit}
      title={t('malmo-hour.proposal.title', { title: proposal.title })}
      trail={turnsTrail(visit, series)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Facts
        rows={[
          [t('malmo-hour.own.state'), t(`malmo-hour.standing.${standing}`)],
          [t('malmo-hour.proposal.came'), proposal.confirmed_at && longDate(language, proposal.confirmed_at)],
          [t('malmo-hour.field.email'), proposal.email],
          [t('malmo-hour.own.hour'), slot && <Text of={slot.hour.title} t={t} />],
          [t('malmo-hour.own.when'), slot && dateAndTime(language, beginsAt(turns, slot))],
        ]}
      />
      <Presentation visit={visit} proposal={proposal} whole />
      {proposal.because && (
        <Notice kind="stopped" title={t('malmo-hour.own.why')}>
          <p>{proposal.because}</p>
        </Notice>
      )}
      {standing === 'waiting' && <DecisionForm {...{ visit, answered, proposal, prepared }} />}
      {(standing === 'accepted' || standing === 'scheduled') && (
        <ScheduleForm visit={visit} answered={answered} {...{ turns, proposal, slot }} />
      )}
    </Page>
  )
}

type DecisionProps = Pick<Props, 'visit' | 'proposal' | 'prepared'> & { answered: Answered }

function DecisionForm({ visit, answered, proposal, prepared }: DecisionProps) {
  const { t } = visit
  const path = `/office/series/malmo-hour/proposals/${proposal.id}`
  return (
    <section id="answer" class="stack">
      <ChoosePrepared visit={visit} prepared={prepared} path={`${path}#answer`} />
      <Form>
        <input type="hidden" name="do" value="decide" />
        <Choice
          t={t}
          name="answer"
          label={t('malmo-hour.proposal.answer')}
          options={(['accepted', 'declined'] as const).map((value) => ({
            value,
            label: t(`malmo-hour.proposal.${value}`),
          }))}
          value={filledAt(answered, 'answer')}
          mistake={mistakeAt(t, answered, 'answer')}
        />
        <LongTextField
          t={t}
          name="because"
          label={t('malmo-hour.proposal.because')}
          hint={t('malmo-hour.proposal.because-hint')}
          value={filledAt(answered, 'because') ?? begunWith(prepared, proposal.language)}
          mistake={mistakeAt(t, answered, 'because')}
          rows={3}
        />
        <SubmitButton>{t('malmo-hour.proposal.send')}</SubmitButton>
      </Form>
    </section>
  )
}

interface ScheduleProps {
  visit: Visit
  answered: Answered
  turns: Turns
  proposal: ProposalRow
  slot: Slot | null
}

/** The coming slots without a presentation; those of other sides are told apart, and refused. */
function ScheduleForm({ visit, answered, turns, proposal, slot }: ScheduleProps) {
  const { t, now } = visit
  const open = slotsThatCount(turns).filter(
    (one) => one.hour.starts_at > now && one.side === proposal.party_id && !one.isTaken,
  )
  return (
    <>
      {open.length === 0 && !slot && <Notice>{t('malmo-hour.proposal.no-slot')}</Notice>}
      {open.length > 0 && (
        <Form>
          <input type="hidden" name="do" value="schedule" />
          <Select
            t={t}
            name="slot"
            label={t('malmo-hour.proposal.slot')}
            hint={t('malmo-hour.proposal.slot-hint')}
            options={open.map((one) => ({ value: one.id, label: slotInWords(visit, one) }))}
            value={filledAt(answered, 'slot') ?? open[0]?.id}
            mistake={mistakeAt(t, answered, 'slot')}
          />
          <SubmitButton>{t('malmo-hour.proposal.schedule')}</SubmitButton>
        </Form>
      )}
      {slot && (
        <Form>
          <SubmitButton variant="secondary" name="do" value="put-back">
            {t('malmo-hour.proposal.put-back')}
          </SubmitButton>
        </Form>
      )}
    </>
  )
}

/** "Träffens namn, 3 december 2026, plats 2". */
export const slotInWords = ({ t, language }: Visit, { hour, number }: Slot): string =>
  [
    inLanguage(hour.title, language),
    longDate(language, hour.starts_at),
    t('malmo-hour.slot.number', { number }),
  ].join(', ')
