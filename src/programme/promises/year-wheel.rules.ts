/** How far into the year a date is, from 0 on the first of January to just under 1 on New Year's Eve. */
export function partOfYear(date: string): number {
  const year = Number(date.slice(0, 4))
  const start = Date.UTC(year, 0, 1)
  const end = Date.UTC(year + 1, 0, 1)
  return (Date.parse(`${date}T00:00:00Z`) - start) / (end - start)
}

/** Radii from the outermost ring inwards, with the same gap between all. */
export function rings(
  count: number,
  outer: number,
  inner: number,
): { outer: number; inner: number; middle: number }[] {
  const step = (outer - inner) / Math.max(1, count)
  const gap = Math.min(6, step * 0.35)
  return Array.from({ length: count }, (_, index) => {
    const edge = outer - index * step
    return { outer: edge, inner: edge - step + gap, middle: edge - (step - gap) / 2 }
  })
}

/** A point on a circle around 0,0; the year begins at the top and goes with the clock. */
export function pointAt(part: number, radius: number): { x: number; y: number } {
  const angle = part * 2 * Math.PI
  return { x: round(Math.sin(angle) * radius), y: round(-Math.cos(angle) * radius) }
}

const round = (value: number): number => Math.round(value * 10) / 10

/** Those that stand at one place of a ring, because they would hide each other. */
export interface Gathered<T> {
  part: number
  items: T[]
}

/**
 * Puts what lies on a ring where it can be told apart: whatever comes nearer to each other than `apart`, measured along
 * the ring, is gathered at one place with a count. Nothing crosses the top, where another year begins.
 */
export function gathered<T extends { date: string }>(
  items: readonly T[],
  radius: number,
  apart: number,
): Gathered<T>[] {
  const least = apart / (2 * Math.PI * radius)
  const within = (part: number): number => Math.min(1 - least / 2, Math.max(least / 2, part))
  const middle = (all: readonly T[]): number =>
    within(all.reduce((sum, { date }) => sum + partOfYear(date), 0) / all.length)
  let places = items
    .toSorted((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)))
    .map((item) => ({ part: middle([item]), items: [item] }))
  for (let before = 0; before !== places.length;) {
    before = places.length
    const next: Gathered<T>[] = []
    for (const place of places) {
      const last = next.at(-1)
      if (last && place.part - last.part < least) {
        last.items.push(...place.items)
        last.part = middle(last.items)
      } else next.push(place)
    }
    places = next
  }
  return places
}
