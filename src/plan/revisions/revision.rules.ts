import type { Texts } from '#platform/language.ts'

export const revisionStates = [
  'draft',
  'proposed',
  'in-force',
  'refused',
  'withdrawn',
  'lapsed',
  'replaced',
] as const
export type RevisionState = (typeof revisionStates)[number]

interface Agreed {
  state: RevisionState
  /** The day of the last answer. */
  ended_on: string | null
  /** The first day of its plan. */
  starts_on: string
}

/** What all have said yes to is adopted, and not in force, until its plan begins. */
export const shownState = ({ state, starts_on }: Agreed, today: string): RevisionState | 'adopted' =>
  state === 'in-force' && starts_on > today ? 'adopted' : state

/** The day from which it holds, or on which it ended some other way. */
export const holdsFrom = ({ state, ended_on, starts_on }: Agreed): string | null =>
  state === 'in-force' && ended_on !== null && starts_on > ended_on ? starts_on : ended_on

export interface Answer {
  party_id: string
  version: number
  answer: 'yes' | 'no'
}

/**
 * Whose yes it takes: of the parties that had joined on the day it was put to them, and of those that have today. Who pauses
 * or leaves meanwhile takes nobody's answer along: it is waited for until the last day, or until it is put to the others anew.
 */
export const partiesOf = (onTheDayAsked: readonly string[], today: readonly string[]): string[] => [
  ...new Set([...onTheDayAsked, ...today]),
]

interface Asked {
  version: number
  decideBy: string
  answers: readonly Answer[]
  /** The parties whose yes it takes. */
  parties: readonly string[]
  today: string
}

export type Outcome =
  | { state: 'in-force' | 'lapsed' }
  | { state: 'refused'; by: string }
  /** Those whose answer is awaited. */
  | { state: 'proposed'; awaits: readonly string[] }

/**
 * What the answers lead to: the one place where it is decided. "Nothing without both": it comes into force when every
 * party that it takes has said yes to it as it is now. One no is enough to refuse it. Nobody's silence is a yes, and a yes
 * to an earlier version says nothing of this one.
 */
export function outcomeOf({ version, decideBy, answers, parties, today }: Asked): Outcome {
  const now = answers.filter((one) => one.version === version)
  const no = now.find((one) => one.answer === 'no')
  if (no) return { state: 'refused', by: no.party_id }
  if (today > decideBy) return { state: 'lapsed' }
  const awaits = parties.filter((party) => !now.some((one) => one.party_id === party))
  return parties.length > 0 && awaits.length === 0 && now.length > 0
    ? { state: 'in-force' }
    : { state: 'proposed', awaits }
}

/** How somebody decides for a party: as its coordinator, or as the substitute that the party has named beforehand. */
export type Standing = 'coordinator' | 'substitute' | null

export type AnswerRefusal =
  | 'not-your-party'
  | 'party-does-not-decide'
  | 'not-proposed'
  | 'changed-meanwhile'
  | 'last-day-passed'
  | 'answered-already'
  | 'no-needs-a-reason'

interface Answering {
  state: RevisionState
  version: number
  /** The version that was on the page when the answer was given. */
  seen: number
  decideBy: string | null
  partyId: string
  standing: Standing
  parties: readonly string[]
  answers: readonly Answer[]
  answer: 'yes' | 'no'
  reason: Texts
  today: string
}

/** Each party answers for itself, once, to what it has read, until the last day; a no says why. */
export function refusalToAnswer(given: Answering): AnswerRefusal | null {
  if (given.standing === null) return 'not-your-party'
  if (!given.parties.includes(given.partyId)) return 'party-does-not-decide'
  if (given.state !== 'proposed' || given.decideBy === null) return 'not-proposed'
  if (given.seen !== given.version) return 'changed-meanwhile'
  if (given.today > given.decideBy) return 'last-day-passed'
  const own = given.answers.find((one) => one.party_id === given.partyId && one.version === given.version)
  if (own) return 'answered-already'
  return given.answer === 'no' && Object.keys(given.reason).length === 0 ? 'no-needs-a-reason' : null
}

export type WriteRefusal = 'not-your-party' | 'party-does-not-decide' | 'has-ended' | 'changed-meanwhile'

interface Writing {
  state: RevisionState
  version: number
  seen: number
  /** The party that proposes, and the one the writer coordinates for. */
  partyId: string
  byParty: string | undefined
  parties: readonly string[]
}

/** A proposal is worded anew, or taken back, by the party whose it is; the others say yes, or no and why. */
export function refusalToWrite(given: Writing): WriteRefusal | null {
  if (given.byParty !== given.partyId) return 'not-your-party'
  if (!given.parties.includes(given.partyId)) return 'party-does-not-decide'
  if (given.state !== 'draft' && given.state !== 'proposed') return 'has-ended'
  return given.seen === given.version ? null : 'changed-meanwhile'
}

export type ProposeRefusal = WriteRefusal | 'reason-missing' | 'last-day-passed' | 'last-day-far-off'

// Long enough for a board that meets once a season, short enough that everybody still knows what it was about.
export const answerDaysMax = 183
/** What the form suggests. */
export const answerDays = 28

interface Proposing extends Writing {
  reason: Texts
  decideBy: string
  today: string
  /** The last day that may be set, by the same calendar. */
  latest: string
}

export function refusalToPropose(given: Proposing): ProposeRefusal | null {
  const early = refusalToWrite(given)
  if (early) return early
  if (Object.keys(given.reason).length === 0) return 'reason-missing'
  if (given.decideBy < given.today) return 'last-day-passed'
  return given.decideBy > given.latest ? 'last-day-far-off' : null
}
