import type { Instant } from '#platform/time.ts'

interface Standing {
  published_at: Instant | null
  places_taken: number
  decided_at: Instant | null
  opens_at: Instant
  closes_at: Instant
  organisation_max: number
}

interface Wanted {
  places: number
  opens_at: Instant
  closes_at: Instant
  organisation_max: number
}

export type CourseChangeRefusal = 'fewer-than-taken' | 'call-is-decided' | 'earlier-deadline'

/**
 * Nobody loses a place that is offered or taken, and once the group is decided its terms are those it was
 * chosen by. Whoever counts on a last day that everybody has read has that day: once published it is only moved later.
 */
export function refusalToChangeCourse(course: Standing, wanted: Wanted): CourseChangeRefusal | null {
  if (wanted.places < course.places_taken) return 'fewer-than-taken'
  if (course.decided_at === null) {
    const isEarlier = course.published_at !== null && wanted.closes_at < course.closes_at
    return isEarlier ? 'earlier-deadline' : null
  }
  const isSame =
    wanted.opens_at === course.opens_at &&
    wanted.closes_at === course.closes_at &&
    wanted.organisation_max === course.organisation_max
  return isSame ? null : 'call-is-decided'
}
