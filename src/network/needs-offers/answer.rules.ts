import type { Instant } from '#platform/time.ts'
import type { Side } from './entry.rules.ts'

export type Said = 'yes' | 'no'

export const stepKinds = ['met', 'happened', 'led-to', 'came-to-nothing'] as const
export type StepKind = (typeof stepKinds)[number]

/** So long after the introduction both are asked what came of it. */
export const weeksUntilAsked = 6

interface Answers {
  need_said: Said | null
  offer_said: Said | null
  introduced_at: Instant | null
}

export const saidBy = (match: Answers, side: Side): Said | null =>
  side === 'need' ? match.need_said : match.offer_said

/**
 * How a suggestion stands for one side. It is told from its own answer and from the introduction alone, so that whoever
 * said yes sees the same whether the other has not answered or said no: "a no is never told to the other".
 */
export function standingFor(match: Answers, side: Side): 'asked' | 'waits' | 'declined' | 'introduced' {
  if (match.introduced_at !== null) return 'introduced'
  const said = saidBy(match, side)
  if (said === null) return 'asked'
  return said === 'yes' ? 'waits' : 'declined'
}

export type AnswerRefusal = 'introduced-already' | 'no-longer-open' | 'changed-meanwhile'

interface Answering extends Answers {
  /** Whether the need and the offer are both open. */
  bothOpen: boolean
  /** When the other's words last changed, and as whoever answers saw them. */
  changedAt: Instant
  seen: string
}

/** Why a suggestion cannot be answered now, or null. A yes is a yes to what was read. */
export function refusalToAnswer(match: Answering, said: Said): AnswerRefusal | null {
  if (match.introduced_at !== null) return 'introduced-already'
  if (!match.bothOpen) return 'no-longer-open'
  return said === 'yes' && match.seen !== match.changedAt ? 'changed-meanwhile' : null
}

/** Both are introduced once both said yes: one is not enough. */
export const isIntroduced = (needSaid: Said | null, offerSaid: Said | null): boolean =>
  needSaid === 'yes' && offerSaid === 'yes'
