import { dateMonthsAfter } from '#platform/time.ts'

export const sides = ['need', 'offer'] as const
export type Side = (typeof sides)[number]

export const otherSide = (side: Side): Side => (side === 'need' ? 'offer' : 'need')

/** What can be lacked by one and given by another. */
export const kinds = ['premises', 'competence', 'time', 'contacts', 'money'] as const
export type Kind = (typeof kinds)[number]

export const endings = ['met', 'withdrawn', 'no-answer', 'taken-down'] as const
export type EndedBecause = (typeof endings)[number]

/** So many open ones an organisation has at most: whoever lists everything is found by nobody. */
export const openMax = 20
/** So many a person, or the reader of an organisation's address, writes in a day. */
export const writtenPerDay = { max: 10, windowSeconds: 24 * 60 * 60 }
// What somebody promises further ahead than this is not known yet.
const monthsMax = 12
/** After its last day it is asked whether it is still so; without an answer it ends so many days later. */
export const daysToAnswer = 30
/** Whom to ask for is wiped so long after the end. */
export const monthsKept = 3

export type WriteRefusal = 'no-address' | 'too-many-open' | 'too-many-today'

interface Writing {
  /** The organisation's own address, to which an introduction is sent. */
  address: string | null
  open: number
  isWithinLimit: boolean
}

/** Why an organisation cannot list one more, or null. */
export function refusalToWrite({ address, open, isWithinLimit }: Writing): WriteRefusal | null {
  if (address === null) return 'no-address'
  if (open >= openMax) return 'too-many-open'
  return isWithinLimit ? null : 'too-many-today'
}

export type DayMistake = 'days-in-order' | 'day-is-past' | 'day-too-far'

/** What is wrong with its days, or null. */
export function mistakeInDays(from: string, until: string, today: string): DayMistake | null {
  if (until < from) return 'days-in-order'
  if (until < today) return 'day-is-past'
  return until > dateMonthsAfter(today, monthsMax) ? 'day-too-far' : null
}

/** Until when something is still so, when its organisation says it is: three months more. */
export const stillUntil = (today: string): string => dateMonthsAfter(today, 3)

interface Lasting {
  until_day: string
  ended_at: string | null
}

/** Somebody is looked for as long as something is needed. */
export const refusalToLook = ({
  side,
  ended_at,
}: {
  side: Side
  ended_at: string | null
}): 'has-ended' | null => (side === 'need' && ended_at === null ? null : 'has-ended')

/** open: everybody sees it. asks: its last day has passed, and its organisation is asked. ended: it is no more. */
export function standingOf(entry: Lasting, today: string): 'open' | 'asks' | 'ended' {
  if (entry.ended_at !== null) return 'ended'
  return entry.until_day >= today ? 'open' : 'asks'
}
