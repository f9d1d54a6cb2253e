import { type CommitmentLink, type CommitmentOf, none } from './commitments.ts'
import { publishedNoteOf } from './notes.sql.ts'
import { publicRecommendationsOf, type Recommendation } from './recommendations.sql.ts'
import type { Reads } from './tables.ts'

type PublishedNote = NonNullable<Awaited<ReturnType<typeof publishedNoteOf>>>

export interface AfterEventFacts {
  note: PublishedNote | undefined
  recommendations: readonly Recommendation[]
  /** What each of them has become in the plan, by the recommendation's id. */
  commitments: ReadonlyMap<string, readonly CommitmentLink[]>
}

/** What everybody may know of what came out of an event; null while there is nothing. */
export async function afterEvent(db: Reads, eventId: string, commitmentOf: CommitmentOf = none) {
  const [note, recommendations] = await Promise.all([
    publishedNoteOf(db, eventId),
    publicRecommendationsOf(db, eventId),
  ])
  if (!note && recommendations.length === 0) return null
  const commitments = await commitmentOf(recommendations.map((one) => one.id))
  return { note, recommendations, commitments } satisfies AfterEventFacts
}
