import type { Point } from '../opinion-map/map-shape.ts'
import type { Dot } from './shown-map.ts'
import { pictureSteps } from './singled-out.rules.ts'

/** How long a step is in the picture, and how much room is left around it. */
const step = 16
const margin = 44

export const pictureSize = {
  width: 2 * (pictureSteps.x * step + margin),
  height: 2 * (pictureSteps.y * step + margin),
}

/** Where so many steps to the right and upwards are in the picture. */
export const placed = ([x, y]: Point): Point => [
  margin + (pictureSteps.x + x) * step,
  margin + (pictureSteps.y - y) * step,
]

/** More people than this are drawn as marks that grow, not as one mark each. */
export const marksMax = 700

export interface Mark {
  at: Point
  size: number
}

const markSize = 6
// The angle by which seeds follow each other in a sunflower: none comes to lie upon another.
const seedAngle = Math.PI * (3 - Math.sqrt(5))

/** The marks for some people at one place: one each, side by side, or a larger one for all where there are many people. */
export function marksFor([x, y, , people]: Dot, isCrowd: boolean): Mark[] {
  const [left, top] = placed([x, y])
  if (isCrowd) return [{ at: [left, top], size: Math.min(11, 3.5 * Math.sqrt(people)) }]
  return Array.from({ length: people }, (_, seed) => {
    const far = 8.5 * Math.sqrt(seed)
    return {
      at: [left + far * Math.cos(seed * seedAngle), top + far * Math.sin(seed * seedAngle)],
      size: markSize,
    }
  })
}

export const middleOf = (points: readonly Point[]): Point => {
  const sum = points.reduce(([x, y], [px, py]) => [x + px, y + py], [0, 0])
  return [sum[0] / Math.max(points.length, 1), sum[1] / Math.max(points.length, 1)]
}

const inHullShare = 0.9

/** The edge around those nine of ten who stand nearest to the middle: a few far away would make any field look wide. */
export function hullOf(points: readonly Point[]): Point[] {
  const [mx, my] = middleOf(points)
  const near = points
    .toSorted(([ax, ay], [bx, by]) => Math.hypot(ax - mx, ay - my) - Math.hypot(bx - mx, by - my))
    .slice(0, Math.max(3, Math.ceil(points.length * inHullShare)))
    .sort(([ax, ay], [bx, by]) => ax - bx || ay - by)
  const half = (line: readonly Point[]): Point[] => {
    const edge: Point[] = []
    for (const point of line) {
      while (edge.length > 1 && !turnsLeft(edge.at(-2) ?? point, edge.at(-1) ?? point, point)) edge.pop()
      edge.push(point)
    }
    return edge.slice(0, -1)
  }
  return [...half(near), ...half(near.toReversed())]
}

const turnsLeft = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): boolean =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0

/** Each group has a shape and a colour for as long as it has its name. */
export const groupLooks = ['one', 'two', 'three', 'four', 'five', 'six'] as const
export type GroupLook = (typeof groupLooks)[number]

export const lookOfGroup = (name: string): GroupLook =>
  groupLooks[Math.max(0, name.charCodeAt(0) - 'A'.charCodeAt(0)) % groupLooks.length] ?? 'one'

/** Around 0,0 with a half width of about one. */
const shapes: Record<GroupLook, readonly Point[] | null> = {
  one: null,
  two: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  three: [
    [0, -1.15],
    [1.1, 0.85],
    [-1.1, 0.85],
  ],
  four: [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
  five: [
    [-1.1, -0.85],
    [1.1, -0.85],
    [0, 1.15],
  ],
  six: [
    [-0.5, -1.1],
    [0.5, -1.1],
    [1.1, 0],
    [0.5, 1.1],
    [-0.5, 1.1],
    [-1.1, 0],
  ],
}

const tenth = (number: number): string => String(Math.round(number * 10) / 10)

/** A mark as a path: a circle for the first group, corners for the others. */
export function shapeAt(look: GroupLook, { at: [x, y], size }: Mark): string {
  const corners = shapes[look]
  if (corners)
    return `M${corners.map(([cx, cy]) => `${tenth(x + cx * size)} ${tenth(y + cy * size)}`).join('L')}z`
  const wide = tenth(2 * size)
  return `M${tenth(x - size)} ${tenth(y)}a${tenth(size)} ${tenth(size)} 0 1 0 ${wide} 0a${tenth(size)} ${tenth(size)} 0 1 0-${wide} 0z`
}

export const pathThrough = (points: readonly Point[]): string =>
  points.length === 0 ? '' : `M${points.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}z`
