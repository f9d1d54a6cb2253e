import type { Spot } from './layout.ts'
import { type Box, Taken } from './taken.rules.ts'
import { widthOf } from './text-width.rules.ts'

export interface Labelled extends Spot {
  id: string
  text: string
  /** How large the mark is, from its middle. */
  radius: number
  isHub: boolean
  /** Which gets its words first. */
  weight: number
}

export interface Label {
  id: string
  /** What has no room is seen only while its mark is pointed at, or has the focus. */
  hasRoom: boolean
  lines: readonly string[]
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}

interface Ground {
  frame: Box
  /** Where other words stand. */
  taken?: readonly Box[]
  rooms?: readonly Box[]
}

export const hubSize = 13
export const memberSize = 12.5
export const lineHeight = 1.15
// A name in few lines; where they have no room, in more that are shorter.
const wraps = {
  hub: [
    { length: 19, lines: 3 },
    { length: 14, lines: 4 },
  ],
  member: [
    { length: 24, lines: 2 },
    { length: 15, lines: 3 },
  ],
}

interface Place {
  box: Box
  label: Omit<Label, 'hasRoom'>
}

/**
 * Words beside marks, none over another or over a mark, none outside of the drawing: what has no room stays without, and
 * is read in the table. Partnerships come first, then those who are in most.
 */
export function labelsFor(marks: readonly Labelled[], { frame, taken = [], rooms = [] }: Ground): Label[] {
  const grid = new Taken()
  const standing = new Taken()
  for (const box of taken) grid.add(box)
  for (const { x, y, radius } of marks) {
    const box = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
    grid.add(box)
    standing.add(box)
  }
  return marks
    .toSorted((one, other) => rank(other) - rank(one) || (one.id < other.id ? -1 : 1))
    .flatMap((mark) => labelOf(mark, { frame, rooms, grid, standing }) ?? [])
}

interface Around {
  frame: Box
  rooms: readonly Box[]
  grid: Taken
  standing: Taken
}

/** Where there is room for its words, in longer lines or in shorter ones; else where they lie over as few marks as may be. */
function labelOf(mark: Labelled, { frame, rooms, grid, standing }: Around): Label | undefined {
  if (mark.text.trim() === '') return undefined
  // A name that lies over the wall of a room says less of who is in it.
  const room = rooms.find((one) => isWithin(pointOf(mark), one))
  let over: Place | undefined
  for (const wrap of wraps[mark.isHub ? 'hub' : 'member']) {
    const inside = placesWith(mark, wrap).filter(({ box }) => isWithin(box, frame))
    const free = inside.filter(({ box }) => grid.isFree(box))
    const placed = free.find(({ box }) => !room || isWithin(box, room)) ?? free[0]
    if (placed) {
      grid.add(placed.box)
      return { ...placed.label, hasRoom: true }
    }
    over ??= inside.find(({ box }) => standing.isFree(box)) ?? inside[0]
  }
  return over && { ...over.label, hasRoom: false }
}

const pointOf = ({ x, y }: Labelled): Box => ({ left: x, top: y, right: x, bottom: y })

const isWithin = (box: Box, frame: Box): boolean =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom

const rank = ({ isHub, weight }: Labelled): number => (isHub ? 1000 : 0) + weight

function placesWith(mark: Labelled, wrap: { length: number; lines: number }): Place[] {
  const { id, x, y, radius, isHub } = mark
  const size = isHub ? hubSize : memberSize
  const lines = linesOf(mark.text, wrap.length, wrap.lines)
  const width = Math.max(...lines.map((line) => widthOf(line, size, isHub))) + 2
  const height = lines.length * size * lineHeight
  const off = radius + 4
  const at = (anchor: Label['anchor'], left: number, top: number) => ({
    box: { left, top, right: left + width, bottom: top + height },
    label: {
      ...{ id, lines, anchor, y: Math.round((top + size * 0.9) * 10) / 10 },
      x:
        Math.round(
          (anchor === 'start' ? left + 1 : anchor === 'end' ? left + width - 1 : left + width / 2) * 10,
        ) / 10,
    },
  })
  const below = at('middle', x - width / 2, y + off - 1)
  const above = at('middle', x - width / 2, y - off - height + 1)
  const right = at('start', x + off, y - height / 2)
  const left = at('end', x - off - width, y - height / 2)
  const corners = [
    at('start', x + radius * 0.5, y + off - 2),
    at('end', x - radius * 0.5 - width, y + off - 2),
    at('start', x + radius * 0.5, y - off - height + 2),
    at('end', x - radius * 0.5 - width, y - off - height + 2),
  ]
  return isHub ? [below, above, right, left, ...corners] : [right, left, below, above, ...corners]
}

/** Whole words in few lines; a long name ends with a sign that there is more of it. */
export function linesOf(text: string, lengthMax: number, linesMax: number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/).flatMap((one) => halvesOf(one, lengthMax))) {
    const line = lines.at(-1) ?? ''
    const longer = line ? `${line}${line.endsWith(seam) ? '' : ' '}${word}` : word
    if (longer.replaceAll(seam, '').length <= lengthMax || line === '') lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const whole = lines.map((line) =>
    (line.endsWith(seam) ? line.replace(/.$/, '-') : line).replaceAll(seam, ''),
  )
  const kept = whole
    .slice(0, linesMax)
    .map((line) => (line.length > lengthMax + 4 ? `${line.slice(0, lengthMax + 2)}…` : line))
  if (whole.length > linesMax)
    kept[linesMax - 1] = `${(kept[linesMax - 1] ?? '').slice(0, lengthMax - 1).replace(/[\s,…-]+$/, '')}…`
  return kept
}

// Where a long word may be parted. A hyphen is seen there only if it is.
const seam = '\u00AD'
const joints = /(ings|ets|ions|skaps|doms|lings|täts)(?=\p{L}{4})/gu

/** A long Swedish word is put together of shorter ones, mostly with an s where they meet: there it may go on in the next line. */
function halvesOf(word: string, lengthMax: number): string[] {
  if (word.length <= lengthMax) return [word]
  const parts = word.replaceAll(joints, `$1${seam}`).split(seam)
  return parts.map((part, at) => (at < parts.length - 1 ? `${part}${seam}` : part))
}
