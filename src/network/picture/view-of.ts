import { hashOf } from '#platform/ids.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Sector } from '../directory.rules.ts'
import { bonesOf } from './bones.ts'
import { countsOf, type Network } from './graph.rules.ts'
import { type Label, type Labelled, labelsFor } from './labels.rules.ts'
import type { Spot } from './layout.ts'
import { canvasOf, type Room, roomsOf, type Shape } from './rooms.rules.ts'

export interface Mark extends Spot {
  id: string
  slug: string
  name: Texts
  radius: number
  /** Null for what they do together. */
  sector: Sector | null
  /** How many are in it, or in how many it is. */
  count: number
}

export interface View {
  shape: Shape
  frame: { left: number; top: number; width: number; height: number }
  rooms: readonly Room[]
  edges: readonly (readonly [number, number, number, number])[]
  marks: readonly Mark[]
  labels: readonly Label[]
}

interface Asked {
  /** All that there is: it says where the rooms are. */
  whole: Network
  shown: Network
  places: ReadonlyMap<string, Spot>
  shape: Shape
  language: Language
}

const headingHeight = 30
// What is left out around a part of the whole, in units of the drawing.
const around = 70

/** The drawing of a part of the network: everything stands where it stands in the whole. */
export function viewOf({ whole, shown, places, shape, language }: Asked): View {
  const canvas = canvasOf(bonesOf(whole), shape)
  const marks = marksOf(shown, places, canvas.width)
  const at = new Map(marks.map((mark) => [mark.id, mark]))
  const edges = shown.hubs.flatMap((hub) =>
    hub.members.flatMap((id): [number, number, number, number][] => {
      const [from, to] = [at.get(hub.id), at.get(id)]
      return from && to ? [[from.x, from.y, to.x, to.y]] : []
    }),
  )
  const rooms = roomsOf(bonesOf(whole).hubs, canvas).filter((room) =>
    shown.hubs.some((hub) => (hub.themes[0] ?? '') === room.theme),
  )
  const isWhole = shown.hubs.length === whole.hubs.length
  const frame = isWhole || shape === 'narrow' ? rowsOf(marks, canvas, isWhole) : frameAround(marks, canvas)
  const headings = rooms.map(({ x, y, width }) => ({
    left: x,
    top: y,
    right: x + width,
    bottom: y + headingHeight,
  }))
  const labelled = marks.map((mark): Labelled => ({
    ...{ id: mark.id, x: mark.x, y: mark.y, radius: mark.radius },
    ...{ text: inLanguage(mark.name, language), isHub: mark.sector === null, weight: mark.count },
  }))
  const { left, top, width, height } = frame
  const box = { left: left + 2, top: top + 2, right: left + width - 2, bottom: top + height - 2 }
  return { shape, frame, rooms, edges, marks, labels: labelsFor(labelled, box, headings) }
}

function marksOf(shown: Network, places: ReadonlyMap<string, Spot>, width: number): Mark[] {
  const counts = countsOf(shown)
  const spot = (id: string, neighbours: readonly string[]): Spot | undefined =>
    places.get(id) ?? beside(id, neighbours, places, width)
  const hubs = shown.hubs.flatMap(({ id, slug, name, members }): Mark[] => {
    const place = spot(id, members)
    return place
      ? [{ id, slug, name, ...place, radius: hubRadius(members.length), sector: null, count: members.length }]
      : []
  })
  const hubsOf = new Map<string, string[]>()
  for (const { id, members } of shown.hubs)
    for (const one of members) hubsOf.set(one, [...(hubsOf.get(one) ?? []), id])
  const members = shown.members.flatMap(({ id, slug, name, sector }): Mark[] => {
    const place = spot(id, hubsOf.get(id) ?? [])
    const count = counts.get(id) ?? 0
    return place ? [{ id, slug, name, ...place, radius: Math.min(9, 5.5 + count * 0.6), sector, count }] : []
  })
  return [...hubs, ...members]
}

const hubRadius = (members: number): number => Math.min(13, 6 + Math.sqrt(members))

/** Until it is drawn anew, what came lately stands near what it hangs on. */
function beside(
  id: string,
  neighbours: readonly string[],
  places: ReadonlyMap<string, Spot>,
  width: number,
): Spot | undefined {
  const known = neighbours.flatMap((one) => places.get(one) ?? [])
  if (known.length === 0) return undefined
  const turn = (Number.parseInt(hashOf(id).slice(0, 6), 16) % 12) * (Math.PI / 6)
  const x = known.reduce((sum, one) => sum + one.x, 0) / known.length + 30 * Math.cos(turn)
  const y = known.reduce((sum, one) => sum + one.y, 0) / known.length + 30 * Math.sin(turn)
  return { x: Math.round(Math.min(width - 20, Math.max(20, x))), y: Math.round(Math.max(20, y)) }
}

const wholeFrame = ({ width, height }: { width: number; height: number }) => ({
  left: 0,
  top: 0,
  width,
  height,
})

/** The whole width, and of the height what there is something in. */
function rowsOf(marks: readonly Spot[], canvas: { width: number; height: number }, isWhole: boolean) {
  if (isWhole || marks.length === 0) return wholeFrame(canvas)
  const ys = marks.map(({ y }) => y)
  const top = Math.max(0, Math.min(...ys) - around)
  const bottom = Math.min(canvas.height, Math.max(...ys) + around)
  return { left: 0, top, width: canvas.width, height: bottom - top }
}

function frameAround(marks: readonly Spot[], canvas: { width: number; height: number }) {
  if (marks.length === 0) return wholeFrame(canvas)
  const rows = rowsOf(marks, canvas, false)
  const xs = marks.map(({ x }) => x)
  const left = Math.max(0, Math.min(...xs) - around * 2)
  const right = Math.min(canvas.width, Math.max(...xs) + around * 2)
  return { ...rows, left, width: right - left }
}
