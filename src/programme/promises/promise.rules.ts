import { datePlus, daysBetween } from '#platform/time.ts'

/** What one promise counts: every event, or courses, whose meetings count as one. */
export type Counts = 'events' | 'courses'

/** How many a year; without a most, there may be any number more. */
export interface Yearly {
  yearly_min: number
  yearly_max: number | null
}

export interface Period {
  /** Dates 'YYYY-MM-DD'; the last day belongs to it. */
  from_on: string
  until_on: string | null
}

const lastDayOf = (year: number): string => `${year}-12-31`
export const yearOf = (date: string): number => Number(date.slice(0, 4))

/** The promise that is in force on a date; promises of one series never overlap, so there is one or none. */
export const inForce = <P extends Period>(promises: readonly P[], date: string): P | null =>
  promises.find(({ from_on, until_on }) => from_on <= date && (until_on === null || until_on >= date)) ?? null

/**
 * What a year asks is the promise in force on its last day, whole: a promise may change with the plan in the middle of
 * a year, and no share of a number is ever made up. Where none is in force then, the series has ended or not begun.
 */
export const askedOf = <P extends Period>(promises: readonly P[], year: number): P | null =>
  inForce(promises, lastDayOf(year))

/** All promises that were in force on some day of a year, the earliest first. */
export const touching = <P extends Period>(promises: readonly P[], year: number): P[] =>
  promises
    .filter(
      ({ from_on, until_on }) =>
        from_on <= lastDayOf(year) && (until_on === null || until_on >= `${year}-01-01`),
    )
    .toSorted((one, other) => (one.from_on < other.from_on ? -1 : 1))

export type PromiseState =
  | 'kept'
  | 'planned'
  | 'time-left'
  | 'at-risk'
  | 'missed'
  | 'without-number'
  | 'nothing-promised'

interface Year {
  year: number
  /** What the year asks; null when nothing is promised at its end. */
  asks: Yearly | null
  held: number
  coming: number
  /** Days from the invitation to the event. */
  leadDays: number
  today: string
}

export interface Standing {
  state: PromiseState
  /** So many are still to be announced. */
  missing: number
  /** So many more than the most that was promised. */
  over: number
  /** The last day on which the next one can be announced in good time; null when none is missing, or the year is over. */
  nextBy: string | null
  /** That day has passed. */
  late: boolean
}

// With a month to go there is still time to find a room and a speaker; after that somebody has to act.
const riskDays = 30

/** How a promise stands in one year. It is missed when the year is over, and not a day before. */
export function standingOf({ year, asks, held, coming, leadDays, today }: Year): Standing {
  const none = { missing: 0, over: 0, nextBy: null, late: false }
  if (asks === null) return { ...none, state: 'nothing-promised' }
  const over = asks.yearly_max === null ? 0 : Math.max(0, held + coming - asks.yearly_max)
  if (asks.yearly_min === 0) return { ...none, over, state: 'without-number' }
  const missing = Math.max(0, asks.yearly_min - held - coming)
  if (missing === 0) return { ...none, over, state: held >= asks.yearly_min ? 'kept' : 'planned' }
  if (today > lastDayOf(year)) return { ...none, missing, state: 'missed' }
  const nextBy = announceBy({ year, missing, yearly_min: asks.yearly_min, leadDays })
  const state = daysBetween(today, nextBy) <= riskDays ? 'at-risk' : 'time-left'
  return { state, missing, over, nextBy, late: today > nextBy }
}

interface Missing {
  year: number
  missing: number
  yearly_min: number
  leadDays: number
}

/**
 * The dates on which those that are missing can be held at the latest: spread over the year as evenly as the promise
 * says, the last of them on its last day.
 */
export function heldBy({ year, missing, yearly_min }: Omit<Missing, 'leadDays'>): string[] {
  const days = daysBetween(`${year}-01-01`, lastDayOf(year)) + 1
  const apart = Math.floor(days / yearly_min)
  return Array.from({ length: missing }, (_, index) =>
    datePlus(lastDayOf(year), -(missing - 1 - index) * apart),
  )
}

/** While there is time, each one that is missing stands where it has to be held at the latest. */
export const missingDates = ({ year, missing, asks, nextBy }: Missed): string[] =>
  asks && nextBy ? heldBy({ year, missing, yearly_min: asks.yearly_min }) : []

interface Missed extends Pick<Standing, 'missing' | 'nextBy'> {
  year: number
  asks: Yearly | null
}

/** The next has to be announced so long before it is held that the invitations can go out. */
export function announceBy(all: Missing): string {
  const [next = lastDayOf(all.year)] = heldBy(all)
  return datePlus(next, -all.leadDays)
}

interface Meeting {
  /** Dates where people live. */
  begins: string
  ends: string
}

interface OfCourse extends Meeting {
  /** The course that it was made a session of; null when it was made one of none. */
  course: string | null
}

// Without a course to hold them together: after so long without a meeting, the next one begins something else.
const gapDays = 120

/** A course is all of its sessions, and keeps the promise of the year in which the first begins. */
export function coursesOf(meetings: readonly OfCourse[]): Meeting[] {
  const courses: OfCourse[] = []
  for (const one of meetings.toSorted((left, right) => (left.begins < right.begins ? -1 : 1))) {
    const same = courses.findLast(
      ({ course, ends }) =>
        course === one.course && (course !== null || daysBetween(ends, one.begins) <= gapDays),
    )
    if (!same) courses.push({ ...one })
    else if (one.ends > same.ends) same.ends = one.ends
  }
  return courses.map(({ begins, ends }) => ({ begins, ends }))
}
