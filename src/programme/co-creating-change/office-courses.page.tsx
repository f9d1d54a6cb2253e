import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, LinkButton } from '#platform/ui/parts.tsx'
import type { CourseRow, Session } from './courses.sql.ts'
import { stateInWords, titleOf } from './course-words.ts'

/** Where coordinators look after the series. */
export const home = '/office/series/co-creating-change'

interface ListProps {
  visit: Visit
  courses: readonly (CourseRow & { sessions: readonly Session[]; applied: number })[]
}

/** Every course, the latest first, with what there is to do with it. */
export function OfficeCoursesPage({ visit, courses }: ListProps) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('co-creating-change.office.courses')}
      trail={[{ href: visit.to(home), label: t('co-creating-change.title') }]}
    >
      {courses.length === 0 && <Empty>{t('co-creating-change.office.none')}</Empty>}
      {courses.length > 0 && (
        <DataTable
          caption={t('co-creating-change.office.courses')}
          captionUnseen
          head={[
            t('co-creating-change.field.title'),
            t('co-creating-change.office.state'),
            t('co-creating-change.office.applied'),
            t('co-creating-change.field.places'),
          ]}
          rows={courses.map((course) => [
            <a href={visit.to(`${home}/courses/${course.id}`)}>{titleOf(t, course)}</a>,
            stateInWords(visit, course, course.sessions).words,
            String(course.applied),
            t('co-creating-change.office.taken-of', { taken: course.places_taken, places: course.places }),
          ])}
        />
      )}
      <Actions>
        <LinkButton href={visit.to(`${home}/courses/new`)}>{t('co-creating-change.office.new')}</LinkButton>
      </Actions>
    </Page>
  )
}
