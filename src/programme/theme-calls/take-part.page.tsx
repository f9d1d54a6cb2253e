import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages } from '#platform/language.ts'
import {
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
import { Card, LinkButton } from '#platform/ui/parts.tsx'
import type { Call } from './calls.sql.ts'
import type { Proposal } from './proposals.sql.ts'
import { daysOf } from './save-call.ts'
import { SupporterFields, Why } from './support.page.tsx'
import { confirmDays } from './theme-call.rules.ts'

interface Props extends Answered {
  visit: Visit
  call: Call
}

export const callTrail = (visit: Visit, call: Call) => [
  {
    href: visit.to(`/themes/${call.id}`),
    label: visit.t('theme-calls.title', { series: inLanguage(call.series_name, visit.language) }),
  },
]

/** Nobody fills in what cannot be sent; but what somebody has written is kept for them to copy. */
const mayWrite = ({ refusal, filled }: Answered): boolean =>
  refusal === undefined || filled?.['capacity'] !== undefined

/** Where anybody proposes a theme. */
export function ProposePage(props: Props) {
  const { visit, call } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const field = (name: 'title' | 'why' | 'who') => ({
    ...{ t, name, label: t(`theme-calls.field.${name}`), hint: t(`theme-calls.hint.${name}`) },
    ...{ value: filledAt(props, name), mistake: mistakeAt(t, props, name) },
  })
  const last = dateInWords(language, daysOf(call).last_day)
  return (
    <Page
      visit={visit}
      title={t('theme-calls.propose.title')}
      lead={t('theme-calls.propose.lead', { last })}
      trail={callTrail(visit, call)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {mayWrite(props) && (
        <Form>
          <input type="hidden" name="id" value={filledAt(props, 'id')} />
          <TextField {...field('title')} />
          <LongTextField {...field('why')} rows={4} />
          <TextField {...field('who')} />
          <Select
            t={t}
            name="language"
            label={t('theme-calls.field.language')}
            value={filledAt(props, 'language') ?? language}
            mistake={mistakeAt(t, props, 'language')}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <SupporterFields {...props} />
          <SubmitButton>{t('theme-calls.propose.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}

/** Where anybody seconds a proposal. */
export function SecondPage(props: Props & { proposal: Proposal }) {
  const { visit, call, proposal } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const lang = proposal.language === language ? undefined : proposal.language
  return (
    <Page
      visit={visit}
      title={t('theme-calls.second.title')}
      lead={t('theme-calls.second.lead')}
      trail={callTrail(visit, call)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Card tinted>
        <p lang={lang}>
          <strong>{proposal.title}</strong>
        </p>
        <Why text={proposal.why} lang={lang} />
      </Card>
      {mayWrite(props) && (
        <Form>
          <SupporterFields {...props} />
          <SubmitButton>{t('theme-calls.second.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}

/** The same for everybody, so that nobody learns who has seconded what. */
export function AskedPage({ visit, call }: Pick<Props, 'visit' | 'call'>) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('theme-calls.asked.title')}
      lead={t('theme-calls.asked.lead', { days: confirmDays })}
      trail={callTrail(visit, call)}
    >
      <LinkButton href={visit.to(`/themes/${call.id}`)} variant="secondary">
        {t('theme-calls.asked.back')}
      </LinkButton>
    </Page>
  )
}
