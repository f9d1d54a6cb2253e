import { longDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { CourseRow, Session } from './courses.sql.ts'
import { HowChosen, NextCourse, Sessions } from './course-parts.page.tsx'
import { lastDayInWords, stateInWords, titleOf } from './course-words.ts'
import { Mix, type MixColumn } from './mix.page.tsx'

interface Props {
  visit: Visit
  course: CourseRow
  sessions: readonly Session[]
  /** The group, once most places are taken; null while there is nothing to show. */
  mix: MixColumn | null
  /** Those who took the course and want to be found. */
  alumni: readonly string[]
  /** The course whose call is open now, if there is one. */
  open: CourseRow | null
}

/** A course: when one can apply, how the group is chosen, when it meets, and who took it. */
export function CoursePage({ visit, course, sessions, mix, alumni, open }: Props) {
  const { t, member } = visit
  const { state, words } = stateInWords(visit, course, sessions)
  return (
    <Page
      visit={visit}
      title={titleOf(t, course)}
      heading={<Text of={course.title} t={t} />}
      trail={[
        {
          href: visit.to('/series/co-creating-change'),
          label: t('co-creating-change.title'),
        },
      ]}
    >
      <Notice kind={state === 'open' ? 'good' : 'info'}>{words}</Notice>
      {state === 'open' && (
        <Actions>
          <LinkButton href={visit.to(`/courses/${course.slug}/apply`)}>
            {t('co-creating-change.apply')}
          </LinkButton>
        </Actions>
      )}
      <Facts
        rows={[
          [t('co-creating-change.field.opens'), longDate(t.language, course.opens_at)],
          [t('co-creating-change.field.closes'), lastDayInWords(t, course)],
          [t('co-creating-change.field.places'), String(course.places)],
          [
            t('co-creating-change.attended'),
            t('co-creating-change.attended-when', { min: course.sessions_min, all: sessions.length }),
          ],
        ]}
      />
      {member?.party && (
        <p>
          <a href={visit.to(`/office/series/co-creating-change/courses/${course.id}`)}>
            {t('co-creating-change.to-office')}
          </a>
        </p>
      )}
      <LongText of={course.about} t={t} />
      <h2>{t('co-creating-change.sessions')}</h2>
      <Sessions visit={visit} sessions={sessions} />
      {mix && (
        <section class="stack" aria-labelledby="group">
          <h2 id="group">{t('co-creating-change.mix.group-title')}</h2>
          <p>{t('co-creating-change.mix.public-lead')}</p>
          <Mix t={t} columns={[mix]} isPublic />
        </section>
      )}
      <h2 id="how">{t('co-creating-change.how.title')}</h2>
      <HowChosen t={t} course={course} />
      <Alumni visit={visit} alumni={alumni} />
      {state !== 'open' && <NextCourse visit={visit} open={open} />}
    </Page>
  )
}

function Alumni({ visit: { t }, alumni }: Pick<Props, 'visit' | 'alumni'>) {
  if (alumni.length === 0) return null
  return (
    <section class="stack" aria-labelledby="alumni">
      <h2 id="alumni">{t('co-creating-change.alumni.title')}</h2>
      <p>{t('co-creating-change.alumni.lead')}</p>
      <ul>
        {alumni.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </section>
  )
}
