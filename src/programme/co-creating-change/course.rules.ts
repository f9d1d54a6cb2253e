import { type Instant, localDate, datePlus } from '#platform/time.ts'
import type { Capacity } from '../capacity.ts'

/** What a course's times say of it; those of its sessions come in the order of time. */
export interface CourseTimes {
  published_at: Instant | null
  opens_at: Instant
  closes_at: Instant
  decided_at: Instant | null
}
export interface SessionTimes {
  starts_at: Instant
  ends_at: Instant
}

/** draft: the office alone sees it. coming: the call opens later. selecting: it is over, and nobody knows yet. */
export type CourseState = 'draft' | 'coming' | 'open' | 'selecting' | 'decided' | 'running' | 'finished'

export function courseState(
  course: CourseTimes,
  sessions: readonly SessionTimes[],
  now: Instant,
): CourseState {
  if (course.published_at === null) return 'draft'
  if (now < course.opens_at) return 'coming'
  if (now < course.closes_at) return 'open'
  const [first, last] = [sessions[0], sessions.at(-1)]
  if (last && last.ends_at <= now) return 'finished'
  if (first && first.starts_at <= now) return 'running'
  return course.decided_at === null ? 'selecting' : 'decided'
}

export type CallRefusal = 'not-open' | 'closed'

/** Everybody has the same time: nobody applies, or changes what they wrote, before the call or after it. */
export function refusalToApply(course: CourseTimes, now: Instant): CallRefusal | null {
  if (course.published_at === null || now < course.opens_at) return 'not-open'
  return now >= course.closes_at ? 'closed' : null
}

export type ApplicationState =
  | 'unconfirmed'
  | 'applied'
  | 'withdrawn'
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'expired'
  | 'substitute'
  | 'not-chosen'

/** Whether an application takes one of the places. */
export const takesPlace = (state: ApplicationState): boolean => state === 'offered' || state === 'accepted'

/** Whether there is anything left to withdraw. */
export const isOn = (state: ApplicationState): boolean =>
  takesPlace(state) || state === 'applied' || state === 'unconfirmed' || state === 'substitute'

export type ConfirmRefusal = 'decided' | 'already-withdrawn'

/** Whoever applied in time may confirm the address until the group is decided: mails can be slow. */
export function refusalToConfirm(
  course: CourseTimes,
  application: { state: ApplicationState },
): ConfirmRefusal | null {
  if (application.state === 'withdrawn') return 'already-withdrawn'
  return application.state === 'unconfirmed' && course.decided_at !== null ? 'decided' : null
}

export type SelectionRefusal = 'still-open' | 'already-decided'

/** The group is chosen among all who applied in time, and once: after that it is never changed silently. */
export function refusalToSelect(course: CourseTimes, now: Instant): SelectionRefusal | null {
  if (course.decided_at !== null) return 'already-decided'
  return now < course.closes_at ? 'still-open' : null
}

export type CertificateRefusal = 'no-place' | 'sessions-to-come' | 'too-few-sessions'

/** Who has attended the course: whoever had a place and came to as many sessions as it asks for, once the last is over. */
export function refusalToCertify(
  application: { state: ApplicationState; attended: number },
  course: { sessions_min: number },
  sessions: readonly SessionTimes[],
  now: Instant,
): CertificateRefusal | null {
  if (application.state !== 'accepted') return 'no-place'
  const last = sessions.at(-1)
  if (!last || last.ends_at > now) return 'sessions-to-come'
  return application.attended < course.sessions_min ? 'too-few-sessions' : null
}

/** On the list of those who took the course stands whoever has attended it, as for the certificate; anybody may leave it. */
export const refusalToJoinAlumni = (
  ...attended: Parameters<typeof refusalToCertify>
): CertificateRefusal | null => refusalToCertify(...attended)

/** Which side of the table somebody sits on: the course is for both parties in equal number, and others as there is room. */
export const lines = ['city', 'civil-society', 'others'] as const
export type Line = (typeof lines)[number]

export function lineOf(capacity: Capacity): Line {
  if (capacity === 'civil-servant') return 'city'
  return capacity === 'civil-society' ? 'civil-society' : 'others'
}

/** How many are in somebody's organization: nobody else, up to ten, up to fifty, more. */
export const sizes = ['alone', 'small', 'middle', 'large'] as const
export type Size = (typeof sizes)[number]

/** The part of the city where somebody is active. */
export const parts = ['north', 'east', 'south', 'west', 'center', 'whole', 'elsewhere'] as const
export type Part = (typeof parts)[number]

// Half a year is enough to answer questions about the selection; participants' attendance is kept a year, so that
// whoever needs the certificate has time to fetch it.
const applicationsKeptDays = 183
const participantsKeptDays = 365

/** The date, 'YYYY-MM-DD', on which applications of those without a place are wiped, and all that was written in them. */
export const applicationsWipedOn = (course: { closes_at: Instant }): string =>
  datePlus(localDate(course.closes_at), applicationsKeptDays)

/** The same for those who took part; null while no session has a date. Never before the others are. */
export function participantsWipedOn(
  course: { closes_at: Instant },
  sessions: readonly SessionTimes[],
): string | null {
  const last = sessions.at(-1)
  if (!last) return null
  const date = datePlus(localDate(last.ends_at), participantsKeptDays)
  const others = applicationsWipedOn(course)
  return date < others ? others : date
}
