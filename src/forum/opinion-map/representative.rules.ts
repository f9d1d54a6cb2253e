import { aboveHalf, aboveOther, shareOf, z90 } from './shares.rules.ts'

/** How one statement was voted on, in a group or by everybody else. */
export interface Tally {
  agree: number
  disagree: number
  votes: number
}

export type Side = 'agree' | 'disagree'

/** How strongly a group takes one side of a statement, by itself and beside everybody else. */
export interface Strength {
  share: number
  shareTest: number
  ratio: number
  ratioTest: number
}

export interface Represents extends Strength {
  statement: number
  side: Side
  /** How many of the group took this side, of how many who voted. */
  count: number
  votes: number
  /** What the group most clearly agrees on, which goes in front though something else may tell it apart better. */
  isBestAgreed: boolean
}

function strengthOf(side: Side, group: Tally, others: Tally): Strength {
  const [count, otherCount] = [group[side], others[side]]
  const share = shareOf(count, group.votes)
  return {
    share,
    shareTest: aboveHalf(count, group.votes),
    ratio: share / shareOf(otherCount, others.votes),
    ratioTest: aboveOther(count, group.votes, otherCount, others.votes),
  }
}

const product = ({ ratio, ratioTest, share, shareTest }: Strength): number =>
  ratio * ratioTest * share * shareTest

const isSufficient = ({ ratioTest, shareTest }: Strength): boolean => ratioTest > z90 && shareTest > z90

/** Whether a statement takes the place of what the group agreed to best so far. */
function agreesBetter(agree: Strength, best: Strength | null): boolean {
  if (best && best.ratio > 1) return product(agree) > product(best)
  if (best) return agree.share * agree.shareTest > best.share * best.shareTest
  return agree.shareTest > z90 || (agree.ratio > 1 && agree.share > 0.5)
}

interface Looked {
  statement: number
  group: Tally
  agree: Strength
  disagree: Strength
}

/** At most so many statements stand for a group. */
const representativeMax = 5

/**
 * The statements that stand for a group: those that it takes a side on clearly, and more clearly than everybody else; what
 * it agrees to best in front, then by the product of all four figures; those agreed to before those it is against.
 */
export function representativeStatements(
  statements: readonly { statement: number; group: Tally; others: Tally }[],
): Represents[] {
  const looked = statements.map(({ statement, group, others }) => ({
    ...{ statement, group },
    agree: strengthOf('agree', group, others),
    disagree: strengthOf('disagree', group, others),
  }))
  const { sufficient, best, bestAgreed } = candidates(looked)
  const inFront = bestAgreed ? [{ ...represents(bestAgreed), isBestAgreed: true }] : []
  if (sufficient.length === 0) return inFront.length > 0 ? inFront : best ? [represents(best)] : []
  const rest = sufficient
    .filter((one) => one !== bestAgreed)
    .map(represents)
    .sort((a, b) => product(b) - product(a))
  const chosen = [...inFront, ...rest].slice(0, representativeMax)
  return [
    ...chosen.filter(({ side }) => side === 'agree'),
    ...chosen.filter(({ side }) => side === 'disagree'),
  ]
}

function candidates(looked: readonly Looked[]): {
  sufficient: Looked[]
  best: Looked | null
  bestAgreed: Looked | null
} {
  const sufficient: Looked[] = []
  let best: Looked | null = null
  let bestAgreed: Looked | null = null
  let bestTest = -Infinity
  for (const one of looked) {
    const { agree, disagree, group } = one
    if (isSufficient(agree) || isSufficient(disagree)) sufficient.push(one)
    const test = Math.max(agree.ratioTest, disagree.ratioTest)
    if (sufficient.length === 0 && test > bestTest) [best, bestTest] = [one, test]
    if (group.agree + group.disagree > 0 && agreesBetter(agree, bestAgreed?.agree ?? null)) bestAgreed = one
  }
  return { sufficient, best, bestAgreed }
}

/** On the side that tells the group apart from the others, even for what it agrees to best. */
function represents({ statement, group, agree, disagree }: Looked): Represents {
  const side = agree.ratioTest > disagree.ratioTest ? 'agree' : 'disagree'
  const strength = side === 'agree' ? agree : disagree
  return { statement, side, count: group[side], votes: group.votes, ...strength, isBestAgreed: false }
}
