import type { Instant } from './time.ts'

/** Nobody reads a form and answers its questions in less. */
const secondsMin = 3

export type RobotRefusal = 'trap-filled' | 'too-fast'

interface Sent {
  /** A field that people do not see; programs that fill in everything fill it in. */
  trap: string
  /** When the form was shown, as it says itself. */
  openedAt: string
  now: Instant
}

/** No riddles for people: a form that looks like a program's is shown again, with all its words, and can be sent once more. */
export function looksLikeRobot({ trap, openedAt, now }: Sent): RobotRefusal | null {
  if (trap.trim() !== '') return 'trap-filled'
  const opened = Date.parse(openedAt)
  if (Number.isNaN(opened) || Date.parse(now) - opened < secondsMin * 1000) return 'too-fast'
  return null
}

const day = 24 * 60 * 60

/** However often a stranger types an address: so many mails a day may reach it. */
export const mailsPerAddress = { max: 5, windowSeconds: day }
/** A whole library or school shares one network. */
export const sendingsPerNetwork = { max: 40, windowSeconds: 60 * 60 }
/** From everywhere together, far more than people send: above it nothing is taken in. */
export const sendingsInAll = { max: 2000, windowSeconds: 10 * 60 }
// More than any meeting sends at once, fewer than fill a post box.
const mailsAtOnce = 60
const secondsPerMail = 2

/**
 * How long the mail of one more sending waits, in seconds, when so many have come within the time of a limit. A wave is
 * taken in, since people may be in it, and its mails leave one by one: the server that sends them is not shut out.
 */
export const mailWaitAfter = (count: number): number => Math.max(0, count - mailsAtOnce) * secondsPerMail
