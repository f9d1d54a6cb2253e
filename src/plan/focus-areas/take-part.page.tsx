import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages, type Texts } from '#platform/language.ts'
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
import { LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { focusTrail } from './call.page.tsx'
import { confirmDays } from './focus.rules.ts'
import type { Proposal } from './focus.sql.ts'

interface Props extends Answered {
  visit: Visit
  year: number
}

const trailOf = (visit: Visit, year: number) => [
  ...focusTrail(visit),
  { href: visit.to(`/focus-areas/${year}`), label: visit.t('focus-areas.call.title', { year }) },
]

/** Where anybody proposes what a year is to be about. */
export function ProposePage(props: Props) {
  const { visit, year } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const field = (name: 'title' | 'why' | 'organisation' | 'email') => ({
    ...{ t, name, label: t(`focus-areas.field.${name}`), hint: t(`focus-areas.hint.${name}`) },
    ...{ value: filledAt(props, name), mistake: mistakeAt(t, props, name) },
  })
  return (
    <Page
      visit={visit}
      title={t('focus-areas.propose.title')}
      lead={t('focus-areas.propose.lead', { year })}
      trail={trailOf(visit, year)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(props, 'id')} />
        <TextField {...field('title')} />
        <LongTextField {...field('why')} rows={5} />
        <Select
          t={t}
          name="language"
          label={t('focus-areas.field.language')}
          value={filledAt(props, 'language') ?? language}
          mistake={mistakeAt(t, props, 'language')}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <TextField {...field('organisation')} required={false} />
        <TextField {...field('email')} type="email" autocomplete="email" />
        <SubmitButton>{t('focus-areas.propose.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** Where anybody stands behind a proposal. */
export function SupportPage(props: Answered & { visit: Visit; proposal: Proposal }) {
  const { visit, proposal } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('focus-areas.support.title')}
      lead={<Text of={proposal.title} t={t} />}
      trail={trailOf(visit, proposal.year)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {(props.refusal === undefined || props.filled) && (
        <Form>
          <TextField
            t={t}
            name="email"
            type="email"
            autocomplete="email"
            label={t('focus-areas.field.email')}
            hint={t('focus-areas.support.hint')}
            value={filledAt(props, 'email')}
            mistake={mistakeAt(t, props, 'email')}
          />
          <SubmitButton>{t('focus-areas.support.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}

/** The same for everybody, so that nobody learns who supports what. */
export const AskedPage = ({ visit, year }: Pick<Props, 'visit' | 'year'>) => (
  <Page
    visit={visit}
    title={visit.t('focus-areas.asked.title')}
    lead={visit.t('focus-areas.asked.lead', { days: confirmDays })}
    trail={trailOf(visit, year)}
  >
    <LinkButton href={visit.to(`/focus-areas/${year}`)} variant="secondary">
      {visit.t('focus-areas.asked.back')}
    </LinkButton>
  </Page>
)

interface WishProps extends Answered {
  visit: Visit
  wish: { kind: 'proposed' | 'supported'; title: Texts; year: number; confirmed_at: string | null }
}

/** Where a mailed link leads: opening it changes nothing, the button does. */
export function WishPage(props: WishProps) {
  const { visit, wish } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t(`focus-areas.wish.${wish.kind}`)}
      lead={inLanguage(wish.title, language)}
      trail={trailOf(visit, wish.year)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {wish.confirmed_at ? (
        <Notice kind="good" live>
          {t(`focus-areas.wish.${wish.kind}-confirmed`)}
        </Notice>
      ) : (
        <Form>
          <SubmitButton>{t(`focus-areas.wish.${wish.kind}-button`)}</SubmitButton>
        </Form>
      )}
      <p>
        <a href={visit.to(`/focus-areas/${wish.year}`)}>{t('focus-areas.asked.back')}</a>
      </p>
    </Page>
  )
}
