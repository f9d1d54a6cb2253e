// How wide letters of the typeface of this site are, as parts of its size, in groups and rounded up: the server has no screen to measure on.
const groups: readonly (readonly [string, number])[] = [
  [" ijl,.:;'|()!", 0.29],
  ['ftr-I1/', 0.4],
  ['cksvxyz', 0.5],
  ['abdeghnopquåäöéèüñJLF237?–', 0.57],
  ['BCEKPRSTVXYZÅÄÁÉ045689A', 0.67],
  ['wDGHNOQUÖÜ&…', 0.76],
  ['mMW', 0.86],
]
const widths = new Map(
  groups.flatMap(([letters, width]) => Array.from(letters).map((letter) => [letter, width])),
)
// What no group names may come from any writing, and from any other typeface.
const unknown = 1.05
const bolder = 1.06

export function widthOf(text: string, size: number, isBold: boolean): number {
  const sum = Array.from(text).reduce((width, letter) => width + (widths.get(letter) ?? unknown), 0)
  return sum * size * (isBold ? bolder : 1)
}
