import type { Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Capacity } from '../capacity.ts'
import type { ApplicationState, Line, Part, Size } from './course.rules.ts'
import type { Because, NotChosen } from './selection.rules.ts'

/** The yearly course: who applied, who was chosen and why, who came. */
export interface CourseTables {
  course: {
    id: string
    slug: string
    series_id: string
    title: Json<Texts>
    about: Json<Texts>
    opens_at: Instant
    closes_at: Instant
    places: number
    /** Kept by the database, which counts places that are offered or taken. */
    places_taken: Generated<number>
    organisation_max: number
    /** Whoever came to so many sessions has attended. */
    sessions_min: number
    answer_days: number
    seed: string
    created_at: Instant
    changed_at: Instant
    published_at: Instant | null
    told_at: Instant | null
    decided_at: Instant | null
    decided_by: string | null
  }
  course_session: { course_id: string; event_id: string }
  course_application: {
    id: string
    course_id: string
    email: string | null
    name: string
    motivation: string | null
    capacity: Capacity
    organisation_id: string | null
    organisation_name: string | null
    size: Size
    part: Part
    language: Language
    state: ApplicationState
    applied_at: Instant
    confirmed_at: Instant | null
    offered_until: Instant | null
    line: Line | null
    line_place: number | null
    alumni_since: Instant | null
    forgotten_at: Instant | null
  }
  course_link: { token_hash: string; application_id: string; created_at: Instant }
  course_pick: {
    id: string
    course_id: string
    application_id: string
    /** rule: what was changed by hand is left to the rule again. */
    kind: 'in' | 'out' | 'rule'
    reason: string
    by_person: string
    at: Instant
  }
  course_choice: {
    application_id: string
    course_id: string
    kind: 'place' | 'substitute' | 'no'
    position: number
    because: Json<Because | NotChosen>
  }
  course_attendance: {
    event_id: string
    application_id: string
    course_id: string
    by_person: string
    at: Instant
  }
  course_certificate: { number: string; application_id: string; made_at: Instant }
}
