import type { Texts } from '#platform/language.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { ProposalState } from './tables.ts'

interface Call {
  opens_at: Instant
  closes_at: Instant
}

export const isSet = ({ decided_at }: { decided_at: Instant | null }): boolean => decided_at !== null

/** planned: not open yet. closed: the coordinators are about to set the theme. */
export type CallState = 'planned' | 'open' | 'closed' | 'set'

export function callState({ opens_at, closes_at }: Call, isSet: boolean, now: Instant): CallState {
  if (isSet) return 'set'
  if (now < opens_at) return 'planned'
  return now < closes_at ? 'open' : 'closed'
}

export type ProposeRefusal = 'not-open-yet' | 'closed' | 'theme-set'

const whenNotOpen: Record<CallState, ProposeRefusal | null> = {
  planned: 'not-open-yet',
  open: null,
  closed: 'closed',
  set: 'theme-set',
}

/** A theme is proposed while the call is open: not before, and not a minute after its last day. */
export const refusalToPropose = (call: Call, isSet: boolean, now: Instant): ProposeRefusal | null =>
  whenNotOpen[callState(call, isSet, now)]

export type SecondRefusal = ProposeRefusal | 'not-shown'

/** A proposal is seconded once it is shown, for as long as themes can be proposed. */
export const refusalToSecond = (
  call: Call,
  isSet: boolean,
  state: ProposalState,
  now: Instant,
): SecondRefusal | null => refusalToPropose(call, isSet, now) ?? (state === 'shown' ? null : 'not-shown')

export type TakeBackRefusal = ProposeRefusal | 'others-behind'

interface Behind {
  kind: 'proposed' | 'seconded'
  /** How many have seconded the proposal. */
  seconders: number
}

/**
 * What somebody said is taken back for as long as others can say something: a seconder's support always, a proposal only while
 * nobody else stands behind it, since it is theirs too from then on.
 */
export function refusalToTakeBack(
  { kind, seconders }: Behind,
  call: Call,
  isSet: boolean,
  now: Instant,
): TakeBackRefusal | null {
  const refusal = refusalToPropose(call, isSet, now)
  if (refusal) return refusal
  return kind === 'proposed' && seconders > 0 ? 'others-behind' : null
}

/** Days in which the owner of an address can say that it was them. */
export const confirmDays = 7

export type ConfirmRefusal = 'theme-set' | 'too-late'

/** What was sent in time counts, also when it is confirmed after the last day, until the theme is set. */
export function refusalToConfirm(askedAt: Instant, isSet: boolean, now: Instant): ConfirmRefusal | null {
  if (isSet) return 'theme-set'
  return plus(askedAt, { days: confirmDays }) < now ? 'too-late' : null
}

export type SetRefusal = 'still-open' | 'theme-set' | 'not-shown'

/**
 * The theme is set when nobody can propose any more: from a proposal that everybody could see and second, or another
 * one with a reason (null). Once set it stays: people have been told.
 */
export function refusalToSet(
  call: Call,
  isSet: boolean,
  proposal: ProposalState | null,
  now: Instant,
): SetRefusal | null {
  const state = callState(call, isSet, now)
  if (state === 'set') return 'theme-set'
  if (state !== 'closed') return 'still-open'
  return proposal === null || proposal === 'shown' ? null : 'not-shown'
}

export type SaveRefusal = 'theme-set' | 'began-already' | 'closes-in-the-past'

/** Its dates can be changed until the theme is set; but a call that people have answered keeps its first day. */
export function refusalToSave(before: (Call & { isSet: boolean }) | null, after: Call, now: Instant) {
  const isMoved = before?.opens_at !== after.opens_at || before.closes_at !== after.closes_at
  if (before && !isMoved) return null
  if (before?.isSet) return 'theme-set' satisfies SaveRefusal
  if (before && before.opens_at <= now && after.opens_at > before.opens_at)
    return 'began-already' satisfies SaveRefusal
  return after.closes_at <= now ? ('closes-in-the-past' satisfies SaveRefusal) : null
}

export type BackRefusal = 'backed-already' | 'not-set'

/** Each party says once that it stands behind the theme; that of whoever set it has said so by that. */
export function refusalToBack(
  isSet: boolean,
  backedBy: readonly string[],
  party: string,
): BackRefusal | null {
  if (!isSet) return 'not-set'
  return backedBy.includes(party) ? 'backed-already' : null
}

/** Addresses are needed to tell people of the theme, and for a while after, should a mail not arrive. */
export const keptDaysAfterTheme = 30
/** A call that nobody decides about keeps nobody's address for ever. */
export const keptDaysAfterCall = 180

const day = 24 * 60 * 60

/** However often a stranger types an address: so many mails a day may reach it. */
export const mailsPerAddress = { max: 6, windowSeconds: day }
/** A whole conference room shares one network. */
export const wishesPerNetwork = { max: 80, windowSeconds: 60 * 60 }

interface OfEvent {
  event_slug: string | null
  event_title: Texts | null
  event_published_at: Instant | null
  event_unlisted: number | null
}

/** The event whose theme it is, once everybody may know of it. */
export const publicEventOf = (call: OfEvent): { slug: string; title: Texts } | null =>
  call.event_slug && call.event_title && call.event_published_at && call.event_unlisted !== 1
    ? { slug: call.event_slug, title: call.event_title }
    : null
