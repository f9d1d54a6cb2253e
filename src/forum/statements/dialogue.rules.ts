import type { Instant } from '#platform/time.ts'
import type { StatementState } from './tables.ts'

interface Dialogue {
  opened_at: Instant | null
  closes_at: Instant
  closed_at: Instant | null
  shown_at: Instant | null
}

/** draft: nobody but the organisers sees it. open: statements and votes are taken. closed: they are not any more. */
export type DialogueState = 'draft' | 'open' | 'closed'

/** When it closes, or closed. */
export const endOf = ({ closes_at, closed_at }: Pick<Dialogue, 'closes_at' | 'closed_at'>): Instant =>
  closed_at !== null && closed_at < closes_at ? closed_at : closes_at

export function dialogueState(dialogue: Dialogue, now: Instant): DialogueState {
  if (dialogue.opened_at === null || now < dialogue.opened_at) return 'draft'
  return now < endOf(dialogue) ? 'open' : 'closed'
}

export type OpenRefusal =
  | 'open-already'
  | 'map-shown'
  | 'too-few-statements'
  | 'event-not-published'
  | 'event-over'
  | 'closes-in-the-past'

interface Opening {
  dialogue: Dialogue
  /** How many statements would be shown from the beginning. */
  shown: number
  event: { published_at: Instant | null; cancelled_at: Instant | null; starts_at: Instant }
  now: Instant
}

/** Whoever comes first finds something to vote on. */
export const seedsMin = 3

/**
 * A dialogue opens when there is something to vote on and before its forum begins. One that was closed may open again with
 * a later time; once its map was shown people know the result, and it does not.
 */
export function refusalToOpen({ dialogue, shown, event, now }: Opening): OpenRefusal | null {
  if (dialogueState(dialogue, now) === 'open') return 'open-already'
  if (dialogue.shown_at !== null) return 'map-shown'
  if (event.published_at === null) return 'event-not-published'
  if (event.cancelled_at !== null || event.starts_at <= now) return 'event-over'
  if (dialogue.closes_at <= now) return 'closes-in-the-past'
  return shown < seedsMin ? 'too-few-statements' : null
}

export type CloseRefusal = 'not-open'

export const refusalToClose = (dialogue: Dialogue, now: Instant): CloseRefusal | null =>
  dialogueState(dialogue, now) === 'open' ? null : 'not-open'

export type SaveRefusal = 'closes-in-the-past' | 'closes-after-event' | 'map-shown'

/** It closes at the latest when the forum begins: what people think is what the tables start from. */
export function refusalToSave(
  before: Dialogue | null,
  closesAt: Instant,
  event: { starts_at: Instant },
  now: Instant,
): SaveRefusal | null {
  if (before?.closes_at === closesAt) return null
  if (before?.shown_at) return 'map-shown'
  if (closesAt <= now) return 'closes-in-the-past'
  return closesAt > event.starts_at ? 'closes-after-event' : null
}

export type VoteRefusal = 'not-open-yet' | 'closed' | 'not-shown'

const whenNotOpen: Record<DialogueState, 'not-open-yet' | 'closed' | null> = {
  draft: 'not-open-yet',
  open: null,
  closed: 'closed',
}

/** A vote is given, and changed, on a statement that is shown and for as long as the dialogue is open. */
export const refusalToVote = (
  dialogue: Dialogue,
  statement: { state: StatementState } | undefined,
  now: Instant,
): VoteRefusal | null =>
  whenNotOpen[dialogueState(dialogue, now)] ?? (statement?.state === 'shown' ? null : 'not-shown')

export type WriteRefusal = 'not-open-yet' | 'closed' | 'too-many-statements'

/** So many statements of one person that were not turned down: then others have their turn. */
export const statementsPerPerson = 10

export const refusalToWrite = (dialogue: Dialogue, written: number, now: Instant): WriteRefusal | null =>
  whenNotOpen[dialogueState(dialogue, now)] ?? (written >= statementsPerPerson ? 'too-many-statements' : null)

export type DecideRefusal = 'closed' | 'decided-meanwhile'

/**
 * A statement that waits is shown, or turned down with a reason. What was shown can be turned down later: the votes on it
 * stay, and those who voted see that it is gone. A mistake is put right by showing it again, which is told and kept like any
 * other decision; nothing goes back to waiting. Once nobody can vote any more, nothing new is shown.
 */
export function refusalToDecide(
  dialogue: Dialogue,
  statement: { state: StatementState; decided_at: Instant | null },
  decision: { state: 'shown' | 'turned-down'; seen: string },
  now: Instant,
): DecideRefusal | null {
  if (decision.seen !== (statement.decided_at ?? '')) return 'decided-meanwhile'
  const isNew = decision.state === 'shown' && statement.state !== 'shown'
  return isNew && dialogueState(dialogue, now) === 'closed' ? 'closed' : null
}

const hour = 60 * 60
/** A room of 300 on one address, each with a phone and perhaps a second one; a machine that makes voters up has more. */
export const newVotersPerNetwork = { max: 600, windowSeconds: hour }
/** Faster than anybody can read. */
export const votesPerVoter = { max: 900, windowSeconds: hour }
export const statementsPerNetwork = { max: 300, windowSeconds: hour }
export const mailsPerAddress = { max: 6, windowSeconds: 24 * hour }
export const mailsPerNetwork = { max: 300, windowSeconds: hour }

/** After so many votes somebody knows what the theme is about, and may miss something. */
export const votesBeforeWriting = 5

/** How long a mailed link can be pressed. */
export const linkDays = 7
/** How long addresses and cookies are known after the end, should somebody ask what became of their statement. */
export const votersKnownDays = 14
