import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { Sector } from '../directory.rules.ts'
import { bonesOf } from './bones.ts'
import { frameFor } from './frame.rules.ts'
import { countsOf, type Network } from './graph.rules.ts'
import { type Label, type Labelled, labelsFor, linesOf } from './labels.rules.ts'
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

/** A mark with its words, and with where its lines lead. */
export interface Told extends Mark {
  label: Label | undefined
  ties: readonly Spot[]
}

export interface RoomShown extends Room {
  name: string
  /** Its name, in as many lines as it needs. */
  heading: readonly string[]
  /** What is done together, each followed by who does it. */
  marks: readonly Told[]
}

export interface View {
  shape: Shape
  frame: { left: number; top: number; width: number; height: number }
  rooms: readonly RoomShown[]
  /** From what is done together to who does it: within a room, and across. */
  edges: { within: readonly (readonly [Spot, Spot])[]; across: readonly (readonly [Spot, Spot])[] }
}

interface Asked {
  /** All that there is: it says where the rooms are. */
  whole: Network
  shown: Network
  places: ReadonlyMap<string, Spot>
  shape: Shape
  language: Language
  themeName: (id: string) => string
}

const headingLetter = 9.4
const headingLine = 20

/** The drawing of a part of the network: everything stands where it stands in the whole. */
export function viewOf({ whole, shown, places, shape, language, themeName }: Asked): View {
  const canvas = canvasOf(bonesOf(whole), shape)
  const marks = marksOf(shown, places)
  const isWhole = shown.hubs.length === whole.hubs.length
  const frame = frameFor(marks, canvas, { isWhole, isWide: shape === 'wide' })
  const rooms = roomsOf(bonesOf(whole).hubs, canvas)
    .filter((room) => shown.hubs.some((hub) => (hub.themes[0] ?? '') === room.theme))
    .map((room) => ({ ...room, name: themeName(room.theme) }))
    .map((room) => ({
      ...room,
      heading: linesOf(room.name, Math.floor((room.width - 20) / headingLetter), 2),
    }))
  const headings = rooms.map(({ x, y, width, heading }) => ({
    ...{ left: x, top: y, bottom: y + 10 + heading.length * headingLine },
    right: x + Math.min(width, 20 + headingLetter * Math.max(...heading.map((line) => line.length))),
  }))
  const labelled = marks.map((mark): Labelled => ({
    ...{ id: mark.id, x: mark.x, y: mark.y, radius: mark.radius },
    ...{ text: inLanguage(mark.name, language), isHub: mark.sector === null, weight: mark.count },
  }))
  const { left, top, width, height } = frame
  const box = { left: left + 2, top: top + 2, right: left + width - 2, bottom: top + height - 2 }
  const labels = new Map(
    labelsFor(labelled, { frame: box, taken: headings, rooms: rooms.map(boxOf) }).map((label) => [
      label.id,
      label,
    ]),
  )
  return { shape, frame, ...roomByRoom(shown, { rooms, marks, labels }) }
}

interface Drawn {
  rooms: readonly Omit<RoomShown, 'marks'>[]
  marks: readonly Mark[]
  labels: ReadonlyMap<string, Label>
}

/** In the order in which they are reached by the keyboard and read aloud: by room, and each partnership before its members. */
function roomByRoom({ hubs }: Network, { rooms, marks, labels }: Drawn): Pick<View, 'rooms' | 'edges'> {
  const at = new Map(marks.map((mark) => [mark.id, mark]))
  const lines = hubs.flatMap((hub) => {
    const from = at.get(hub.id)
    return from ? hub.members.flatMap((id) => ({ hub, from, to: at.get(id) ?? from })) : []
  })
  const themesOf = new Map<string, Set<string>>()
  const ties = new Map<string, Spot[]>()
  for (const { hub, from, to } of lines) {
    themesOf.set(to.id, (themesOf.get(to.id) ?? new Set()).add(hub.themes[0] ?? ''))
    ties.set(from.id, [...(ties.get(from.id) ?? []), to])
    ties.set(to.id, [...(ties.get(to.id) ?? []), from])
  }
  const told = new Set<string>()
  const tell = (mark: Mark): Told[] => {
    if (told.has(mark.id)) return []
    told.add(mark.id)
    return [{ ...mark, label: labels.get(mark.id), ties: ties.get(mark.id) ?? [] }]
  }
  const toldIn = (theme: string): Told[] =>
    hubs
      .filter((hub) => (hub.themes[0] ?? '') === theme)
      .flatMap((hub) => ({ hub, mark: at.get(hub.id) }))
      .flatMap(({ hub, mark }) => (mark ? [{ hub, mark }] : []))
      .toSorted((one, other) => byPlace(one.mark, other.mark))
      .flatMap(({ hub, mark }) => [
        ...tell(mark),
        ...hub.members
          .flatMap((id) => at.get(id) ?? [])
          .toSorted(byPlace)
          .flatMap(tell),
      ])
  const isAcross = (id: string): boolean => (themesOf.get(id)?.size ?? 0) > 1
  return {
    rooms: rooms.map((room) => ({ ...room, marks: toldIn(room.theme) })),
    edges: {
      within: lines.filter(({ to }) => !isAcross(to.id)).map(({ from, to }) => [from, to]),
      across: lines.filter(({ to }) => isAcross(to.id)).map(({ from, to }) => [from, to]),
    },
  }
}

const boxOf = ({ x, y, width, height }: Room) => ({ left: x, top: y, right: x + width, bottom: y + height })

const byPlace = (one: Spot, other: Spot): number => one.y - other.y || one.x - other.x

function marksOf(shown: Network, places: ReadonlyMap<string, Spot>): Mark[] {
  const counts = countsOf(shown)
  const hubs = shown.hubs.flatMap(({ id, slug, name, members }): Mark[] => {
    const place = places.get(id)
    return place
      ? [{ id, slug, name, ...place, radius: hubRadius(members.length), sector: null, count: members.length }]
      : []
  })
  const members = shown.members.flatMap(({ id, slug, name, sector }): Mark[] => {
    const place = places.get(id)
    const count = counts.get(id) ?? 0
    return place ? [{ id, slug, name, ...place, radius: Math.min(9, 5.5 + count * 0.6), sector, count }] : []
  })
  return [...hubs, ...members]
}

const hubRadius = (members: number): number => Math.min(13, 6 + Math.sqrt(members))
