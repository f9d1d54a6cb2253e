import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages } from '#platform/language.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, LinkButton } from '#platform/ui/parts.tsx'
import type { SeriesRow } from '../tables.ts'
import type { Turns } from './load-turns.ts'
import { addressKeptDays } from './proposal.rules.ts'
import { ProposalFields } from './proposal-fields.page.tsx'
import { SideName } from './side.page.tsx'

interface Props extends Answered {
  visit: Visit
  series: SeriesRow
  turns: Turns
}

export const hourTrail = (visit: Visit, series: SeriesRow) => [
  { href: visit.to('/series'), label: visit.t('programme.series.title') },
  { href: visit.to(`/series/${series.key}`), label: inLanguage(series.name, visit.language) },
]

/** Where anybody proposes to present something, for a side. */
export function ProposePage({ visit, series, turns, ...answered }: Props) {
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('malmo-hour.propose.title')}
      lead={t('malmo-hour.propose.lead')}
      trail={hourTrail(visit, series)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <Choice
          t={t}
          name="side"
          label={t('malmo-hour.field.side')}
          hint={t('malmo-hour.hint.side')}
          options={turns.sides.map((side) => ({ value: side.id, label: <SideName side={side} t={t} /> }))}
          value={filledAt(answered, 'side')}
          mistake={mistakeAt(t, answered, 'side')}
        />
        <ProposalFields t={t} answered={answered} />
        <TextField
          t={t}
          name="email"
          type="email"
          autocomplete="email"
          required
          label={t('malmo-hour.field.email')}
          hint={t('malmo-hour.hint.email')}
          value={filledAt(answered, 'email')}
          mistake={mistakeAt(t, answered, 'email')}
        />
        <Select
          t={t}
          name="language"
          label={t('malmo-hour.field.language')}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={filledAt(answered, 'language') ?? language}
          mistake={mistakeAt(t, answered, 'language')}
        />
        <p class="quiet">
          {t('malmo-hour.propose.kept', { days: addressKeptDays })}{' '}
          <a href={visit.to('/about/privacy')}>{t('malmo-hour.propose.privacy')}</a>
        </p>
        <SubmitButton>{t('malmo-hour.propose.send')}</SubmitButton>
      </Form>
    </Page>
  )
}

interface ProposedProps {
  visit: Visit
  series: SeriesRow
  /** The link that the mail holds, where no mail leaves the machine. */
  token: string | null
}

/** A mail is on its way. Everybody reads the same. */
export function ProposedPage({ visit, series, token }: ProposedProps) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('malmo-hour.proposed.title')}
      lead={t('malmo-hour.proposed.lead')}
      trail={hourTrail(visit, series)}
    >
      {token && (
        <Actions>
          <LinkButton href={visit.to(`/presentations/${token}`)}>
            {t('malmo-hour.proposed.sample')}
          </LinkButton>
        </Actions>
      )}
      <p>{t('malmo-hour.proposed.next')}</p>
    </Page>
  )
}
