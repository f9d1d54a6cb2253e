import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { capitalized } from '#platform/language-words.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { datePlus, localDate } from '#platform/time.ts'
import {
  Checks,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { officeTrail } from '../office-group.page.tsx'
import { seatName } from '../seats/seat-names.ts'
import { standingOfSeat, twoYearsFrom } from '../seats/seats.rules.ts'
import type { Seat } from '../seats/seats.sql.ts'
import type { Call } from './calls.sql.ts'

interface Props extends Answered {
  visit: Visit
  /** Null for a new one. */
  call: Call | null
  /** The seats of a call that there is already. */
  chosen: readonly string[]
  /** Those of the own party. */
  seats: readonly Seat[]
  events: readonly { id: string; title: Texts; starts_at: string }[]
  today: string
}

type DayName = 'opens_on' | 'closes_on' | 'election_on' | 'term_starts_on' | 'term_ends_on'

/** So long a call is open, and so long after it the meeting is, unless somebody says otherwise. */
function daysFrom(today: string): Record<DayName, string> {
  const term = datePlus(today, 50)
  return {
    opens_on: today,
    closes_on: datePlus(today, 30),
    election_on: datePlus(today, 45),
    term_starts_on: term,
    term_ends_on: twoYearsFrom(term),
  }
}

/** Which seats a call is for, by which criteria, and its days. */
export function EditCallPage(props: Props) {
  const { visit, call, seats, today } = props
  const { t } = visit
  const isOther = call !== null && call.party_id !== visit.member?.party?.id
  const answered = isOther ? { ...props, refusal: 'steering-group.refusal.not-your-seat' } : props
  const problems = problemsOf(t, answered)
  const places = seats.map((seat) => {
    const isVacant = standingOfSeat(seat.terms, today) === 'vacant'
    const name = capitalized(`${t(`steering-group.body.${seat.body}`)}, ${seatName(visit, seat)}`)
    return { value: seat.id, label: isVacant ? t('steering-group.edit.vacant', { name }) : name }
  })
  return (
    <Page
      visit={visit}
      title={t(call ? 'steering-group.edit.title' : 'steering-group.edit.new')}
      lead={t('steering-group.edit.lead')}
      trail={officeTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {!isOther && (
        <Form>
          {!call && <input type="hidden" name="id" value={filledAt(props, 'id')} />}
          <Checks
            t={t}
            name="seats"
            label={t('steering-group.edit.seats')}
            mistake={mistakeAt(t, props, 'seats')}
            values={props.mistakes || props.refusal ? ticked(props, 'seats') : props.chosen}
            options={places}
          />
          <CallTexts {...props} />
          <CallDays {...props} />
          <SubmitButton>{t('steering-group.edit.save')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}

function CallTexts(props: Props) {
  const { visit, call } = props
  const { t } = visit
  const texts = (name: 'words' | 'criteria') => ({
    ...{ t, name, label: t(`steering-group.edit.${name}`), hint: t(`steering-group.edit.${name}-hint`) },
    ...{ mistakes: mistakesInWords(t, props), rows: 4 },
  })
  return (
    <>
      <TextsField {...texts('words')} value={storedAt(props, 'words', call?.words)} required={false} />
      <TextsField {...texts('criteria')} value={storedAt(props, 'criteria', call?.criteria)} />
    </>
  )
}

/** A form for a new call comes with an id of its own and nothing else filled in. */
const isSent = (props: Props): boolean => Object.keys(props.filled ?? {}).length > 1

const storedAt = (props: Props, name: string, stored: Texts = {}): Texts =>
  isSent(props) ? textsAt(props, name) : stored

function CallDays(props: Props) {
  const { visit, call, today, events } = props
  const { t, language } = visit
  const first = call ?? daysFrom(today)
  const day = (name: DayName) => (
    <TextField
      t={t}
      name={name}
      type="date"
      label={t(`steering-group.edit.${name}`)}
      value={filledAt(props, name) ?? first[name]}
      mistake={mistakeAt(t, props, name)}
    />
  )
  return (
    <>
      {day('opens_on')}
      {day('closes_on')}
      {day('election_on')}
      <TextField
        t={t}
        name="place"
        label={t('steering-group.edit.place')}
        value={filledAt(props, 'place') ?? call?.place}
        mistake={mistakeAt(t, props, 'place')}
        required={false}
      />
      <Select
        t={t}
        name="event"
        label={t('steering-group.edit.event')}
        none={t('steering-group.edit.no-event')}
        value={filledAt(props, 'event') ?? call?.event_id}
        required={false}
        options={events.map(({ id, title, starts_at }) => ({
          value: id,
          label: `${dateInWords(language, localDate(starts_at))} · ${inLanguage(title, language)}`,
        }))}
      />
      {day('term_starts_on')}
      {day('term_ends_on')}
    </>
  )
}
