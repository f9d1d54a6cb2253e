import type { Side, Tally } from './representative.rules.ts'
import { atLeast, shareOf } from './shares.rules.ts'

/** With fewer votes from a group or a sector nothing is said about it: too thin, and somebody might be recognised. */
export const votesToShowMin = 5

/**
 * How far all groups stand together on one side of a statement: the product of their shares. One group that is against it
 * pulls it down, however large the others are.
 */
export const bridgeOf = (side: Side, parts: readonly Tally[]): number =>
  parts.reduce((product, part) => product * shareOf(part[side], part.votes), 1)

export interface Bridge {
  statement: number
  side: Side
  /** The product of the shares. */
  product: number
  /** What even the most doubtful part takes this side with, at least. */
  floor: number
  /** How far the shares of the parts lie from each other. */
  between: number
}

/** How a statement bridges the parts; nothing where a part has too few votes on it. */
export function bridgeIn(side: Side, statement: number, parts: readonly Tally[]): Bridge | null {
  if (parts.length === 0 || parts.some(({ votes }) => votes < votesToShowMin)) return null
  const shares = parts.map((part) => part[side] / part.votes)
  return {
    ...{ statement, side },
    product: bridgeOf(side, parts),
    floor: Math.min(...parts.map((part) => atLeast(part[side], part.votes))),
    between: Math.max(...shares) - Math.min(...shares),
  }
}

/** Those that bridge best, of those that more than half of every part takes this side on, few votes being believed less. */
export function bestBridges(
  side: Side,
  statements: readonly { statement: number; parts: readonly Tally[] }[],
  most: number,
): Bridge[] {
  return statements
    .filter(({ parts }) => parts.every((part) => part.votes > 0 && atLeast(part[side], part.votes) > 0.5))
    .flatMap(({ statement, parts }) => bridgeIn(side, statement, parts) ?? [])
    .sort((a, b) => b.product - a.product)
    .slice(0, most)
}

export interface Divide {
  statement: number
  /** The parts that agree most and least, by their place in the list, and with what share of their votes. */
  most: { part: number; share: number }
  least: { part: number; share: number }
  between: number
}

/** A statement divides where so much of their votes lies between two parts. */
const betweenMin = 0.3

/** Those that divide the parts most. */
export function sharpestDivides(
  statements: readonly { statement: number; parts: readonly Tally[] }[],
  most: number,
): Divide[] {
  return statements
    .flatMap(({ statement, parts }) => divideOf(statement, parts) ?? [])
    .filter(({ between }) => between >= betweenMin)
    .sort((a, b) => b.between - a.between)
    .slice(0, most)
}

function divideOf(statement: number, parts: readonly Tally[]): Divide | null {
  if (parts.length < 2 || parts.some(({ votes }) => votes < votesToShowMin)) return null
  const shares = parts
    .map(({ agree, votes }, part) => ({ part, share: agree / votes }))
    .sort((a, b) => b.share - a.share)
  const [most, least] = [shares[0], shares.at(-1)]
  return most && least ? { statement, most, least, between: most.share - least.share } : null
}
