import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Check,
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
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { capacityMax } from '../change-event.rules.ts'
import type { SeriesRow } from '../tables.ts'
import { ArrangerLine, Names } from './edit-arrangers.page.tsx'
import { lengths } from './light-event.rules.ts'

interface Props extends Answered {
  visit: Visit
  series: SeriesRow
  organisations: readonly string[]
}

/** The short way to a lecture or an information session; everything else has a sensible beginning. */
export function LightEventPage(props: Props) {
  const { visit, series } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const texts = (name: 'title' | 'lead') => ({
    ...{ t, name, label: t(`programme.edit.field.${name}`) },
    ...{ value: textsAt(props, name), mistakes: mistakesInWords(t, props) },
  })
  const name = inLanguage(series.name, language)
  return (
    <Page
      visit={visit}
      title={t('arrangers.light.title', { series: name })}
      lead={t('arrangers.light.lead')}
      trail={[
        { href: visit.to('/office/series'), label: t('programme.series-edit.title') },
        { href: visit.to(`/office/series/${series.key}`), label: name },
      ]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(props, 'id')} />
        <TextsField {...texts('title')} />
        <TextsField {...texts('lead')} rows={2} />
        <WhenFields {...props} />
        <ArrangerLine {...props} number={1} />
        <ArrangerLine {...props} number={2} />
        <Names organisations={props.organisations} />
        <Check
          t={t}
          name="recorded"
          label={t('arrangers.edit.recorded')}
          hint={t('arrangers.edit.recorded-hint')}
          checked={filledAt(props, 'recorded') === 'yes'}
        />
        <SubmitButton>{t('programme.edit.save-draft')}</SubmitButton>
      </Form>
    </Page>
  )
}

function WhenFields(props: Props) {
  const { t } = props.visit
  const line = (name: string, label = `programme.edit.field.${name}`) => ({
    ...{ t, name, label: t(label) },
    ...{ value: filledAt(props, name), mistake: mistakeAt(t, props, name) },
  })
  const inWords = (minutes: number): string => t('arrangers.light.minutes', { minutes })
  return (
    <>
      <TextField {...line('date')} type="date" />
      <TextField {...line('starts')} type="time" />
      <Select
        {...line('minutes', 'arrangers.light.length')}
        options={lengths.map((minutes) => ({ value: String(minutes), label: inWords(minutes) }))}
      />
      <TextField {...line('place_name')} required={false} />
      <TextField {...line('online_url')} type="url" required={false} />
      <TextField {...line('capacity')} type="number" inputmode="numeric" min={1} max={capacityMax} size={6} />
    </>
  )
}
