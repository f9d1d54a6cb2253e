import { inLanguage } from '#platform/language.ts'
import {
  Checks,
  Choice,
  filledAt,
  mistakeAt,
  mistakesInWords,
  Select,
  TextField,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { cityAreas } from './areas.rules.ts'
import type { EditProps } from './edit-partnership.page.tsx'
import { partKinds, partnershipForms, partnershipKinds, partnershipStates } from './partnership.rules.ts'

type Line =
  | 'kind'
  | 'state'
  | 'form'
  | 'part_kind'
  | 'began_on'
  | 'agreed_until'
  | 'ended_on'
  | 'decision_body'
  | 'decision_on'
  | 'decision_paragraph'
  | 'case_number'

/** A field with what was typed, or else what is stored. */
const one = (props: EditProps, name: Line) => ({
  ...{ t: props.visit.t, name, mistake: mistakeAt(props.visit.t, props, name) },
  value: props.filled ? filledAt(props, name) : (props.partnership?.[name] ?? undefined),
})

/** What it is called, what it is for, what Malmöandan does in it and what it led to. */
export function WordFields(props: EditProps) {
  const { t } = props.visit
  const each = (name: 'name' | 'lead' | 'part' | 'about' | 'led_to') => ({
    ...{
      t,
      name,
      value: textsAt(props, name, props.partnership?.[name]),
      mistakes: mistakesInWords(t, props),
    },
    label: name === 'led_to' ? t('partnerships.led-to') : t(`network.form.partnership-${name}`),
  })
  return (
    <>
      <Choice
        {...one(props, 'kind')}
        label={t('network.fact.kind')}
        options={partnershipKinds.map((value) => ({ value, label: t(`network.kinds-one.${value}`) }))}
      />
      <TextsField {...each('name')} />
      <TextsField {...each('lead')} rows={2} />
      <Select
        {...one(props, 'part_kind')}
        label={t('partnerships.form.part-kind')}
        none={t('partnerships.form.not-said')}
        options={partKinds.map((value) => ({ value, label: t(`partnerships.part.${value}`) }))}
        required={false}
      />
      <TextsField {...each('part')} rows={2} required={false} />
      <TextsField {...each('about')} rows={6} required={false} hint={t('network.form.markdown')} />
      <TextsField {...each('led_to')} rows={3} required={false} />
    </>
  )
}

/** How it stands, and from when until when. */
export function PeriodFields(props: EditProps) {
  const { t } = props.visit
  const when = (name: 'began_on' | 'agreed_until' | 'ended_on') => ({
    ...one(props, name),
    ...{ label: t(`partnerships.form.${name}`), size: 10, required: false },
  })
  return (
    <>
      <Choice
        {...one(props, 'state')}
        value={one(props, 'state').value ?? 'running'}
        label={t('partnerships.form.state')}
        options={partnershipStates.map((value) => ({ value, label: t(`partnerships.state.${value}`) }))}
      />
      <TextField {...when('began_on')} hint={t('partnerships.form.date-hint')} />
      <TextField {...when('agreed_until')} hint={t('partnerships.form.agreed-hint')} />
      <TextField {...when('ended_on')} hint={t('partnerships.form.date-hint')} />
    </>
  )
}

/** Who agreed, where in the city, about what. */
export function TieFields(props: EditProps) {
  const { visit, ties, choices } = props
  const { t, language } = visit
  const boxes = (name: 'parties' | 'areas' | 'goals' | 'themes') => ({
    ...{
      t,
      name,
      mistake: mistakeAt(t, props, name),
      label: t(`partnerships.fact.${name}`),
      required: false,
    },
    values: props.filled ? ticked(props, name) : ties[name],
  })
  return (
    <>
      <Checks
        {...boxes('parties')}
        options={choices.parties.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
      />
      <Checks
        {...boxes('areas')}
        options={cityAreas.map((value) => ({ value, label: t(`partnerships.area.${value}`) }))}
      />
      {choices.themes.length > 0 && (
        <Checks
          {...boxes('themes')}
          options={choices.themes.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
        />
      )}
      {choices.goals.length > 0 && (
        <Checks
          {...boxes('goals')}
          options={choices.goals.map(({ id, number, title }) => ({
            value: id,
            label: `${number}. ${inLanguage(title, language)}`,
          }))}
        />
      )}
    </>
  )
}

/** What was agreed in writing, who decided it, and the case it has with them. */
export function DecisionFields(props: EditProps) {
  const { t } = props.visit
  const line = (name: Line) => ({
    ...one(props, name),
    label: t(`partnerships.form.${name}`),
    required: false,
  })
  return (
    <>
      <Select
        {...line('form')}
        none={t('partnerships.form.nothing-written')}
        options={partnershipForms.map((value) => ({ value, label: t(`partnerships.form-of.${value}`) }))}
      />
      <TextField {...line('decision_body')} hint={t('partnerships.form.decision-hint')} />
      <TextField {...line('decision_on')} type="date" />
      <TextField {...line('decision_paragraph')} size={10} />
      <TextField {...line('case_number')} hint={t('partnerships.form.case-hint')} size={24} />
    </>
  )
}
