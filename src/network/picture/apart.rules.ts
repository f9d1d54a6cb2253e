interface Spot {
  x: number
  y: number
}

interface Box extends Spot {
  width: number
  height: number
}

interface Standing extends Spot {
  id: string
  isHub: boolean
  /** Stood here before, and goes on standing here. */
  isHeld: boolean
  /** Where it may be. */
  room: Box
}

interface Ground {
  canvas: { width: number; height: number }
  /** Where nobody may stand, as on the name of a room. */
  isTaken: (spot: Spot) => boolean
}

/** How far from its middle a mark ever reaches. */
export const markReach = { hub: 14, member: 11 }
const gap = 2
const step = 7
const turnsMin = 12
const cell = 2 * markReach.hub + gap

/**
 * No mark on another: forces only push, and walls push back. Whoever has no room where they were pushed gets the nearest free
 * spot in their own room, and where that is full, on the page.
 */
export function setApart(points: readonly Standing[], { canvas, isTaken }: Ground): Map<string, Spot> {
  const placed = new Placed()
  const order = points.toSorted(
    (one, other) =>
      Number(other.isHeld) - Number(one.isHeld) ||
      Number(other.isHub) - Number(one.isHub) ||
      (one.id < other.id ? -1 : 1),
  )
  const whole = { x: 0, y: 0, ...canvas }
  const found = new Map<string, Spot>()
  for (const point of order) {
    const fits = (spot: Spot): boolean => !isTaken(spot) && placed.isFree(spot, point.isHub)
    const here = { x: Math.round(point.x), y: Math.round(point.y) }
    const spot =
      (placed.isFree(here, point.isHub) && isInside(here, whole) ? here : undefined) ??
      nearest(here, { box: point.room, fits }) ??
      nearest(here, { box: whole, fits }) ??
      nearest(here, { box: whole, fits: (one) => placed.isFree(one, point.isHub) }) ??
      here
    placed.add(spot, point.isHub)
    found.set(point.id, spot)
  }
  return new Map(points.map(({ id, x, y }) => [id, found.get(id) ?? { x, y }]))
}

/** The first in rings around it that is inside and fits. */
function nearest(from: Spot, { box, fits }: { box: Box; fits: (spot: Spot) => boolean }): Spot | undefined {
  const far = Math.hypot(box.width, box.height)
  for (let radius = step; radius < far; radius += step) {
    const turns = Math.max(turnsMin, Math.ceil(radius / step))
    for (let turn = 0; turn < turns; turn += 1) {
      // Each ring begins a little further round, so that rings leave no corridors between them.
      const angle = ((turn + radius / step / 2) / turns) * 2 * Math.PI
      const spot = {
        x: Math.round(from.x + radius * Math.cos(angle)),
        y: Math.round(from.y + radius * Math.sin(angle)),
      }
      if (isInside(spot, box) && fits(spot)) return spot
    }
  }
  return undefined
}

const isInside = ({ x, y }: Spot, box: Box): boolean =>
  x >= box.x + markReach.hub &&
  x <= box.x + box.width - markReach.hub &&
  y >= box.y + markReach.hub &&
  y <= box.y + box.height - markReach.hub

/** What stands where, by the squares of a grid. */
class Placed {
  readonly #cells = new Map<string, { spot: Spot; reach: number }[]>()

  add(spot: Spot, isHub: boolean): void {
    const key = keyOf(spot, 0, 0)
    this.#cells.set(key, [...(this.#cells.get(key) ?? []), { spot, reach: reachOf(isHub) }])
  }

  isFree(spot: Spot, isHub: boolean): boolean {
    const own = reachOf(isHub) + gap
    return [-1, 0, 1].every((across) =>
      [-1, 0, 1].every((down) =>
        (this.#cells.get(keyOf(spot, across, down)) ?? []).every(
          ({ spot: other, reach }) => Math.hypot(spot.x - other.x, spot.y - other.y) >= own + reach,
        ),
      ),
    )
  }
}

const reachOf = (isHub: boolean): number => (isHub ? markReach.hub : markReach.member)

const keyOf = ({ x, y }: Spot, across: number, down: number): string =>
  `${Math.floor(x / cell) + across} ${Math.floor(y / cell) + down}`
