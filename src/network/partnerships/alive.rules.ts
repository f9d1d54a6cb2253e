import { daysBetween, localDate, type Instant } from '#platform/time.ts'
import { mayFollow, type PartnershipState } from './partnership.rules.ts'

// An entry that nobody touches for so long is asked whether it lives.
const quietDays = 365
// So long a party has to answer, the first time and the second.
const patienceDays = 30
// A link answers as long as its question is open, and never longer than this.
const linkDays = 120
/** Links that no longer answer are kept no longer than this. */
export const linkKeptDays = 400

export interface Entry {
  state: PartnershipState
  changedAt: Instant
  /** When a party last said that it lives. */
  confirmedAt: Instant | null
  agreedUntil: string | null
  /** The question that is open now. */
  asking: { askedAt: Instant; askedAgainAt: Instant | null } | null
  /** When the last question ended. */
  lastEndedAt: Instant | null
}

export type Next = 'ask' | 'ask-again' | 'show-unconfirmed'

/** The day on which somebody last changed it, or said that it lives. */
export const touchedOn = ({ changedAt, confirmedAt }: Pick<Entry, 'changedAt' | 'confirmedAt'>): string =>
  localDate(confirmedAt !== null && confirmedAt > changedAt ? confirmedAt : changedAt)

/** What the clock does about an entry today: nothing, most days. */
export function nextStep(entry: Entry, today: string): Next | null {
  if (entry.state === 'ended') return null
  if (entry.asking === null) return isQuiet(entry, today) ? 'ask' : null
  const { askedAt, askedAgainAt } = entry.asking
  const since = daysBetween(localDate(askedAgainAt ?? askedAt), today)
  if (since < patienceDays) return null
  return askedAgainAt === null ? 'ask-again' : 'show-unconfirmed'
}

/** A year without a touch; or what was agreed is over, and nobody has looked at it since. */
function isQuiet(entry: Entry, today: string): boolean {
  const touched = touchedOn(entry)
  const asked = entry.lastEndedAt === null ? touched : localDate(entry.lastEndedAt)
  const last = asked > touched ? asked : touched
  if (daysBetween(last, today) >= quietDays) return true
  const { agreedUntil } = entry
  return agreedUntil !== null && !mayFollow(today, agreedUntil) && mayFollow(last, agreedUntil)
}

export type AnswerRefusal = 'answered' | 'old'

interface Question {
  askedAt: Instant
  endedAt: Instant | null
}

/** A link answers once and for all who are part of it: whoever comes later reads what was said. */
export function refusalToAnswer({ askedAt, endedAt }: Question, now: Instant): AnswerRefusal | null {
  if (endedAt !== null) return 'answered'
  return daysBetween(localDate(askedAt), localDate(now)) > linkDays ? 'old' : null
}
