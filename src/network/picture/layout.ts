import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import { setApart } from './apart.rules.ts'
import { fillRoom } from './fill-room.ts'
import { canvasOf, type Canvas, roomOf, type Room, roomsOf, type Shape } from './rooms.rules.ts'

export interface Spot {
  x: number
  y: number
}

/** What the drawing is made of, without a word in it. */
export interface Bones {
  hubs: readonly { id: string; theme: string; members: readonly string[] }[]
}

interface Point extends SimulationNodeDatum {
  id: string
  isHub: boolean
  rooms: readonly Room[]
  radius: number
  /** How much further inside than its room's edge it ends, so that those who are pushed there do not stand in a row. */
  inset: number
}

const steps = 260
// Towards the middle of one's room: enough to stay together, and little enough to fill it.
const pull = 0.03
// Who works in several rooms stands between them, and does not pull a whole partnership to the wall.
const linkInside = 0.35
const linkBetween = 0.05
// Where most places are known they are kept, and what is new finds its own among them.
const restless = 1
const calm = 0.3
const knownShare = 0.7
const nameAbove = 14
const nameBelow = 48
const gapMin = 10

/**
 * A place for each organisation and partnership. Each theme has a room of its own, as large as what is in it; those who are
 * in several rooms stand between them. The same network gets the same drawing, and a little more in it moves little.
 */
export function laidOut(bones: Bones, shape: Shape, before: ReadonlyMap<string, Spot>): Map<string, Spot> {
  const canvas = canvasOf(bones, shape)
  const rooms = roomsOf(bones.hubs, canvas)
  const points = pointsOf(bones, rooms, canvas, before)
  const known = points.filter(({ id }) => before.has(id)).length
  const isCalm = known > points.length * knownShare
  if (isCalm) for (const point of points) hold(point, before.get(point.id), canvas)
  const simulation = simulationOf(bones, points, canvas)
    .alpha(isCalm ? calm : restless)
    .stop()
  for (let step = 0; step < steps; step += 1) {
    simulation.tick()
    for (const point of points) if (point.fx === undefined) keepInside(point, canvas, rooms)
  }
  if (!isCalm) for (const room of rooms) fillRoom(room, onlyIn(room, points), canvas)
  return setApart(
    points.map((point) => {
      const { id, isHub, fx, x = 0, y = 0 } = point
      return { id, isHub, isHeld: fx !== undefined, x, y, room: homeOf(point, canvas) }
    }),
    { canvas, isTaken: (spot) => nameAt(spot, rooms) !== undefined },
  )
}

function simulationOf({ hubs }: Bones, points: Point[], { reach }: Canvas) {
  const between = new Set(points.filter(({ rooms }) => rooms.length > 1).map(({ id }) => id))
  const links = hubs.flatMap(({ id, members }) =>
    members.map((member) => ({ source: id, target: member, member })),
  )
  return forceSimulation(points)
    .force(
      'links',
      forceLink<Point, (typeof links)[number]>(links)
        .id((point) => point.id)
        .distance(reach)
        .strength(({ member }) => (between.has(member) ? linkBetween : linkInside)),
    )
    .force(
      'apart',
      forceManyBody<Point>()
        .strength(-reach * 1.6)
        .distanceMax(reach * 4),
    )
    .force('x', forceX<Point>((point) => middleOf(point).x).strength(pull))
    .force('y', forceY<Point>((point) => middleOf(point).y).strength(pull))
    .force('room', forceCollide<Point>((point) => point.radius).iterations(3))
}

function pointsOf(
  { hubs }: Bones,
  rooms: readonly Room[],
  canvas: Canvas,
  before: ReadonlyMap<string, Spot>,
): Point[] {
  const roomsOfMember = new Map<string, Set<Room>>()
  for (const hub of hubs)
    for (const id of hub.members)
      roomsOfMember.set(id, (roomsOfMember.get(id) ?? new Set()).add(roomOf(rooms, hub.theme)))
  return [
    ...hubs.map(({ id, theme }) => ({ id, isHub: true, rooms: [roomOf(rooms, theme)] })),
    ...[...roomsOfMember].map(([id, own]) => ({ id, isHub: false, rooms: [...own] })),
  ].map((one) => pointAt(one, canvas, before))
}

/** Where it stood before, or a place in its room that follows from its id. */
function pointAt(
  one: Pick<Point, 'id' | 'isHub' | 'rooms'>,
  canvas: Canvas,
  before: ReadonlyMap<string, Spot>,
): Point {
  const middle = middleOf(one)
  const [room] = one.rooms
  const across = (room?.width ?? 0) * 0.7
  const down = (room?.height ?? 0) * 0.7
  const from = before.get(one.id) ?? {
    x: middle.x + (shareOf(one.id, 1) - 0.5) * across,
    y: middle.y + (shareOf(one.id, 2) - 0.5) * down,
  }
  const radius = one.isHub ? canvas.hubRadius : canvas.memberRadius
  return { ...one, ...from, radius, inset: shareOf(one.id, 3) * canvas.reach }
}

/** Stays where it stood, unless its room is no longer there. */
function hold(point: Point, spot: Spot | undefined, canvas: Canvas): void {
  if (!spot) return
  const room = homeOf(point, canvas)
  const isInside =
    spot.x > room.x && spot.x < room.x + room.width && spot.y > room.y && spot.y < room.y + room.height
  if (isInside) Object.assign(point, { fx: spot.x, fy: spot.y })
}

/** A number from 0 to 1 that follows from a text. */
function shareOf(text: string, salt: number): number {
  let sum = 2_166_136_261 ^ salt
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 16_777_619) >>> 0
  return (Math.imul(sum ^ (sum >>> 15), 2_246_822_519) >>> 0) / 2 ** 32
}

function middleOf({ rooms }: Pick<Point, 'rooms'>): Spot {
  const sum = rooms.reduce(
    ({ x, y }, room) => ({ x: x + room.x + room.width / 2, y: y + room.y + room.height / 2 }),
    { x: 0, y: 0 },
  )
  return { x: sum.x / rooms.length, y: sum.y / rooms.length }
}

/** Whoever is in one room alone stays in it; whoever is in several stays on the page. */
function homeOf({ rooms }: Point, { width, height }: Canvas): Omit<Room, 'theme'> {
  const [only] = rooms
  return rooms.length === 1 && only ? only : { x: 0, y: 0, width, height }
}

function keepInside(point: Point, canvas: Canvas, rooms: readonly Room[]): void {
  const room = homeOf(point, canvas)
  const { side, top, bottom } = canvas.margin
  point.x = between(point.x ?? 0, room.x + side, room.x + room.width - side, point.inset)
  point.y = between(point.y ?? 0, room.y + top, room.y + room.height - bottom, point.inset)
  const { x, y } = point
  // Nobody stands on the name of a room.
  const over = nameAt({ x, y }, rooms)
  if (over && over.y > 0)
    point.y =
      y < over.y + nameBelow / 2 && over.y > gapMin
        ? over.y - nameAbove - point.inset / 2
        : over.y + nameBelow + point.inset / 4
}

function between(value: number, from: number, to: number, inset: number): number {
  const further = Math.max(0, Math.min(inset, (to - from) / 5))
  return Math.min(to - further, Math.max(from + further, value))
}

const nameAt = ({ x, y }: Spot, rooms: readonly Room[]): Room | undefined =>
  rooms.find((one) => x >= one.x && x <= one.x + one.width && y > one.y - nameAbove && y < one.y + nameBelow)

const onlyIn = (room: Room, points: readonly Point[]): Point[] =>
  points.filter(({ rooms: own }) => own.length === 1 && own[0] === room)
