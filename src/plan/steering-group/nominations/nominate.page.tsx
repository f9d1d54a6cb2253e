import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import { languageNames, languages } from '#platform/language.ts'
import type { Visit } from '#platform/http.ts'
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
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LinkButton } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import { callTitle } from './call-line.page.tsx'
import { callSeatName, groupTrail } from './call.page.tsx'
import type { Call, CallSeat } from './calls.sql.ts'
import { confirmDays } from './nominations.rules.ts'

interface Props extends Answered {
  visit: Visit
  call: Call
  seats: readonly CallSeat[]
}

export const callTrail = (visit: Visit, call: Call) => [
  ...groupTrail(visit),
  { href: visit.to(`/steering-group/nominations/${call.id}`), label: callTitle(visit, call) },
]

/** Where anybody nominates somebody, without an account. */
export function NominatePage(props: Props) {
  const { visit, call } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  // Nobody fills in what cannot be sent; but what somebody has written is kept for them to copy.
  const mayWrite = props.refusal === undefined || filledAt(props, 'nominee_name') !== undefined
  return (
    <Page
      visit={visit}
      title={t('steering-group.nominate.title')}
      lead={t('steering-group.nominate.lead', { last: dateInWords(language, call.closes_on) })}
      trail={callTrail(visit, call)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <h2>{t('steering-group.call.criteria')}</h2>
      <LongText of={call.criteria} t={t} />
      {mayWrite && <NominationForm {...props} />}
    </Page>
  )
}

function NominationForm(props: Props) {
  const { visit, seats } = props
  const { t, language } = visit
  const field = (name: 'nominee_name' | 'nominee_email' | 'why' | 'organisation' | 'email') => ({
    ...{ t, name, label: t(`steering-group.nominate.${name}`), value: filledAt(props, name) },
    mistake: mistakeAt(t, props, name),
  })
  return (
    <Form>
      <input type="hidden" name="id" value={filledAt(props, 'id')} />
      <Choice
        t={t}
        name="seat"
        label={t('steering-group.nominate.seat')}
        value={filledAt(props, 'seat')}
        mistake={mistakeAt(t, props, 'seat')}
        options={placesOf(visit, seats)}
      />
      <TextField {...field('nominee_name')} autocomplete="off" />
      <TextField
        {...field('nominee_email')}
        type="email"
        autocomplete="off"
        hint={t('steering-group.nominate.nominee_email-hint')}
      />
      <Select
        t={t}
        name="nominee_language"
        label={t('steering-group.nominate.nominee_language')}
        value={filledAt(props, 'nominee_language') ?? language}
        mistake={mistakeAt(t, props, 'nominee_language')}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <LongTextField {...field('why')} rows={4} hint={t('steering-group.nominate.why-hint')} />
      <TextField {...field('organisation')} required={false} autocomplete="organization" />
      <TextField
        {...field('email')}
        type="email"
        autocomplete="email"
        hint={t('steering-group.nominate.email-hint')}
      />
      <p class="small quiet">{t('steering-group.nominate.kept')}</p>
      <SubmitButton>{t('steering-group.nominate.button')}</SubmitButton>
    </Form>
  )
}

/** Every seat of the group, and the nomination committee once, since its places are alike. */
function placesOf(visit: Visit, seats: readonly CallSeat[]) {
  const ofGroup = seats.filter((one) => one.body === 'steering-group')
  const options = ofGroup.map((seat) => ({ value: seat.id, label: callSeatName(visit, seat) }))
  if (ofGroup.length === seats.length) return options
  const committee = {
    value: 'nomination-committee',
    label: visit.t('steering-group.body.nomination-committee'),
  }
  return [...options, committee]
}

/** The same for everybody, so that nobody learns who was nominated before. */
export const AskedPage = ({ visit, call }: Pick<Props, 'visit' | 'call'>) => (
  <Page
    visit={visit}
    title={visit.t('steering-group.asked.title')}
    lead={visit.t('steering-group.asked.lead', { days: confirmDays })}
    trail={callTrail(visit, call)}
  >
    <LinkButton href={visit.to(`/steering-group/nominations/${call.id}`)} variant="secondary">
      {visit.t('steering-group.asked.back')}
    </LinkButton>
  </Page>
)
