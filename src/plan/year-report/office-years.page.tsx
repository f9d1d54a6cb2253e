import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Tag } from '#platform/ui/parts.tsx'
import type { Report } from './reports.sql.ts'
import { reportTagKinds } from './office-year.page.tsx'

interface Props extends Answered {
  visit: Visit
  reports: readonly Report[]
  /** The year that is proposed to be begun. */
  next: number
}

/** All reports, for those who finish them, and where the next one is begun. */
export function OfficeYearsPage({ visit, reports, next, ...answered }: Props) {
  const { t, to } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('year-report.office.all')}
      lead={t('year-report.office.all-lead')}
      trail={[{ href: to('/office'), label: t('year-report.office.desk') }]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {reports.length === 0 ? (
        <Empty>{t('year-report.office.none')}</Empty>
      ) : (
        <ul class="lined-list">
          {reports.map(({ year, state }) => (
            <li class="row">
              <a href={to(`/office/years/${year}`)}>{t('year-report.title', { year: String(year) })}</a>
              <Tag kind={reportTagKinds[state]}>{t(`year-report.state.${state}`)}</Tag>
            </li>
          ))}
        </ul>
      )}
      <h2>{t('year-report.office.begin')}</h2>
      <Form>
        <TextField
          t={t}
          name="year"
          label={t('year-report.office.year')}
          inputmode="numeric"
          size={6}
          value={filledAt(answered, 'year') ?? next}
          mistake={mistakeAt(t, answered, 'year')}
        />
        <SubmitButton>{t('year-report.office.begin')}</SubmitButton>
      </Form>
    </Page>
  )
}
