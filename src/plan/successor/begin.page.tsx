import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
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
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { Plan } from '../tables.ts'
import { pathTrail } from './office.page.tsx'

interface Props extends Answered {
  visit: Visit
  /** That of the plan to be. */
  id: string
  /** The plan that ends. */
  before: Plan | undefined
  /** What is most likely: five years from the day after. */
  suggested: { starts_on: string; ends_on: string }
}

/** Where the next plan is begun. */
export function BeginPage(props: Props) {
  const { visit, before, suggested } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const day = (name: 'starts_on' | 'ends_on') => ({
    ...{ t, name, type: 'date' as const, label: t(`successor.begin.${name}`) },
    value: filledAt(props, name) ?? suggested[name],
    mistake: mistakeAt(t, props, name),
  })
  const years = { from: suggested.starts_on.slice(0, 4), to: suggested.ends_on.slice(0, 4) }
  const words = (name: 'title' | 'lead') => ({
    ...{ t, name, label: t(`successor.field.${name}`), mistakes: mistakesInWords(t, props) },
    value: textsAt(props, name, name === 'title' ? { [language]: t('successor.begin.name', years) } : {}),
  })
  return (
    <Page
      visit={visit}
      title={t('successor.begin.title')}
      lead={t('successor.begin.lead')}
      trail={pathTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {before && <p>{t('successor.begin.before', { date: dateInWords(language, before.ends_on) })}</p>}
      <Form>
        <input type="hidden" name="id" value={filledAt(props, 'id') ?? props.id} />
        <TextField {...day('starts_on')} />
        <TextField {...day('ends_on')} />
        <TextsField {...words('title')} />
        <TextsField {...words('lead')} rows={2} hint={t('successor.field.lead-hint')} />
        <SubmitButton>{t('successor.begin.button')}</SubmitButton>
      </Form>
    </Page>
  )
}
