import type { OpinionMap, Point } from '../opinion-map/map-shape.ts'
import { indexOf } from '../opinion-map/vote-matrix.ts'
import type { Dot } from './shown-map.ts'
import { peopleToPictureMin, peopleToTellMin, pictureSteps } from './singled-out.rules.ts'

/** So many of those placed stand inside the picture; who is further out is drawn at its edge. */
const insideShare = 0.98

/**
 * Those who are placed, in whole steps from the middle of the picture: nobody's place is told more exactly. Whoever is in a group of fewer
 * than five, or apart from all, is not drawn.
 */
export function dotsOf(map: OpinionMap): Dot[] | null {
  if (map.placed.length < peopleToPictureMin) return null
  const step = stepOf(map)
  const at = indexOf(map.people)
  const dots = new Map<string, Dot>()
  for (const [group, people] of drawn(map))
    for (const id of people) {
      const [x, y] = stepsFrom(map.positions[at.get(id) ?? -1] ?? [0, 0], step)
      const key = `${group} ${x} ${y}`
      const dot = dots.get(key) ?? [x, y, group, 0]
      dot[3] += 1
      dots.set(key, dot)
    }
  return [...dots.values()].sort((a, b) => a[2] - b[2] || a[1] - b[1] || a[0] - b[0])
}

function drawn({ groups, placed, apart }: OpinionMap): (readonly [number, readonly string[]])[] {
  if (groups.length > 0)
    return groups.flatMap(({ people }, group) =>
      people.length < peopleToTellMin ? [] : [[group, people] as const],
    )
  const far = new Set(apart)
  return [[-1, placed.filter((id) => !far.has(id))]]
}

/** How long a step is, so that nearly everybody fits in. */
export function stepOf({
  people,
  positions,
  placed,
}: Pick<OpinionMap, 'people' | 'positions' | 'placed'>): number {
  const at = indexOf(people)
  const needed = placed
    .map((id): Point => positions[at.get(id) ?? -1] ?? [0, 0])
    .map(([x, y]) => Math.max(Math.abs(x) / pictureSteps.x, Math.abs(y) / pictureSteps.y))
    .sort((a, b) => a - b)
  return needed[Math.ceil(insideShare * needed.length) - 1] || 1
}

/** A place of the map, in steps; up is up. */
export const stepsFrom = ([x, y]: Point, step: number): Point => [
  within(Math.round(x / step), pictureSteps.x),
  within(Math.round(y / step), pictureSteps.y),
]

// Adding nothing turns a minus zero into zero.
const within = (steps: number, most: number): number => Math.max(-most, Math.min(most, steps)) + 0
