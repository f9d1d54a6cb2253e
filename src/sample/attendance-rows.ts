import { datePlus, instantAt, plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

interface Group {
  course: Row<'course'>
  sessions: readonly Held[]
  by: string
  /** The applications of those who take the course. */
  accepted: readonly string[]
}

/**
 * Most come to most sessions; whoever came often enough has a certificate on the morning after the last. Answers with
 * those.
 */
export function addAttendance(year: Year, { course, sessions, by, accepted }: Group): string[] {
  const held = sessions.filter(({ row }) => row.ends_at <= year.now)
  const last = sessions.at(-1)
  const attended: string[] = []
  for (const application_id of accepted) {
    const came = held.filter(() => year.chance.part() < 0.88)
    for (const { row } of came) {
      const at = plus(row.ends_at, { minutes: 15 })
      year.rows.course_attendance.push({
        event_id: row.id,
        application_id,
        course_id: course.id,
        by_person: by,
        at,
      })
    }
    if (!last || held.length < sessions.length || came.length < course.sessions_min) continue
    const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
    const number = Array.from({ length: 4 }, () =>
      Array.from({ length: 4 }, () => signs[year.chance.below(signs.length)]).join(''),
    ).join('-')
    const made_at = instantAt(datePlus(last.date, 1), '08:40')
    year.rows.course_certificate.push({ number, application_id, made_at })
    attended.push(application_id)
  }
  return attended
}
