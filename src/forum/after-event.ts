import { daysBetween, type Instant, localDate } from '#platform/time.ts'
import { type CommitmentLink, type CommitmentOf, none } from './commitments.ts'
import { notesAreLate } from './minutes/late-notes.rules.ts'
import { type Addition, additionsOf } from './minutes/minutes.sql.ts'
import type { NoteState } from './note.rules.ts'
import { eventWithNotes, noteOf, publishedNoteOf } from './notes.sql.ts'
import { publicRecommendationsOf, type Recommendation } from './recommendations.sql.ts'
import { reportsAmong } from './report/report.sql.ts'
import type { Reads } from './tables.ts'

type PublishedNote = NonNullable<Awaited<ReturnType<typeof publishedNoteOf>>>

export interface AfterEventFacts {
  note: PublishedNote | undefined
  /** What was said after the approval. */
  additions: readonly Addition[]
  /** How far it has come, when it is late. */
  late: { days: number; state: NoteState | null } | null
  recommendations: readonly Recommendation[]
  /** The address of the report, if there is one. */
  report: string | null
  /** What each of them has become in the plan, by the recommendation's id. */
  commitments: ReadonlyMap<string, readonly CommitmentLink[]>
}

/** What everybody may know of what came out of an event; null while there is nothing. */
export async function afterEvent(
  db: Reads,
  eventId: string,
  now: Instant,
  commitmentOf: CommitmentOf = none,
): Promise<AfterEventFacts | null> {
  const [note, recommendations] = await Promise.all([
    publishedNoteOf(db, eventId),
    publicRecommendationsOf(db, eventId),
  ])
  const late = note ? null : await howLate(db, eventId, now)
  if (!note && !late && recommendations.length === 0) return null
  const additions = note ? await additionsOf(db, note.id) : []
  const commitments = await commitmentOf(recommendations.map((one) => one.id))
  const report = (await reportsAmong(db, [eventId])).get(eventId) ?? null
  return { note, additions, late, recommendations, commitments, report }
}

async function howLate(db: Reads, eventId: string, now: Instant): Promise<AfterEventFacts['late']> {
  const event = await eventWithNotes(db, eventId)
  if (!event || event.published_at === null || event.cancelled_at !== null) return null
  if (!notesAreLate(event.ends_at, now)) return null
  const state = (await noteOf(db, eventId))?.state ?? null
  return { days: daysBetween(localDate(event.ends_at), localDate(now)), state }
}
