/** A page as wide as a screen, and one as wide as a phone. */
export type Shape = 'wide' | 'narrow'

export interface Room {
  theme: string
  x: number
  y: number
  width: number
  height: number
}

export interface Canvas {
  shape: Shape
  width: number
  height: number
  /** How far an organisation stands from what it is in. */
  reach: number
  hubRadius: number
  memberRadius: number
  margin: { side: number; top: number; bottom: number }
}

interface Weighed {
  theme: string
  members: readonly string[]
}

const widths: Record<Shape, number> = { wide: 1120, narrow: 360 }
const heightMin: Record<Shape, number> = { wide: 520, narrow: 480 }
// Heights go by steps, so that one more organisation changes nothing.
const heightStep = 80
const gap = 10
const narrowRoom = 150
const roomsInRowMax = 3

/** How much place one thing gets, in the square units of the drawing: the more there are, the less each. */
function placeFor(count: number, shape: Shape): number {
  const much = shape === 'wide' ? 7600 : 5400
  const little = shape === 'wide' ? 3900 : 3000
  return Math.max(little, Math.min(much, much * (60 / Math.max(60, count)) ** 0.4))
}

const memberCount = (hubs: readonly Weighed[]): number => new Set(hubs.flatMap(({ members }) => members)).size

/** The size of the drawing, and how far apart things stand in it. */
export function canvasOf({ hubs }: { hubs: readonly Weighed[] }, shape: Shape): Canvas {
  const count = memberCount(hubs) + hubs.length * 1.5
  const place = placeFor(count, shape)
  const width = widths[shape]
  const height = Math.max(
    heightMin[shape],
    shape === 'narrow' ? new Set(hubs.map(({ theme }) => theme)).size * narrowRoom : 0,
    Math.ceil((count * place) / width / heightStep) * heightStep,
  )
  const radius = Math.sqrt(place / Math.PI)
  return {
    ...{ shape, width, height, reach: radius * 1.25 },
    ...{ hubRadius: radius * 1.12, memberRadius: radius * 0.66 },
    margin: shape === 'wide' ? { side: 34, top: 54, bottom: 44 } : { side: 20, top: 50, bottom: 40 },
  }
}

/** A room for each theme, side by side in rows, each as large as what is in it. */
export function roomsOf(hubs: readonly Weighed[], { shape, width, height }: Canvas): Room[] {
  const weights = new Map<string, number>()
  for (const { theme, members } of hubs) weights.set(theme, (weights.get(theme) ?? 0) + members.length + 2)
  // A small room still has place for its name; on a narrow page, where all are as wide, for a few lines too.
  const share = [...weights.values()].reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.size)
  const themes = [...weights]
    .map(([theme, weight]) => ({ theme, weight: weight + share * (shape === 'narrow' ? 0.8 : 0.33) }))
    .toSorted((one, other) => (one.theme < other.theme ? -1 : 1))
  const total = themes.reduce((sum, { weight }) => sum + weight, 0)
  const fitting = Math.round(Math.sqrt((themes.length * height) / width))
  const rowCount = Math.max(1, fitting, Math.ceil(themes.length / roomsInRowMax))
  const rows = shape === 'narrow' ? themes.map((one) => [one]) : inRows(themes, total / rowCount)
  let y = 0
  return rows.flatMap((row) => {
    const weight = row.reduce((sum, one) => sum + one.weight, 0)
    const rowHeight = (height * weight) / total
    let x = 0
    const rooms = row.map((one) => {
      const roomWidth = (width * one.weight) / weight
      const room = {
        theme: one.theme,
        x: x + gap / 2,
        y: y + gap / 2,
        width: roomWidth - gap,
        height: rowHeight - gap,
      }
      x += roomWidth
      return room
    })
    y += rowHeight
    return rooms
  })
}

interface Weight {
  theme: string
  weight: number
}

/** In their order, in rows of about the same weight. */
function inRows(themes: readonly Weight[], weightMax: number): Weight[][] {
  const rows: Weight[][] = [[]]
  let here = 0
  for (const one of themes) {
    if (here > 0 && here + one.weight / 2 > weightMax) {
      rows.push([])
      here = 0
    }
    rows.at(-1)?.push(one)
    here += one.weight
  }
  return rows
}

const nowhere: Room = { theme: '', x: 0, y: 0, width: 0, height: 0 }

export const roomOf = (rooms: readonly Room[], theme: string): Room =>
  rooms.find((room) => room.theme === theme) ?? nowhere
