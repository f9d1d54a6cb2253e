import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Form, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Notice } from '#platform/ui/parts.tsx'
import type { CourseRow, Session } from './courses.sql.ts'
import { titleOf } from './course-words.ts'

interface Props {
  visit: Visit
  /** What somebody asked about; null when nothing yet. */
  typed: string | null
  found: {
    number: string
    name: string
    made_at: string
    forgotten_at: string | null
    course: CourseRow
    sessions: readonly Session[]
  } | null
}

/** Whether a certificate is ours: for whoever was shown one, and has its number. */
export function CertificatePage({ visit, typed, found }: Props) {
  const { t, language } = visit
  return (
    <Page visit={visit} title={t('co-creating-change.check.title')} lead={t('co-creating-change.check.lead')}>
      {found && (
        <>
          <Notice kind="good">{t('co-creating-change.check.ours', { number: found.number })}</Notice>
          <Facts
            rows={[
              [
                t('co-creating-change.check.name'),
                found.forgotten_at === null ? found.name : t('co-creating-change.check.forgotten'),
              ],
              [t('co-creating-change.check.course'), titleOf(t, found.course)],
              [
                t('co-creating-change.check.when'),
                found.sessions
                  .map(({ starts_at }) => dateInWords(language, localDate(starts_at)))
                  .join(' · '),
              ],
              [t('co-creating-change.check.made'), dateInWords(language, localDate(found.made_at))],
            ]}
          />
        </>
      )}
      {typed && !found && <Notice kind="stopped">{t('co-creating-change.check.none')}</Notice>}
      <Form method="get" action={visit.to('/certificates')}>
        <TextField
          t={t}
          name="number"
          label={t('co-creating-change.check.number')}
          hint={t('co-creating-change.check.hint')}
          value={typed}
          size={22}
        />
        <SubmitButton>{t('co-creating-change.check.button')}</SubmitButton>
      </Form>
    </Page>
  )
}
