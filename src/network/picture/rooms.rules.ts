/** A page as wide as a screen, as a tablet that stands, and as a phone. */
export const shapes = ['wide', 'middle', 'narrow'] as const
export type Shape = (typeof shapes)[number]

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

// Each is shown about as wide as it is drawn, so that no word in it gets too small to be read.
const widths: Record<Shape, number> = { wide: 1000, middle: 640, narrow: 320 }
const heightMin: Record<Shape, number> = { wide: 640, middle: 640, narrow: 640 }
// How much place one thing gets where there are few of them, and where there are many.
const places: Record<Shape, { much: number; little: number }> = {
  wide: { much: 9800, little: 4600 },
  middle: { much: 9200, little: 4400 },
  narrow: { much: 8000, little: 3700 },
}
const margins: Record<Shape, Canvas['margin']> = {
  wide: { side: 34, top: 60, bottom: 44 },
  middle: { side: 28, top: 60, bottom: 42 },
  narrow: { side: 20, top: 60, bottom: 40 },
}
// Heights go by steps, so that one more organisation changes nothing.
const heightStep = 80
const gap = 10
const narrowRoom = 160
const roomsInRowMax: Record<Shape, number> = { wide: 3, middle: 2, narrow: 1 }

/** How much place one thing gets, in the square units of the drawing: the more there are, the less each. */
function placeFor(count: number, shape: Shape): number {
  const { much, little } = places[shape]
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
    margin: margins[shape],
  }
}

/** A room for each theme, side by side in rows, each as large as what is in it; what has no theme comes last. */
export function roomsOf(hubs: readonly Weighed[], { shape, width, height }: Canvas): Room[] {
  const weights = new Map<string, number>()
  for (const { theme, members } of hubs) weights.set(theme, (weights.get(theme) ?? 0) + members.length + 2)
  // A small room still has place for its name; on a narrow page, where all are as wide, for a few lines too.
  const share = [...weights.values()].reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.size)
  const themes = [...weights]
    .map(([theme, weight]) => ({ theme, weight: weight + share * (shape === 'narrow' ? 0.8 : 0.33) }))
    .toSorted(
      (one, other) =>
        Number(one.theme === '') - Number(other.theme === '') || (one.theme < other.theme ? -1 : 1),
    )
  const total = themes.reduce((sum, { weight }) => sum + weight, 0)
  const fitting = Math.round(Math.sqrt((themes.length * height) / width))
  const rowCount = Math.max(1, fitting, Math.ceil(themes.length / roomsInRowMax[shape]))
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
