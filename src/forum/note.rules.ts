import { type Instant, plus } from '#platform/time.ts'

/** draft: for the office. sent: with those who were present. approved: by every party. published: for everybody. */
export type NoteState = 'draft' | 'sent' | 'approved' | 'published'

export type NoteRefusal = 'event-not-begun' | 'changed-meanwhile' | 'approved-already'
export type SendRefusal = 'event-not-over' | 'changed-meanwhile' | 'nothing-written' | 'sent-already'
export type ApproveRefusal =
  | 'not-a-coordinator'
  | 'not-sent'
  | 'approved-already'
  | 'changed-meanwhile'
  | 'corrections-open'
  | 'corrections-unanswered'
  | 'your-party-approved'
export type PublishRefusal = 'not-approved' | 'published-already'
export type CorrectionRefusal = 'corrections-closed' | 'too-many-corrections'
export type AnswerRefusal = 'answered-already' | 'approved-already'

/** Those who were present have a week, as long as it takes to come back from a holiday. */
const correctionDays = 7

/** More from one person are a letter, and a letter is written to the coordinators. */
const correctionsMax = 10

/** What was said can be written down from the moment the event begins, and not before. */
export const refusalBeforeEvent = (startsAt: Instant, now: Instant): 'event-not-begun' | null =>
  now < startsAt ? 'event-not-begun' : null

interface Attempt {
  startsAt: Instant
  now: Instant
  /** When the note had last been saved when its writer opened the page; empty when there was none. */
  seenChangedAt: string
  note: { state: NoteState; changed_at: Instant } | null
}

/**
 * Two people may take notes at the same time: neither writes over what the other one saved meanwhile unseen. What
 * was approved stays as it is; what turns out wrong later is added, with its date.
 */
export function refusalToWriteNote({ startsAt, now, seenChangedAt, note }: Attempt): NoteRefusal | null {
  const early = refusalBeforeEvent(startsAt, now)
  if (early) return early
  if (note?.state === 'approved' || note?.state === 'published') return 'approved-already'
  return (note?.changed_at ?? '') === seenChangedAt ? null : 'changed-meanwhile'
}

interface Standing {
  state: NoteState
  changed_at: Instant
  corrections_until: Instant | null
}

interface Sending {
  endsAt: Instant
  now: Instant
  seenChangedAt: string
  note: Standing & { hasText: boolean }
}

/** From draft to sent: by whoever looks after the event, once it is over and something is written. */
export function refusalToSend({ endsAt, now, seenChangedAt, note }: Sending): SendRefusal | null {
  if (note.state !== 'draft') return 'sent-already'
  if (now < endsAt) return 'event-not-over'
  if (!note.hasText) return 'nothing-written'
  return note.changed_at === seenChangedAt ? null : 'changed-meanwhile'
}

/** Until when corrections can come: for a week, or not at all when nobody was there to send them to. */
export const correctionsUntil = (now: Instant, sentTo: number): Instant =>
  sentTo === 0 ? now : plus(now, { days: correctionDays })

interface Approving {
  /** The party of whoever wants to approve; null for those who coordinate for none. */
  party: string | null
  /** The parties that have approved. */
  approvedBy: readonly string[]
  unanswered: number
  now: Instant
  seenChangedAt: string
  note: Standing
}

/** From sent to approved: by coordinators, one of each party, once every correction came and got its answer. */
export function refusalToApprove(attempt: Approving): ApproveRefusal | null {
  const { party, approvedBy, unanswered, now, seenChangedAt, note } = attempt
  if (party === null) return 'not-a-coordinator'
  if (note.state === 'draft') return 'not-sent'
  if (note.state !== 'sent') return 'approved-already'
  if (approvedBy.includes(party)) return 'your-party-approved'
  if (now < (note.corrections_until ?? '')) return 'corrections-open'
  if (unanswered > 0) return 'corrections-unanswered'
  return note.changed_at === seenChangedAt ? null : 'changed-meanwhile'
}

/** Every party that has a coordinator today has to say yes. */
export const partiesMissing = (parties: readonly string[], approvedBy: readonly string[]): string[] =>
  parties.filter((party) => !approvedBy.includes(party))

/** From approved to published: by whoever looks after the event. */
export function refusalToPublish(state: NoteState): PublishRefusal | null {
  if (state === 'published') return 'published-already'
  return state === 'approved' ? null : 'not-approved'
}

/** Corrections come while the minutes are with those who were present. */
export function refusalToCorrect(note: Standing, sentBefore: number, now: Instant): CorrectionRefusal | null {
  if (note.state !== 'sent' || now >= (note.corrections_until ?? '')) return 'corrections-closed'
  return sentBefore >= correctionsMax ? 'too-many-corrections' : null
}

/** A correction is answered once: what its sender has read stands. */
export function refusalToAnswer(state: NoteState, answer: string | null): AnswerRefusal | null {
  if (answer !== null) return 'answered-already'
  return state === 'sent' ? null : 'approved-already'
}

/** What was approved is not changed but added to, each time with a date. */
export const mayBeAddedTo = (state: NoteState): boolean => state === 'approved' || state === 'published'
