import type { Visit } from '#platform/http.ts'
import { Card, LinkButton } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Words } from '#platform/words.ts'
import type { CourseRow, Session } from './courses.sql.ts'
import { lastDayInWords, sessionInWords, titleOf } from './course-words.ts'

interface SessionsProps {
  visit: Visit
  sessions: readonly Session[]
}

/** The sessions in the order of time; each that is announced has a page of its own, with what is left of it. */
export function Sessions({ visit, sessions }: SessionsProps) {
  const { t } = visit
  if (sessions.length === 0) return <p>{t('co-creating-change.no-sessions')}</p>
  return (
    <ol class="lined-list">
      {sessions.map((session) => (
        <li class="stack-tight">
          <p>
            {session.published_at === null ? (
              <Text of={session.title} t={t} />
            ) : (
              <a href={visit.to(`/events/${session.slug}`)}>
                <Text of={session.title} t={t} />
              </a>
            )}
          </p>
          <p class="quiet small">{sessionInWords(t, session)}</p>
        </li>
      ))}
    </ol>
  )
}

interface NextProps {
  visit: Visit
  /** The course whose call is open now, if there is one. */
  open: CourseRow | null
}

/** What comes next: the call that is open, or where one asks to be told of the next. */
export function NextCourse({ visit, open }: NextProps) {
  const { t } = visit
  if (open === null) return <TellMe visit={visit} />
  return (
    <Card tinted>
      <p>{t('co-creating-change.next-open', { title: titleOf(t, open), closes: lastDayInWords(t, open) })}</p>
      <LinkButton href={visit.to(`/courses/${open.slug}`)} variant="secondary">
        {t('co-creating-change.next-open-button')}
      </LinkButton>
    </Card>
  )
}

/** Where one asks to be told of the next course. */
export const TellMe = ({ visit }: { visit: Visit }) => (
  <Card tinted>
    <p>{visit.t('co-creating-change.tell-me')}</p>
    <LinkButton href={visit.to('/news/follow?series=co-creating-change')} variant="secondary">
      {visit.t('co-creating-change.tell-me-button')}
    </LinkButton>
  </Card>
)

interface HowProps {
  t: Words
  course: { places: number; organisation_max: number; sessions_min: number; answer_days: number }
}

/** The rule in a few sentences, for everybody to read before they apply. */
export const HowChosen = ({ t, course }: HowProps) => (
  <ul>
    {(['halves', 'organisation', 'spread', 'draw', 'hand', 'substitutes', 'offer'] as const).map((one) => (
      <li>
        {t(`co-creating-change.how.${one}`, {
          places: course.places,
          half: Math.floor(course.places / 2),
          odd: course.places % 2,
          max: course.organisation_max,
          days: course.answer_days,
        })}
      </li>
    ))}
  </ul>
)
