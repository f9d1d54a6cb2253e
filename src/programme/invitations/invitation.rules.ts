import type { SignUpState } from '../tables.ts'

/** More than any hall of ours holds, and few enough to be read on a page. */
export const invitedMax = 1000

/** So many lines are read from one form. */
export const linesMax = 300

interface Event {
  published_at: string | null
  cancelled_at: string | null
  starts_at: string
  sign_up_closes_at: string
}

export type InviteRefusal = 'event-cancelled' | 'already-begun' | 'too-many'

/** Why nobody can be put on the list of those invited, or null. A draft has a list already. */
export function refusalToInvite(event: Event, invited: number, now: string): InviteRefusal | null {
  if (event.cancelled_at) return 'event-cancelled'
  if (event.starts_at <= now) return 'already-begun'
  return invited > invitedMax ? 'too-many' : null
}

export type SendRefusal = 'event-cancelled' | 'already-begun' | 'not-published' | 'closed' | 'nobody'

/** Nobody is invited or reminded when they could not sign up: not yet, or not any more. */
export function refusalToSend(event: Event, receivers: number, now: string): SendRefusal | null {
  if (event.cancelled_at) return 'event-cancelled'
  if (!event.published_at) return 'not-published'
  if (event.starts_at <= now) return 'already-begun'
  if (event.sign_up_closes_at <= now) return 'closed'
  return receivers === 0 ? 'nobody' : null
}

export type AnswerRefusal = 'event-cancelled' | 'already-begun'

/** An answer can be given and changed until the event begins, also when it is full or sign-up is closed. */
export function refusalToAnswer(event: Event, now: string): AnswerRefusal | null {
  if (event.cancelled_at) return 'event-cancelled'
  return event.starts_at <= now ? 'already-begun' : null
}

/**
 * coming: somebody has a seat, or is held or offered one. waiting: on the waiting list. declined: can't come, also
 * after having had a seat. mail-failed: the latest mail came back. not-sent: nobody has been mailed yet.
 */
export type InvitedAnswer = 'coming' | 'waiting' | 'declined' | 'no-answer' | 'mail-failed' | 'not-sent'

/** In the order in which somebody who looks after an event wants to see them. */
export const invitedAnswers: readonly InvitedAnswer[] = [
  'mail-failed',
  'no-answer',
  'not-sent',
  'coming',
  'waiting',
  'declined',
]

interface Invited {
  declined_at: string | null
  /** When it was mailed last; null for never. */
  sent_on: string | null
  mail_state: string | null
}

/** What somebody invited has answered. A seat says more than a "no" from before it. */
export function answerOf(
  { declined_at, sent_on, mail_state }: Invited,
  signUps: readonly { state: SignUpState }[],
): InvitedAnswer {
  if (signUps.some(({ state }) => state === 'held' || state === 'seat' || state === 'offered'))
    return 'coming'
  if (signUps.some(({ state }) => state === 'waiting')) return 'waiting'
  if (declined_at || signUps.length > 0) return 'declined'
  if (!sent_on) return 'not-sent'
  return mail_state === 'failed' ? 'mail-failed' : 'no-answer'
}

/** Who did not answer is reminded, but never on a day on which we wrote already. */
export const isToRemind = (answer: InvitedAnswer, sentOn: string | null, today: string): boolean =>
  answer === 'no-answer' && sentOn !== null && sentOn < today

/** Names and addresses of those invited are forgotten this many days after the event. */
export const invitedKeptDays = 30
