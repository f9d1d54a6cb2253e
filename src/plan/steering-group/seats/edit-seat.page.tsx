import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import {
  Check,
  Choice,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Notice } from '#platform/ui/parts.tsx'
import { officeTrail } from '../office-group.page.tsx'
import { FillFields } from './fill-fields.page.tsx'
import { nameOf, seatName } from './seat-names.ts'
import { isOwnSeat, lastDayOf } from './seats.rules.ts'
import type { Seat } from './seats.sql.ts'

interface Props extends Answered {
  visit: Visit
  seat: Seat
}

const isOwn = ({ visit, seat }: Props): boolean => isOwnSeat(visit.member?.party?.id ?? null, seat.party_id)

/** The reason that stands where the form would: each side decides about its own seats. */
const otherSide = (props: Props): Answered =>
  isOwn(props) ? props : { ...props, refusal: 'steering-group.refusal.not-your-seat' }

/** What a seat is for; null for a new one of the own party. */
export function EditSeatPage(props: Answered & { visit: Visit; seat: Seat | null }) {
  const { visit, seat } = props
  const { t } = visit
  const answered = seat ? otherSide({ ...props, seat }) : props
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={seat ? seatName(visit, seat) : t('steering-group.office.new-seat')}
      lead={t('steering-group.seat.lead')}
      trail={officeTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {(!seat || isOwn({ visit, seat })) && <SeatForm {...props} />}
    </Page>
  )
}

function SeatForm(props: Answered & { visit: Visit; seat: Seat | null }) {
  const { visit, seat } = props
  const { t } = visit
  return (
    <Form>
      {!seat && <input type="hidden" name="id" value={filledAt(props, 'id')} />}
      {!seat && (
        <Choice
          t={t}
          name="body"
          label={t('steering-group.seat.body')}
          value={filledAt(props, 'body') ?? 'steering-group'}
          mistake={mistakeAt(t, props, 'body')}
          options={(['steering-group', 'nomination-committee'] as const).map((value) => ({
            value,
            label: t(`steering-group.body.${value}`),
          }))}
        />
      )}
      <TextsField
        t={t}
        name="category"
        label={t('steering-group.seat.category')}
        hint={t('steering-group.seat.category-hint')}
        value={textsAt(props, 'category', seat?.category)}
        mistakes={mistakesInWords(t, props)}
        required={false}
      />
      <Check
        t={t}
        name="is_elected"
        value="yes"
        label={t('steering-group.seat.is_elected')}
        hint={t('steering-group.seat.is_elected-hint')}
        checked={props.filled ? ticked(props, 'is_elected').length > 0 : seat?.is_elected === 1}
      />
      {seat && (
        <Check
          t={t}
          name="ends"
          value="yes"
          label={t('steering-group.seat.ends')}
          hint={t('steering-group.seat.ends-hint')}
          checked={ticked(props, 'ends').length > 0}
        />
      )}
      <SubmitButton>{t('steering-group.save')}</SubmitButton>
    </Form>
  )
}

/** Gives the seat to somebody; for the other side's seats it says why that cannot be. */
export function FillSeatPage(props: Props) {
  const { visit, seat } = props
  const { t } = visit
  const problems = problemsOf(t, otherSide(props))
  return (
    <Page
      visit={visit}
      title={t('steering-group.fill.title', { seat: seatName(visit, seat) })}
      lead={t('steering-group.fill.lead')}
      trail={officeTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {isOwn(props) && (
        <>
          <Notice>{t('steering-group.fill.by-election')}</Notice>
          <FillFields {...props} />
        </>
      )}
    </Page>
  )
}

/** Writes down that somebody leaves before their term is over. */
export function LeaveSeatPage(props: Props) {
  const { visit, seat } = props
  const { t, language, now } = visit
  const today = localDate(now)
  const problems = problemsOf(t, otherSide(props))
  const terms = seat.terms.filter((term) => lastDayOf(term) >= today && term.left_on === null)
  return (
    <Page
      visit={visit}
      title={t('steering-group.leave.title', { seat: seatName(visit, seat) })}
      lead={t('steering-group.leave.lead')}
      trail={officeTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {isOwn(props) && terms.length === 0 && <Empty>{t('steering-group.leave.nobody')}</Empty>}
      {isOwn(props) && terms.length > 0 && (
        <Form>
          <Choice
            t={t}
            name="term"
            label={t('steering-group.leave.who')}
            value={filledAt(props, 'term') ?? terms[0]?.id}
            mistake={mistakeAt(t, props, 'term')}
            options={terms.map((term) => ({
              value: term.id,
              label: `${term.person_name ?? nameOf(visit, term)}, ${t('steering-group.until', {
                date: dateInWords(language, term.ends_on),
              })}`,
            }))}
          />
          <TextField
            t={t}
            name="left_on"
            type="date"
            label={t('steering-group.leave.left_on')}
            value={filledAt(props, 'left_on') ?? today}
            mistake={mistakeAt(t, props, 'left_on')}
          />
          <TextsField
            t={t}
            name="because"
            label={t('steering-group.leave.because')}
            hint={t('steering-group.leave.because-hint')}
            value={textsAt(props, 'because')}
            mistakes={mistakesInWords(t, props)}
            required={false}
          />
          <SubmitButton danger>{t('steering-group.leave.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}
