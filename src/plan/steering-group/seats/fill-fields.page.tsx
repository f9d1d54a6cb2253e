import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames, languages } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Select,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { restOfTerm, twoYearsFrom } from './seats.rules.ts'
import type { Seat } from './seats.sql.ts'

interface Props extends Answered {
  visit: Visit
  seat: Seat
}

type LineName =
  | 'person_name'
  | 'political_party'
  | 'email'
  | 'starts_on'
  | 'ends_on'
  | 'decided_on'
  | 'paragraph'
  | 'case_number'

const line = (props: Props, name: LineName, value?: string) => ({
  ...{ t: props.visit.t, name, label: props.visit.t(`steering-group.fill.${name}`) },
  ...{ value: filledAt(props, name) ?? value, mistake: mistakeAt(props.visit.t, props, name) },
})

/** Who gets the seat, from when until when, and by whose decision. */
export function FillFields(props: Props) {
  const { visit, seat } = props
  const { t, now } = visit
  const today = localDate(now)
  const rest = restOfTerm(seat.terms, today)
  const first = rest?.starts_on ?? today
  return (
    <Form>
      <input type="hidden" name="id" value={filledAt(props, 'id')} />
      <Options {...props} name="kind" value="member" values={['member', 'deputy']} />
      <PersonFields {...props} />
      <TextField {...line(props, 'starts_on', first)} type="date" />
      <TextField
        {...line(props, 'ends_on', rest?.ends_on ?? twoYearsFrom(first))}
        type="date"
        hint={t('steering-group.fill.ends_on-hint')}
      />
      <Options
        {...props}
        name="how"
        value={rest ? 'appointment' : 'decision'}
        values={['decision', 'appointment']}
      />
      <ReasonFields {...props} />
      <SubmitButton>{t('steering-group.fill.button')}</SubmitButton>
    </Form>
  )
}

interface OptionsProps extends Props {
  name: 'kind' | 'how'
  value: string
  values: readonly string[]
}

const Options = ({ name, value, values, ...props }: OptionsProps) => (
  <Choice
    t={props.visit.t}
    name={name}
    label={props.visit.t(`steering-group.fill.${name}`)}
    value={filledAt(props, name) ?? value}
    mistake={mistakeAt(props.visit.t, props, name)}
    options={values.map((one) => ({
      value: one,
      label: props.visit.t(`steering-group.fill.option.${one}`),
      hint: name === 'how' ? props.visit.t(`steering-group.fill.says.${one}`) : undefined,
    }))}
  />
)

function PersonFields(props: Props) {
  const { visit, seat } = props
  const { t, language } = visit
  return (
    <>
      <TextField {...line(props, 'person_name')} autocomplete="off" />
      {seat.is_elected === 1 && (
        <TextField
          {...line(props, 'political_party')}
          size={6}
          required={false}
          hint={t('steering-group.fill.political_party-hint')}
        />
      )}
      <TextField
        {...line(props, 'email')}
        type="email"
        autocomplete="off"
        hint={t('steering-group.fill.email-hint')}
      />
      <Select
        t={t}
        name="language"
        label={t('steering-group.fill.language')}
        value={filledAt(props, 'language') ?? language}
        mistake={mistakeAt(t, props, 'language')}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
    </>
  )
}

/** By a decision: which one. For the rest of a term: why. */
function ReasonFields(props: Props) {
  const { t } = props.visit
  const texts = (name: 'decision_body' | 'because') => (
    <TextsField
      t={t}
      name={name}
      label={t(`steering-group.fill.${name}`)}
      hint={t(`steering-group.fill.${name}-hint`)}
      value={textsAt(props, name)}
      mistakes={mistakesInWords(t, props)}
      required={false}
    />
  )
  return (
    <>
      {texts('decision_body')}
      <TextField {...line(props, 'decided_on')} type="date" />
      <TextField {...line(props, 'paragraph')} size={8} hint={t('steering-group.fill.paragraph-hint')} />
      <TextField {...line(props, 'case_number')} size={20} />
      {texts('because')}
    </>
  )
}
