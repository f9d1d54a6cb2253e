import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import type { failedJobs } from '#platform/jobs.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty } from '#platform/ui/parts.tsx'
import { deskTrail } from './places.page.tsx'

interface Props {
  visit: Visit
  jobs: Awaited<ReturnType<typeof failedJobs>>
}

/** The work that the process does by itself and has given up. */
export function JobsPage({ visit, jobs }: Props) {
  const { t, language } = visit
  return (
    <Page
      visit={visit}
      title={t('office.jobs.title')}
      lead={t('office.jobs.lead')}
      trail={deskTrail(visit)}
      wide
    >
      {jobs.length === 0 ? (
        <Empty>{t('office.jobs.none')}</Empty>
      ) : (
        <Form>
          <DataTable
            caption={t('office.jobs.title')}
            captionUnseen
            head={[
              t('office.jobs.kind'),
              t('office.jobs.when'),
              t('office.jobs.error'),
              t('office.jobs.again'),
            ]}
            rows={jobs.map((job) => [
              job.kind,
              job.failed_at && dateAndTime(language, job.failed_at),
              job.last_error,
              <SubmitButton name="job" value={job.id} variant="secondary">
                {t('office.jobs.again')} <span class="unseen">{job.kind}</span>
              </SubmitButton>,
            ])}
          />
        </Form>
      )}
    </Page>
  )
}
