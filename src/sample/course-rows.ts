import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Language, Texts } from '#platform/language.ts'
import { inLanguage } from '#platform/language.ts'
import { slugOf } from '#platform/search.ts'
import { datePlus, type Instant, instantAt, plus } from '#platform/time.ts'
import {
  type Applicant,
  choicesOf,
  lineOf,
  organisationKey,
  parts,
  proposeGroup,
  sizes,
} from '#programme/index.ts'
import { addAttendance } from './attendance-rows.ts'
import type { Held } from './event-rows.ts'
import type { Someone, Staff } from './people-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

interface SampleCourse {
  title: Texts
  /** Events of the year, in order. */
  sessions: string[]
  /** Days before the first session, for a course whose group is decided. */
  opensBefore?: number
  closesBefore?: number
  /** Days from today, for one whose call is open. */
  opensDaysAgo?: number
  closesInDays?: number
  places: number
  applicants: number
}

export interface SampleCourses {
  about: Texts
  courses: SampleCourse[]
  motivations: { language: Language; text: string }[]
  picked: { in: string; out: string }
}

/** A course whose group was decided: the database lets that happen only step by step, after its rows are there. */
export interface Decided {
  course: Row<'course'>
  decided_at: Instant
  decided_by: string
  accepted: string[]
  alumni: string[]
  /** The morning after the last session, when those who attended are asked whether they want to be found. */
  alumni_since: Instant
  substitutes: { id: string; line: 'city' | 'civil-society' | 'others'; line_place: number }[]
  left: string[]
  /** Since when those without a place are forgotten, and those who took part; null while they are known. */
  forgotten_at: Instant | null
  participants_forgotten_at: Instant | null
}

/** The courses of the year: one that is over, one that is under way, and one whose call is open. */
export function addCourses(
  year: Year,
  events: readonly Held[],
  { staff, people }: { staff: Staff; people: readonly Someone[] },
): Decided[] {
  return year.content.courses.courses.flatMap((sample) => {
    const sessions = sample.sessions.map((key) =>
      found(
        events.find((one) => one.sample.key === key),
        key,
      ),
    )
    const course = addCourse(year, sample, sessions)
    const applications = addApplications(year, sample, course, people)
    return sample.closesBefore === undefined
      ? []
      : [
          decideCourse(year, {
            course,
            applications,
            sessions,
            by: found(staff.coordinators[1], 'coordinator'),
          }),
        ]
  })
}

function addCourse(year: Year, sample: SampleCourse, sessions: readonly Held[]): Row<'course'> {
  const first = sessions[0]?.date ?? year.today
  const opens = sample.opensBefore
    ? datePlus(first, -sample.opensBefore)
    : year.date(-(sample.opensDaysAgo ?? 0))
  const closes = sample.closesBefore
    ? datePlus(first, -sample.closesBefore)
    : year.date(sample.closesInDays ?? 0)
  const created_at = instantAt(datePlus(opens, -3), '10:15')
  const course: Row<'course'> = {
    id: year.id(created_at),
    slug: slugOf(inLanguage(sample.title, 'sv')),
    series_id: found(year.found.series.get('co-creating-change'), 'series'),
    ...{ title: json(sample.title), about: json(year.content.courses.about) },
    ...{ opens_at: instantAt(opens, '00:00'), closes_at: instantAt(datePlus(closes, 1), '00:00') },
    ...{
      places: sample.places,
      organisation_max: 2,
      sessions_min: sessions.length === 3 ? 2 : 3,
      answer_days: 7,
    },
    ...{ seed: `lott ${year.chance.below(9000) + 1000}`, created_at, changed_at: created_at },
    ...{ published_at: created_at, told_at: instantAt(opens, '00:00'), decided_at: null, decided_by: null },
  }
  year.rows.course.push(course)
  for (const { row } of sessions) year.rows.course_session.push({ course_id: course.id, event_id: row.id })
  year.record({ what: 'course-opened', by: null, about: course.id, at: course.opens_at })
  return course
}

/** More from civil society than from the city, as it is in life, and a few who are neither. */
function addApplications(
  year: Year,
  { applicants }: SampleCourse,
  course: Row<'course'>,
  people: readonly Someone[],
): Row<'course_application'>[] {
  const from = (line: string, count: number) =>
    year.chance.shuffled(people.filter(({ capacity }) => lineOf(capacity) === line)).slice(0, count)
  const city = Math.round(applicants * 0.36)
  const all = [...from('city', city), ...from('civil-society', applicants - city - 3), ...from('others', 3)]
  const { motivations } = year.content.courses
  const hours = Math.floor((Date.parse(course.closes_at) - Date.parse(course.opens_at)) / 3_600_000)
  const until = Math.min(hours, Math.floor((Date.parse(year.now) - Date.parse(course.opens_at)) / 3_600_000))
  return all.map((someone) => {
    const applied_at = plus(course.opens_at, { hours: 1 + year.chance.below(Math.max(1, until - 1)) })
    const own = motivations.filter(({ language }) => language === someone.language)
    const row: Row<'course_application'> = {
      ...{ id: year.id(applied_at), course_id: course.id, email: someone.email, name: someone.name },
      motivation: (own[year.chance.below(own.length)] ?? found(motivations[0], 'motivation')).text,
      ...{ capacity: someone.capacity, language: someone.language },
      ...{ organisation_id: someone.organisationId, organisation_name: someone.organisationName },
      size: found(
        lineOf(someone.capacity) === 'city' ? sizes[2 + year.chance.below(2)] : sizes[year.chance.below(4)],
        'size',
      ),
      part: found(parts[year.chance.below(parts.length)], 'part'),
      ...{ state: 'applied', applied_at, confirmed_at: plus(applied_at, { minutes: 12 }) },
      ...{ offered_until: null, line: null, line_place: null, alumni_since: null, forgotten_at: null },
    }
    year.rows.course_application.push(row)
    return row
  })
}

interface Deciding {
  course: Row<'course'>
  applications: readonly Row<'course_application'>[]
  sessions: readonly Held[]
  by: string
}

/** The group is what the rule says; one of the first chosen said no, and a substitute came instead. */
function decideCourse(year: Year, { course, applications, sessions, by }: Deciding): Decided {
  const proposal = proposeGroup(
    applications.map((row): Applicant => ({
      ...{ id: row.id, line: lineOf(row.capacity), size: row.size, part: row.part },
      organisation: organisationKey({
        organisation_id: row.organisation_id ?? null,
        organisation_name: row.organisation_name ?? null,
      }),
    })),
    { places: course.places, organisationMax: course.organisation_max, seed: course.seed },
  )
  for (const choice of choicesOf(course, proposal))
    year.rows.course_choice.push({ ...choice, because: json(choice.because) })
  const decided_at = plus(course.closes_at, { hours: 34 })
  const detail = { places: proposal.chosen.length, applications: applications.length }
  year.record({ what: 'course-decided', by, about: course.id, at: decided_at, detail })
  const chosen = proposal.chosen.map(({ applicant }) => applicant.id)
  const attended = addAttendance(year, { course, sessions, by, accepted: chosen })
  const last = found(sessions.at(-1), 'session').row.ends_at
  const participantsOn = plus(last, { days: 366 })
  const wipedOn = plus(course.closes_at, { days: 183 })
  return {
    ...{ course, decided_at, decided_by: by, accepted: chosen },
    alumni: attended.filter((_, index) => index % 3 !== 1),
    alumni_since: plus(last, { hours: 20 }),
    substitutes: proposal.substitutes.map(({ applicant, because }) => ({
      ...{ id: applicant.id, line: applicant.line, line_place: because.kind === 'next' ? because.place : 1 },
    })),
    left: proposal.left.map(({ applicant }) => applicant.id),
    forgotten_at: wipedOn <= year.now ? wipedOn : null,
    participants_forgotten_at: participantsOn <= year.now ? participantsOn : null,
  }
}
