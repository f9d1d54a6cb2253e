import { daysBetween } from '#platform/time.ts'

/** What somebody is in an organisation: elected for a time, employed, or the one that others turn to. */
export const postKinds = ['chair', 'board', 'treasurer', 'secretary', 'elected', 'staff', 'contact'] as const
export type PostKind = (typeof postKinds)[number]

/** Elected for a time that everybody knows: the last day has to be said. */
const electedKinds: readonly PostKind[] = ['chair', 'board', 'treasurer', 'secretary', 'elected']

export interface Term {
  from_day: string
  until_day: string | null
  ended_at: string | null
}

/** "An ended post no longer acts": from its first day on, and to the end of its last. */
export const actsOn = ({ from_day, until_day, ended_at }: Term, today: string): boolean =>
  ended_at === null && from_day <= today && (until_day === null || until_day >= today)

/** Nobody is elected for longer; after that they are elected again. */
const yearsMax = 4

export type TermMistake = 'missing' | 'over' | 'too-long'

/** What is wrong with the last day of a term that begins today. */
export function mistakeInTerm(kind: PostKind, untilDay: string | null, today: string): TermMistake | null {
  if (untilDay === null) return electedKinds.includes(kind) ? 'missing' : null
  if (untilDay < today) return 'over'
  return Number(untilDay.slice(0, 4)) - Number(today.slice(0, 4)) > yearsMax ? 'too-long' : null
}

/** So many days before a post ends its people and the office are told: time for a meeting that elects. */
export const termToldDays = 30

/** Whether a post ends soon enough to tell of it, and goes on until then. */
export const endsSoon = (term: Term, today: string): boolean =>
  term.until_day !== null && actsOn(term, today) && daysBetween(today, term.until_day) <= termToldDays

export type EndRefusal = 'ended-already' | 'last-one'

/** Nobody is left without anybody: the last one hands over first, or the office ends the post. */
export function refusalToEnd(term: Term, others: number, byOffice: boolean): EndRefusal | null {
  if (term.ended_at !== null) return 'ended-already'
  return others === 0 && !byOffice ? 'last-one' : null
}

export type InviteRefusal = 'has-a-post' | 'invited-already' | 'too-many'

/** More than this act for nobody; it keeps a stolen session from writing to a whole city. */
const openInvitationsMax = 20

export function refusalToInvite(known: {
  hasPost: boolean
  isInvited: boolean
  open: number
}): InviteRefusal | null {
  if (known.hasPost) return 'has-a-post'
  if (known.isInvited) return 'invited-already'
  return known.open >= openInvitationsMax ? 'too-many' : null
}

/** Days until an invitation that nobody answers is no longer good. */
export const invitationDays = 30
