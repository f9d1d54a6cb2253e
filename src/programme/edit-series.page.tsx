import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  filledAt,
  Folded,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Notice } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { leadDaysMax } from './edit-series.rules.ts'
import { asSeen } from './edit-series.ts'
import { heartOf } from './hearts.tsx'
import type { SeriesRow } from './tables.ts'

interface Props extends Answered {
  visit: Visit
  series: SeriesRow
  /** It has just been saved. */
  saved?: boolean
}

export function EditSeriesPage(props: Props) {
  const { visit, series, saved, refusal } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  // Who was refused sees the other's words below and may replace them; after a mistake it is still the old ones.
  const seen = (refusal ? undefined : filledAt(props, 'seen')) ?? asSeen(series)
  return (
    <Page
      visit={visit}
      title={t('programme.series-edit.heading', { name: inLanguage(series.name, language) })}
      wrong={problems.length > 0}
      trail={[{ href: visit.to('/office/series'), label: t('programme.series-edit.title') }]}
    >
      <Problems visit={visit} list={problems} />
      {saved && (
        <Notice kind="good" live>
          <p>
            {t('programme.series-edit.saved')}{' '}
            <a href={visit.to(`/series/${series.key}`)}>{t('programme.series-edit.see')}</a>
          </p>
        </Notice>
      )}
      {refusal && <Theirs visit={visit} series={series} />}
      <SeriesTasks visit={visit} series={series} />
      <Form>
        <TextFields {...props} />
        <LeadDaysField {...props} />
        <input type="hidden" name="seen" value={seen} />
        <SubmitButton>{t('programme.series-edit.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

// Every series makes promises, whatever else is peculiar to it.
const promiseTask = ['/promise', 'promises.office.link'] as const

/** What else there is to do with this series. */
function SeriesTasks({ visit, series }: Pick<Props, 'visit' | 'series'>) {
  const tasks = [promiseTask, ...(heartOf(series.key).seriesTasks ?? [])]
  return (
    <ul>
      {tasks.map(([path, words]) => (
        <li>
          <a href={visit.to(`/office/series/${series.key}${path}`)}>{visit.t(words)}</a>
        </li>
      ))}
    </ul>
  )
}

/** How the series stands, for the one who has to choose between two sets of words. */
function Theirs({ visit, series }: Pick<Props, 'visit' | 'series'>) {
  const { t } = visit
  return (
    <Folded summary={t('programme.series-edit.theirs')} open>
      <Facts
        rows={[
          [t('programme.series-edit.name'), <Text of={series.name} t={t} />],
          [t('programme.series-edit.lead'), <Text of={series.lead} t={t} />],
          [t('programme.series-edit.lead_days'), series.lead_days],
          [t('programme.series-edit.audience'), <Text of={series.audience} t={t} />],
        ]}
      />
      <LongText of={series.about} t={t} />
    </Folded>
  )
}

function TextFields(props: Props) {
  const { visit, series } = props
  const { t } = visit
  const each = (name: 'name' | 'lead' | 'about' | 'audience') => ({
    t,
    name,
    label: t(`programme.series-edit.${name}`),
    value: textsAt(props, name, series[name]),
    mistakes: mistakesInWords(t, props),
  })
  return (
    <>
      <TextsField {...each('name')} />
      <TextsField {...each('lead')} rows={2} />
      <TextsField
        {...each('about')}
        rows={12}
        required={false}
        hint={t('programme.series-edit.about-hint')}
      />
      <TextsField {...each('audience')} required={false} />
    </>
  )
}

/** How long before an event people are invited: the day by which the next has to be announced follows from it. */
function LeadDaysField(props: Props) {
  const { t } = props.visit
  return (
    <TextField
      t={t}
      name="lead_days"
      label={t('programme.series-edit.lead_days')}
      hint={t('programme.series-edit.hint.lead_days')}
      value={props.filled ? filledAt(props, 'lead_days') : props.series.lead_days}
      mistake={mistakeAt(t, props, 'lead_days')}
      type="number"
      inputmode="numeric"
      min={0}
      max={leadDaysMax}
      size={4}
    />
  )
}
