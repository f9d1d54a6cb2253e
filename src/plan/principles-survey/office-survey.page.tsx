import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
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
import { Actions, Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import type { Results } from './load-results.ts'

export interface ToAsk {
  key: string
  name: Texts
  statement: Texts
}

interface Props extends Answered {
  visit: Visit
  year: number
  /** Null until one is planned. */
  results: Results | null
  /** The principles with what is proposed, or planned, to be asked. */
  toAsk: readonly ToAsk[]
  dates: { opensOn: string; closesOn: string }
  /** How many can be asked. */
  reachable: number
  /** In a sample without a mail server nobody gets the link, so one can be tried here. */
  showsLinks: boolean
}

/** Where the yearly survey is planned, and followed while it is open. */
export function OfficeSurveyPage(props: Props) {
  const { visit, year, results, reachable } = props
  const { t, to } = visit
  const problems = problemsOf(t, props)
  const isSent = results !== null && results.asked > 0
  return (
    <Page
      visit={visit}
      title={t('survey.office.title', { year: String(year) })}
      lead={t('survey.office.lead')}
      trail={[
        { href: to('/office/years'), label: t('year-report.office.all') },
        { href: to(`/office/years/${year}`), label: t('year-report.title', { year: String(year) }) },
      ]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {results && <Standing {...props} results={results} />}
      {isSent ? null : (
        <>
          <p>{t('survey.office.reachable', { count: reachable })}</p>
          <Fields {...props} />
        </>
      )}
    </Page>
  )
}

function Standing({ visit, year, results, showsLinks }: Props & { results: Results }) {
  const { t, to, language } = visit
  const { survey, state, asked, answered } = results
  return (
    <>
      <Facts
        rows={[
          [t('survey.office.state'), t(`survey.state.${state}`)],
          [t('survey.office.opens'), dateInWords(language, survey.opens_on)],
          [t('survey.office.closes'), dateInWords(language, survey.closes_on)],
          [t('survey.office.asked'), asked > 0 && String(asked)],
          [t('survey.office.answered'), asked > 0 && String(answered)],
        ]}
      />
      {state === 'open' && <Notice>{t('survey.office.while-open')}</Notice>}
      {state === 'closed' && (
        <Actions>
          <LinkButton href={to('/plan/years/principles')}>{t('survey.office.see')}</LinkButton>
          <LinkButton variant="secondary" href={to(`/office/years/${year}/survey/words`)}>
            {t('survey.office.words')}
          </LinkButton>
        </Actions>
      )}
      {showsLinks && state === 'open' && asked > answered && (
        <Form action={to(`/office/years/${year}/survey/try`)}>
          <p>{t('survey.office.try-lead')}</p>
          <SubmitButton variant="secondary">{t('survey.office.try')}</SubmitButton>
        </Form>
      )}
    </>
  )
}

function Fields(props: Props) {
  const { visit, toAsk, dates, results } = props
  const { t, language } = visit
  const day = (name: 'opensOn' | 'closesOn', label: string) => (
    <TextField
      t={t}
      name={name}
      type="date"
      label={label}
      value={filledAt(props, name) ?? dates[name]}
      mistake={mistakeAt(t, props, name)}
    />
  )
  return (
    <Form>
      {day('opensOn', t('survey.office.opens'))}
      {day('closesOn', t('survey.office.closes'))}
      {toAsk.map(({ key, name, statement }) => (
        <TextsField
          t={t}
          name={key}
          label={inLanguage(name, language)}
          rows={2}
          value={textsAt(props, key, statement)}
          mistakes={mistakesInWords(t, props)}
        />
      ))}
      <SubmitButton>{t(results ? 'survey.office.change' : 'survey.office.plan')}</SubmitButton>
    </Form>
  )
}
