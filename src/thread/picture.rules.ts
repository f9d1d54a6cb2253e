import { type Band, bandOfBead, bands, type Placed } from './thread.rules.ts'

// In units of the drawing; about as many as a phone's page has pixels, so that words and numbers have their size there.
const width = 340
const margin = 18
const headingHeight = 22
const lineHeight = 40
const gapBelow = 14
/** So many beads fit beside each other that their numbers can be read and a finger finds them. */
export const beadsInLineMax = 8
export const radius = 13

export interface Spot {
  bead: Placed
  x: number
  y: number
}

export interface Drawing {
  width: number
  height: number
  /** Where the name of each kind that is there stands. */
  headings: { band: Band; y: number }[]
  spots: Spot[]
  /** From bead to bead, as the path of a curve; `waits` where it leads to what is still to come. */
  curves: { d: string; waits: boolean }[]
}

/** Kinds lie in bands below each other, each bead in the line of its band as near as can be to what it hangs on. */
export function drawn(beads: readonly Placed[]): Drawing {
  const spots = new Map<number, Spot>()
  const headings: Drawing['headings'] = []
  const byBand = Map.groupBy(beads, bandOfBead)
  let y = 0
  for (const band of bands) {
    const here = byBand.get(band)
    if (!here) continue
    headings.push({ band, y: y + 12 })
    y += headingHeight
    for (const line of linesOf(here)) {
      const middle = y + lineHeight / 2
      for (const [index, bead] of line.entries())
        spots.set(bead.number, { bead, x: placeIn(index, line.length), y: middle })
      y += lineHeight
    }
    y += gapBelow
  }
  return { width, height: y, headings, spots: [...spots.values()], curves: curvesOf(spots) }
}

/** As few lines as hold them, about equally long. */
function linesOf(beads: readonly Placed[]): Placed[][] {
  const count = Math.ceil(beads.length / beadsInLineMax)
  const length = Math.ceil(beads.length / count)
  return Array.from({ length: count }, (_, at) => beads.slice(at * length, (at + 1) * length))
}

const placeIn = (index: number, count: number): number =>
  round(margin + ((width - 2 * margin) * (index + 0.5)) / count)

function curvesOf(spots: ReadonlyMap<number, Spot>): Drawing['curves'] {
  return [...spots.values()].flatMap((from) =>
    from.bead.to.flatMap((number) => {
      const to = spots.get(number)
      return to ? [{ d: curve(from, to), waits: isToCome(to.bead) }] : []
    }),
  )
}

export const isToCome = ({ kind }: Placed): boolean => kind.endsWith('-to-come')

/** Downwards as a soft S; between beads of one line as a bow below them. */
function curve(from: Spot, to: Spot): string {
  if (from.y === to.y) {
    const low = from.y + radius + 9
    return `M${from.x} ${from.y}C${from.x} ${low} ${to.x} ${low} ${to.x} ${to.y}`
  }
  const half = round((from.y + to.y) / 2)
  return `M${from.x} ${from.y}C${from.x} ${half} ${to.x} ${half} ${to.x} ${to.y}`
}

const round = (number: number): number => Math.round(number * 10) / 10
