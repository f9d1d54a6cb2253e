import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import {
  Checks,
  filledAt,
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, LinkButton } from '#platform/ui/parts.tsx'
import { officeTrail } from '../office-group.page.tsx'
import type { NominationRow } from '../tables.ts'
import { callTitle, OthersCall, StateOfCall } from './call-line.page.tsx'
import { type CallFacts, callSeatName } from './call.page.tsx'
import { callState, isCandidate, refusalToElect, refusalToRecommend } from './nominations.rules.ts'

const isOwn = ({ visit, call }: CallFacts): boolean => visit.member?.party?.id === call.party_id

const callDesk = (visit: Visit, { call }: CallFacts) => [
  ...officeTrail(visit),
  { href: visit.to(`/office/steering-group/calls/${call.id}`), label: callTitle(visit, call) },
]

const placeOf = ({ visit, seats }: CallFacts, one: NominationRow): string => {
  const seat = seats.find(({ id }) => id === one.seat_id)
  return seat ? callSeatName(visit, seat) : visit.t(`steering-group.body.${one.body}`)
}

/** What came in, and the next step. Who was nominated is known to the own side alone. */
export function OfficeCallPage(props: CallFacts) {
  const { visit, call, nominations } = props
  const { t, now } = visit
  const state = callState(call, localDate(now))
  const at = (step: string): string => visit.to(`/office/steering-group/calls/${call.id}/${step}`)
  return (
    <Page visit={visit} title={callTitle(visit, call)} trail={officeTrail(visit)} wide>
      <p class="state-line">
        <StateOfCall visit={visit} call={call} />
      </p>
      <p>{t('steering-group.desk.counts', countsOf(nominations))}</p>
      {isOwn(props) ? <NominationTable {...props} /> : <OthersCall visit={visit} call={call} />}
      <Actions>
        {isOwn(props) && state === 'closed' && (
          <>
            <LinkButton href={at('elect')}>{t('steering-group.elect.title')}</LinkButton>
            <LinkButton variant="secondary" href={at('recommend')}>
              {t('steering-group.recommend.title')}
            </LinkButton>
          </>
        )}
        {isOwn(props) && state !== 'elected' && (
          <LinkButton variant="secondary" href={at('edit')}>
            {t('steering-group.edit.title')}
          </LinkButton>
        )}
        <LinkButton variant="secondary" href={visit.to(`/steering-group/nominations/${call.id}`)}>
          {t('steering-group.office.public')}
        </LinkButton>
      </Actions>
    </Page>
  )
}

const countsOf = (nominations: readonly NominationRow[]) => ({
  all: nominations.length,
  yes: nominations.filter(isCandidate).length,
  no: nominations.filter((one) => one.declined_at !== null).length,
})

function NominationTable(props: CallFacts) {
  const { visit, nominations } = props
  const { t } = visit
  const known = nominations.filter((one) => one.nominee_name !== null)
  if (known.length === 0) return <Empty>{t('steering-group.desk.none')}</Empty>
  return (
    <DataTable
      caption={t('steering-group.call.candidates')}
      captionUnseen
      head={[
        t('steering-group.column.who'),
        t('steering-group.column.seat'),
        t('steering-group.column.by'),
        t('steering-group.column.answer'),
      ]}
      rows={known.map((one) => [
        one.nominee_name ?? '',
        placeOf(props, one),
        one.organisation ?? '–',
        t(
          `steering-group.desk.${one.consented_at ? (one.shows_name === 1 ? 'yes-named' : 'yes') : 'waiting'}`,
        ),
      ])}
    />
  )
}

const candidatesOf = ({ nominations }: CallFacts): NominationRow[] => nominations.filter(isCandidate)

/** What the nomination committee recommends. */
export function RecommendPage(props: CallFacts & Answered) {
  const { visit, call } = props
  const { t, now } = visit
  const refusal = refusalToRecommend(visit.member?.party?.id ?? null, call.party_id, call, localDate(now))
  const answered = refusal ? { ...props, refusal: `steering-group.refusal.${refusal}` } : props
  const problems = problemsOf(t, answered)
  const before = candidatesOf(props).filter((one) => one.is_recommended === 1)
  return (
    <Page
      visit={visit}
      title={t('steering-group.recommend.title')}
      lead={t('steering-group.recommend.lead')}
      trail={callDesk(visit, props)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {isOwn(props) && (
        <Form>
          <Checks
            t={t}
            name="recommended"
            label={t('steering-group.recommend.who')}
            values={props.filled ? ticked(props, 'recommended') : before.map((one) => one.id)}
            options={candidatesOf(props).map((one) => ({
              value: one.id,
              label: `${one.nominee_name}, ${placeOf(props, one)}`,
            }))}
          />
          <TextsField
            t={t}
            name="recommendation"
            label={t('steering-group.recommend.words')}
            value={textsAt(props, 'recommendation', call.recommendation)}
            mistakes={mistakesInWords(t, props)}
            rows={4}
            required={false}
          />
          <SubmitButton>{t('steering-group.recommend.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}

/** What the election meeting decided: one choice for each seat, or vacant. */
export function ElectPage(props: CallFacts & Answered) {
  const { visit, call, seats } = props
  const { t, now } = visit
  const asked = { callParty: call.party_id, call, day: localDate(now), candidates: [], chosen: [] }
  const refusal = refusalToElect({ ...asked, party: visit.member?.party?.id ?? null })
  const said = refusal ? `steering-group.refusal.${refusal}` : props.refusal
  const problems = problemsOf(t, { ...props, refusal: said })
  return (
    <Page
      visit={visit}
      title={t('steering-group.elect.title')}
      lead={t('steering-group.elect.lead')}
      trail={callDesk(visit, props)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {isOwn(props) && refusal === null && (
        <Form>
          {seats.map((seat) => (
            <Select
              t={t}
              name={`seat-${seat.id}`}
              label={callSeatName(visit, seat)}
              none={t('steering-group.vacant')}
              value={filledAt(props, `seat-${seat.id}`)}
              options={candidatesOf(props)
                .filter((one) => one.body === seat.body && (one.seat_id ?? seat.id) === seat.id)
                .map((one) => ({ value: one.id, label: one.nominee_name ?? '' }))}
            />
          ))}
          <TextsField
            t={t}
            name="result"
            label={t('steering-group.elect.result')}
            hint={t('steering-group.elect.result-hint')}
            value={textsAt(props, 'result')}
            mistakes={mistakesInWords(t, props)}
            rows={4}
            required={false}
          />
          <SubmitButton>{t('steering-group.elect.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}
