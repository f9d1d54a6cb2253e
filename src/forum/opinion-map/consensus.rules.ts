import type { Side, Tally } from './representative.rules.ts'
import { aboveHalf, shareOf, z90 } from './shares.rules.ts'

export interface Agreed {
  statement: number
  side: Side
  count: number
  votes: number
  share: number
  shareTest: number
}

const consensusMax = 5

/** What all who voted agree to, or are against, whatever their group: clearly more than half of them. */
export function consensusOf(
  side: Side,
  statements: readonly { statement: number; all: Tally }[],
  most: number = consensusMax,
): Agreed[] {
  return statements
    .map(({ statement, all }) => ({
      ...{ statement, side, count: all[side], votes: all.votes },
      share: shareOf(all[side], all.votes),
      shareTest: aboveHalf(all[side], all.votes),
    }))
    .filter(({ share, shareTest }) => share > 0.5 && shareTest > z90)
    .sort((a, b) => b.share * b.shareTest - a.share * a.shareTest)
    .slice(0, most)
}
