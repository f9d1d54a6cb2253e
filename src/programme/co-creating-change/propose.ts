import { hashOf } from '#platform/ids.ts'
import { organisationKey } from '../sign-up/seats.rules.ts'
import type { Reads } from '../tables.ts'
import { type ApplicationRow, applicationsOf } from './applications.sql.ts'
import { lineOf } from './course.rules.ts'
import type { CourseRow } from './courses.sql.ts'
import { type Applicant, type ByHand, proposeGroup, type Proposal } from './selection.rules.ts'
import { type PickRow, picksOf } from './selection.sql.ts'

export interface Selection {
  /** Everybody whose application counts. */
  applications: ApplicationRow[]
  picks: PickRow[]
  hand: ByHand
  /** What the rule says by itself, and with what was changed by hand. */
  byRule: Proposal
  proposal: Proposal
  /** A mark of the group, which is another one as soon as anybody else is in it. */
  seen: string
}

const applicantOf = (row: ApplicationRow): Applicant => ({
  ...{ id: row.id, line: lineOf(row.capacity), size: row.size, part: row.part },
  organisation: organisationKey(row),
})

/** The latest change of each applicant stands. */
function handOf(picks: readonly PickRow[]): ByHand {
  const latest = new Map(picks.map(({ application_id, kind }) => [application_id, kind]))
  const ids = (wanted: 'in' | 'out') =>
    new Set([...latest].flatMap(([id, kind]) => (kind === wanted ? [id] : [])))
  return { in: ids('in'), out: ids('out') }
}

/** The proposed group of a course as things stand. */
export async function selectionOf(db: Reads, course: CourseRow): Promise<Selection> {
  const applications = (await applicationsOf(db, course.id)).filter(({ state }) => state === 'applied')
  const picks = await picksOf(db, course.id)
  const counts = new Set(applications.map(({ id }) => id))
  const picked = handOf(picks)
  const hand = { in: picked.in.intersection(counts), out: picked.out.intersection(counts) }
  const { places, organisation_max: organisationMax, seed } = course
  const terms = { places, organisationMax, seed }
  const applicants = applications.map(applicantOf)
  const proposal = proposeGroup(applicants, terms, hand)
  const seen = hashOf(
    [...proposal.chosen, ...proposal.substitutes].map(({ applicant }) => applicant.id).join(),
  )
  return { applications, picks, hand, byRule: proposeGroup(applicants, terms), proposal, seen }
}
