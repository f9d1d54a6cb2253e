import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Choice,
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Trap } from '#platform/ui/trap.tsx'
import type { Idea } from './ideas.sql.ts'
import { reportReasons } from './moderation.rules.ts'
import { IdeaLink, ideasTrail } from './standing.page.tsx'

/** "This should not be here." An address may be left out. */
export function ReportPage({ visit, idea, ...answered }: Answered & { visit: Visit; idea: Idea }) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('moderation.report.title')}
      lead={t('moderation.report.lead')}
      trail={ideasTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p>
        <IdeaLink visit={visit} idea={idea} />
      </p>
      <Form>
        <Choice
          t={t}
          name="reason"
          required
          label={t('moderation.report.reason')}
          options={reportReasons.map((value) => ({ value, label: t(`moderation.reason.${value}`) }))}
          value={filledAt(answered, 'reason')}
          mistake={mistakeAt(t, answered, 'reason')}
        />
        <LongTextField
          t={t}
          name="words"
          rows={3}
          required={false}
          label={t('moderation.report.words')}
          value={filledAt(answered, 'words')}
          mistake={mistakeAt(t, answered, 'words')}
        />
        <TextField
          t={t}
          name="email"
          type="email"
          autocomplete="email"
          required={false}
          label={t('ideas.form.email')}
          hint={t('moderation.report.email-hint')}
          value={filledAt(answered, 'email')}
          mistake={mistakeAt(t, answered, 'email')}
        />
        <Trap visit={visit} />
        <SubmitButton>{t('moderation.report.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

export const ReportedPage = ({ visit }: { visit: Visit }) => (
  <Page visit={visit} title={visit.t('moderation.report.thanks')} trail={ideasTrail(visit)}>
    <p>{visit.t('moderation.report.then')}</p>
    <p>
      <a href={visit.to('/ideas')}>{visit.t('ideas.sent.all')}</a>
    </p>
  </Page>
)
