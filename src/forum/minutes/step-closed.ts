import type { Member } from '#platform/http.ts'
import type { Instant } from '#platform/time.ts'
import type { noteWithHarvest } from '../harvest/with-harvest.ts'
import { refusalToApprove, refusalToPublish, refusalToSend } from '../note.rules.ts'
import type { Reads } from '../tables.ts'
import type { StepRefusal } from './note-step.page.tsx'
import { approvalsOf, correctionsOf } from './minutes.sql.ts'

interface Facts {
  event: { ends_at: Instant }
  note: NonNullable<Awaited<ReturnType<typeof noteWithHarvest>>>
  member: Member | null
  now: Instant
}

/** Why a step of the minutes cannot be taken now by whoever reads them as they stand; null when it can. */
export async function stepClosed(
  db: Reads,
  { event, note, member, now }: Facts,
  step: 'send' | 'approve' | 'publish',
): Promise<StepRefusal | null> {
  const seen = { now, seenChangedAt: note.changed_at, note }
  if (step === 'send') return refusalToSend({ endsAt: event.ends_at, ...seen })
  if (step === 'publish') return refusalToPublish(note.state)
  const approvedBy = (await approvalsOf(db, note.id)).map((one) => one.party_id)
  const unanswered = (await correctionsOf(db, note.id)).filter((one) => one.answer === null).length
  return refusalToApprove({ party: member?.party?.id ?? null, approvedBy, unanswered, ...seen })
}
