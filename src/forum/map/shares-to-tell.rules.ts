import { percent, peopleToTellMin } from './singled-out.rules.ts'

/** A share in whole percent, or only on which side of a bound it lies. */
export type Share = number | 'over-90' | 'under-10'

/** How some people voted: in whole percent; in tens of percent; or only where a clear majority of them stands. */
export type Shares =
  | { told: 'exact'; agree: number; disagree: number }
  | { told: 'tens'; agree: Share; disagree: Share }
  | { told: 'words'; most: 'agree' | 'disagree' | 'split' }

export interface Cell {
  agree: number
  disagree: number
  /** Passes too. */
  votes: number
}

/** From so many votes on, fewer than five of them are less than a tenth, and disappear in it. */
const tensOfPartMin = 50
/** Nobody knows who everybody is, so fewer votes are enough. */
export const tensOfAllMin = 15

/**
 * What is told of how some people voted, so that nobody's vote can be read from it. Nothing of fewer than five votes. Whole percent only
 * when those who agree and those who don't are at least five each, and those who pass five or none: whole percent of fewer would
 * say that one person stood against all others, or that all thought alike. Else tens, where those few disappear; else words.
 */
export function sharesToTell(cell: Cell, tensMin = tensOfPartMin): Shares | null {
  if (cell.votes < peopleToTellMin) return null
  if (isExact(cell)) return { told: 'exact', ...sharesOf(cell, percent) }
  if (cell.votes >= tensMin) return { told: 'tens', ...sharesOf(cell, tens) }
  return { told: 'words', most: mostOf(cell) }
}

/**
 * The same for all parts of a whole. When one alone is not told in whole percent, it could be worked out by taking the others away from
 * the whole; so the smallest of the others is told more coarsely too.
 */
export function partsToTell(parts: readonly Cell[]): (Shares | null)[] {
  const hidden = parts.filter((part) => part.votes > 0 && !isExact(part))
  const smallest = hidden.length === 1 ? smallestOf(parts.filter(isExact)) : null
  return parts.map((part) => {
    if (part !== smallest) return sharesToTell(part)
    if (part.votes < tensOfPartMin) return { told: 'words', most: mostOf(part) }
    return { told: 'tens', ...sharesOf(part, tens) }
  })
}

const isExact = ({ agree, disagree, votes }: Cell): boolean => {
  const passes = votes - agree - disagree
  return (
    agree >= peopleToTellMin && disagree >= peopleToTellMin && (passes === 0 || passes >= peopleToTellMin)
  )
}

const smallestOf = (parts: readonly Cell[]): Cell | null =>
  parts.reduce<Cell | null>((least, part) => (least && least.votes <= part.votes ? least : part), null)

const sharesOf = <T>({ agree, disagree, votes }: Cell, share: (count: number, of: number) => T) => ({
  agree: share(agree, votes),
  disagree: share(disagree, votes),
})

function tens(count: number, of: number): Share {
  const share = count / of
  if (share < 0.1) return 'under-10'
  return share > 0.9 ? 'over-90' : 10 * Math.round(share * 10)
}

/** Two thirds: of five votes four or five, so that not even then it says that all thought alike. */
const mostOf = ({ agree, disagree, votes }: Cell): 'agree' | 'disagree' | 'split' => {
  if (3 * agree >= 2 * votes) return 'agree'
  return 3 * disagree >= 2 * votes ? 'disagree' : 'split'
}
