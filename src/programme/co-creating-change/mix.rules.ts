import { type Line, lines, type Part, parts, type Size, sizes } from './course.rules.ts'

interface Mixed {
  line: Line
  size: Size
  part: Part
}

/** What a group is looked at by. */
export const dimensions = ['line', 'size', 'part'] as const
export type Dimension = (typeof dimensions)[number]

export interface Share {
  key: string
  count: number
}

const keysOf: Readonly<Record<Dimension, readonly string[]>> = { line: lines, size: sizes, part: parts }

/** How many of a group are of each kind, in one order, also of those there is nobody of. */
export const sharesOf = (group: readonly Mixed[], dimension: Dimension): Share[] =>
  keysOf[dimension].map((key) => ({ key, count: group.filter((one) => one[dimension] === key).length }))
