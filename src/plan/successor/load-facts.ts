import { type Instant, localDate } from '#platform/time.ts'
import { absencesOf } from '../absences.sql.ts'
import { type Absence, keepingOf } from '../keeping.rules.ts'
import { ownerId } from '../revisions/index.ts'
import type { Reads } from '../tables.ts'
import { type Carried, loadCarried } from './asking/load-carried.ts'
import { waitingComments } from './consultation/comments.sql.ts'
import { roundState } from './consultation/consultation.rules.ts'
import { type DraftShown, draftCommitmentsOf, paragraphsOf } from './draft/draft.sql.ts'
import { type GatheredSource, loadSources, waitsStill } from './gathering/load-sources.ts'
import type { Facts } from './successor.rules.ts'
import type { Successor } from './successor.sql.ts'
import type { DraftParagraph } from './tables.ts'

/** Everything about a plan in the making that its pages show and its rules ask for. */
export interface Making {
  successor: Successor
  carried: Carried[]
  sources: GatheredSource[]
  paragraphs: DraftParagraph[]
  commitments: DraftShown[]
  /** When those who are to keep the draft's commitments are not there, by their ids. */
  absences: Map<string, Absence[]>
  facts: Facts
}

export async function loadMaking(db: Reads, successor: Successor, now: Instant): Promise<Making> {
  const [carried, sources, paragraphs, commitments, waiting] = await Promise.all([
    loadCarried(db, successor, localDate(now)),
    loadSources(db, successor),
    paragraphsOf(db, successor.id),
    draftCommitmentsOf(db, successor.id),
    waitingComments(db, successor.id),
  ])
  const owners = commitments.flatMap((one) => one.owners.map(ownerId))
  const absences = await absencesOf(db, [...new Set(owners)])
  const inDraft = new Set(commitments.map(({ carried_from }) => carried_from))
  const goesOn = carried.filter(({ fate }) => fate === 'continue' || fate === 'change')
  const facts: Facts = {
    asked: carried.filter(({ fate }) => fate !== 'finished').length,
    unanswered: carried.filter(({ fate }) => fate === 'unanswered').length,
    toGather: sources.filter(waitsStill).length,
    paragraphs: paragraphs.length,
    commitments: commitments.length,
    missingFromDraft: goesOn.filter(({ commitment }) => !inDraft.has(commitment.id)).length,
    nobodys: nobodysIn({ commitments, absences }, localDate(now)).length,
    round: roundState(successor, now),
    toRead: waiting.toRead,
    toAnswer: waiting.toAnswer,
    revision: successor.revision_state,
    isAdopted: successor.adopted_on !== null,
  }
  return { successor, carried, sources, paragraphs, commitments, absences, facts }
}

/** Commitments of the draft that nobody is there to keep. */
export const nobodysIn = (
  { commitments, absences }: Pick<Making, 'commitments' | 'absences'>,
  today: string,
): DraftShown[] =>
  commitments.filter(({ owners }) => {
    const keepers = owners.map((owner) => ({ absences: absences.get(ownerId(owner)) ?? [] }))
    return keepingOf(keepers, today) === 'nobody'
  })
