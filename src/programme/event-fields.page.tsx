import type { Child } from 'hono/jsx'
import type { Answered } from '#platform/form.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Checks,
  filledAt,
  Folded,
  LongTextField,
  mistakeAt,
  mistakesInWords,
  Select,
  TextField,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import type { Words } from '#platform/words.ts'
import { capacityMax } from './change-event.rules.ts'
import { spokenLanguages } from './spoken.rules.ts'
import type { SeriesRow } from './tables.ts'

interface Props {
  t: Words
  answered: Answered
}

/** What a field is told: its words, what was typed, and what is wrong with it. */
const line = ({ t, answered }: Props, name: string) => ({
  t,
  name,
  label: t(`programme.edit.field.${name}`),
  value: filledAt(answered, name),
  mistake: mistakeAt(t, answered, name),
})

const perLanguage = ({ t, answered }: Props, name: string) => ({
  t,
  name,
  label: t(`programme.edit.field.${name}`),
  value: textsAt(answered, name),
  mistakes: mistakesInWords(t, answered),
})

const Part = ({ title, children }: { title: string; children?: Child }) => (
  <section class="form">
    <h2>{title}</h2>
    {children}
  </section>
)

export function AboutFields({ allSeries, ...props }: Props & { allSeries: readonly SeriesRow[] }) {
  const { t, answered } = props
  const options = allSeries.map(({ key, name }) => ({ value: key, label: inLanguage(name, t.language) }))
  return (
    <Part title={t('programme.edit.part.about')}>
      <Select {...line(props, 'series')} options={options} none={t('programme.edit.choose-series')} />
      <TextsField {...perLanguage(props, 'title')} hint={t('programme.edit.hint.title')} />
      <TextsField {...perLanguage(props, 'lead')} hint={t('programme.edit.hint.lead')} rows={3} />
      <TextsField
        {...perLanguage(props, 'body')}
        hint={t('programme.edit.hint.body')}
        rows={8}
        required={false}
      />
      <TextsField {...perLanguage(props, 'audience')} rows={2} required={false} />
      <Checks
        t={t}
        name="spoken"
        label={t('programme.edit.field.spoken')}
        values={ticked(answered, 'spoken')}
        mistake={mistakeAt(t, answered, 'spoken')}
        options={spokenLanguages.map((one) => ({ value: one, label: t(`programme.event.spoken-${one}`) }))}
      />
    </Part>
  )
}

export function TimeFields(props: Props) {
  const { t, answered } = props
  return (
    <Part title={t('programme.edit.part.time')}>
      <p class="quiet">{t('programme.edit.hint.time')}</p>
      <TextField {...line(props, 'date')} type="date" />
      <TextField {...line(props, 'starts')} type="time" />
      <TextField {...line(props, 'ends')} type="time" />
      <TextField {...line(props, 'doors')} type="time" required={false} />
      <Folded summary={t('programme.edit.several-days')} open={Boolean(filledAt(answered, 'end_date'))}>
        <TextField {...line(props, 'end_date')} type="date" required={false} />
      </Folded>
      <TextField
        {...line(props, 'last_day')}
        type="date"
        hint={t('programme.edit.hint.last_day')}
        required={false}
      />
    </Part>
  )
}

export function PlaceFields(props: Props) {
  const { t } = props
  return (
    <Part title={t('programme.edit.part.place')}>
      <TextField {...line(props, 'place_name')} hint={t('programme.edit.hint.place_name')} required={false} />
      <TextField {...line(props, 'address')} required={false} />
      <TextsField
        {...perLanguage(props, 'access')}
        hint={t('programme.edit.hint.access')}
        rows={3}
        required={false}
      />
      <TextField
        {...line(props, 'online_url')}
        type="url"
        hint={t('programme.edit.hint.online_url')}
        required={false}
      />
    </Part>
  )
}

export function PeopleFields(props: Props) {
  const { t } = props
  return (
    <Part title={t('programme.edit.part.people')}>
      <TextField
        {...line(props, 'capacity')}
        type="number"
        inputmode="numeric"
        min={1}
        max={capacityMax}
        size={6}
      />
      <LongTextField
        {...line(props, 'organisers')}
        hint={t('programme.edit.hint.organisers')}
        rows={3}
        required={false}
      />
    </Part>
  )
}

/** Asked when people would be told of a change of time, place or title. */
export function ReasonFields({ t, answered }: Props) {
  return (
    <Part title={t('changes.part')}>
      <TextsField
        t={t}
        name="reason"
        label={t('changes.reason')}
        hint={t('changes.reason-hint')}
        value={textsAt(answered, 'reason')}
        mistakes={mistakesInWords(t, answered)}
        rows={2}
        required={false}
      />
    </Part>
  )
}
