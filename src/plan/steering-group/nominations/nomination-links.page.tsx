import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Check,
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Card, Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import type { NominationRow } from '../tables.ts'
import { callSeatName } from './call.page.tsx'
import type { Call, CallSeat } from './calls.sql.ts'
import { callTrail } from './nominate.page.tsx'
import { refusalToAnswer } from './nominations.rules.ts'

interface Props extends Answered {
  visit: Visit
  call: Call
  seats: readonly CallSeat[]
  nomination: NominationRow
}

/** Where the link of whoever nominates leads: the owner of the address says that it was them. */
export function ConfirmPage(props: Props) {
  const { visit, call, nomination } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('steering-group.confirm.title')}
      trail={callTrail(visit, call)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {nomination.confirmed_at ? (
        <>
          <Notice kind="good" live>
            {t('steering-group.confirm.done')}
          </Notice>
          <LinkButton href={visit.to(`/steering-group/nominations/${call.id}`)} variant="secondary">
            {t('steering-group.asked.back')}
          </LinkButton>
        </>
      ) : (
        <>
          <p>{t('steering-group.confirm.lead', { name: nomination.nominee_name ?? '' })}</p>
          <Form>
            <SubmitButton>{t('steering-group.confirm.button')}</SubmitButton>
          </Form>
        </>
      )}
    </Page>
  )
}

/** Where the nominee's own link leads: yes or no, and whether the name may be shown. */
export function NomineePage(props: Props) {
  const { visit, call, seats, nomination } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const seat = seats.find(({ id }) => id === nomination.seat_id)
  return (
    <Page
      visit={visit}
      title={t('steering-group.nominee.title')}
      lead={t('steering-group.nominee.lead')}
      trail={callTrail(visit, call)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {nomination.consented_at && (
        <Notice kind="good" live>
          {t(
            nomination.shows_name === 1
              ? 'steering-group.nominee.yes-named'
              : 'steering-group.nominee.yes-unnamed',
          )}
        </Notice>
      )}
      <Card tinted>
        <Facts
          rows={[
            [t('steering-group.nominee.name'), nomination.nominee_name],
            [
              t('steering-group.nominee.for'),
              seat
                ? `${t('steering-group.body.steering-group')}, ${callSeatName(visit, seat)}`
                : t(`steering-group.body.${nomination.body}`),
            ],
            [t('steering-group.nominee.by'), nomination.organisation],
            [t('steering-group.call.election'), dateInWords(language, call.election_on)],
            [t('steering-group.call.where'), call.place],
          ]}
        />
        {nomination.why && (
          <p lang={nomination.language === language ? undefined : nomination.language}>{nomination.why}</p>
        )}
      </Card>
      <h2>{t('steering-group.call.criteria')}</h2>
      <LongText of={call.criteria} t={t} />
      {refusalToAnswer(nomination, call) === null && <AnswerForm {...props} />}
    </Page>
  )
}

function AnswerForm(props: Props) {
  const { visit, nomination } = props
  const { t } = visit
  const isShown = props.filled ? ticked(props, 'shows_name').length > 0 : nomination.shows_name === 1
  const [yes, no] = nomination.consented_at ? ['save', 'withdraw'] : ['accept', 'decline']
  return (
    <Form>
      <Check
        t={t}
        name="shows_name"
        value="yes"
        label={t('steering-group.nominee.shows_name')}
        hint={t('steering-group.nominee.shows_name-hint')}
        checked={isShown}
      />
      <LongTextField
        t={t}
        name="presentation"
        label={t('steering-group.nominee.presentation')}
        hint={t('steering-group.nominee.presentation-hint')}
        value={props.filled ? filledAt(props, 'presentation') : nomination.presentation}
        mistake={mistakeAt(t, props, 'presentation')}
        required={false}
        rows={4}
      />
      <Actions>
        <SubmitButton name="do" value="accept">
          {t(`steering-group.nominee.button-${yes}`)}
        </SubmitButton>
        <SubmitButton variant="secondary" danger name="do" value="decline">
          {t(`steering-group.nominee.button-${no}`)}
        </SubmitButton>
      </Actions>
    </Form>
  )
}

/** A link that is not whole, or whose nomination is wiped. */
export const OldNominationPage = ({ visit }: { visit: Visit }) => (
  <Page
    visit={visit}
    title={visit.t('steering-group.old-link.title')}
    lead={visit.t('steering-group.old-link.lead')}
  >
    <LinkButton href={visit.to('/steering-group')}>{visit.t('steering-group.title')}</LinkButton>
  </Page>
)
