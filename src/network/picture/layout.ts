import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
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
  rooms: readonly Room[]
  radius: number
}

const steps = 260
// Towards the middle of one's room: enough to stay together, and little enough to fill it.
const pull = 0.025
// Where most places are known they are kept, and what is new finds its own among them.
const restless = 1
const calm = 0.3
const knownShare = 0.7
const nameAbove = 14
const nameBelow = 42
const gapMin = 10

/**
 * A place for each organisation and partnership. Each theme has a room of its own, as large as what is in it; those who are
 * in several rooms stand between them. The same network gets the same drawing, and a little more in it moves little.
 */
export function laidOut(bones: Bones, shape: Shape, before: ReadonlyMap<string, Spot>): Map<string, Spot> {
  const canvas = canvasOf(bones, shape)
  const rooms = roomsOf(bones.hubs, canvas)
  const points = pointsOf(bones, rooms, canvas, before)
  const byId = new Map(points.map((point) => [point.id, point]))
  const links = bones.hubs.flatMap(({ id, members }) =>
    members.map((member) => ({ source: id, target: member })),
  )
  const known = points.filter(({ id }) => before.has(id)).length
  const isCalm = known > points.length * knownShare
  if (isCalm) for (const point of points) hold(point, before.get(point.id), canvas)
  const simulation = forceSimulation(points)
    .alpha(isCalm ? calm : restless)
    .force(
      'links',
      forceLink<Point, (typeof links)[number]>(links)
        .id((point) => point.id)
        .distance(canvas.reach)
        .strength(0.35),
    )
    .force(
      'apart',
      forceManyBody<Point>()
        .strength(-canvas.reach * 2.4)
        .distanceMax(canvas.reach * 5),
    )
    .force('x', forceX<Point>((point) => middleOf(point).x).strength(pull))
    .force('y', forceY<Point>((point) => middleOf(point).y).strength(pull))
    .force('room', forceCollide<Point>((point) => point.radius).iterations(3))
    .stop()
  for (let step = 0; step < steps; step += 1) {
    simulation.tick()
    for (const point of points) if (point.fx === undefined) keepInside(point, canvas, rooms)
  }
  if (!isCalm) for (const room of rooms) fill(room, onlyIn(room, points), canvas)
  return new Map(
    [...byId.values()].map(({ id, x = 0, y = 0 }) => [id, { x: Math.round(x), y: Math.round(y) }]),
  )
}

function pointsOf(
  { hubs }: Bones,
  rooms: readonly Room[],
  canvas: Canvas,
  before: ReadonlyMap<string, Spot>,
): Point[] {
  const roomsOfMember = new Map<string, Set<Room>>()
  const points: Point[] = []
  for (const hub of hubs) {
    const room = roomOf(rooms, hub.theme)
    points.push(pointAt({ id: hub.id, rooms: [room], radius: canvas.hubRadius }, before))
    for (const id of hub.members) roomsOfMember.set(id, (roomsOfMember.get(id) ?? new Set()).add(room))
  }
  for (const [id, own] of roomsOfMember)
    points.push(pointAt({ id, rooms: [...own], radius: canvas.memberRadius }, before))
  return points
}

/** Where it stood before, or a place in its room that follows from its id. */
function pointAt(point: Point, before: ReadonlyMap<string, Spot>): Point {
  const middle = middleOf(point)
  const [room] = point.rooms
  const across = (room?.width ?? 0) * 0.7
  const down = (room?.height ?? 0) * 0.7
  const from = before.get(point.id) ?? {
    x: middle.x + (shareOf(point.id, 1) - 0.5) * across,
    y: middle.y + (shareOf(point.id, 2) - 0.5) * down,
  }
  return { ...point, ...from }
}

/** Stays where it stood, unless its room is no longer there. */
function hold(point: Point, spot: Spot | undefined, canvas: Canvas): void {
  if (!spot) return
  const [only] = point.rooms
  const room =
    point.rooms.length === 1 && only ? only : { x: 0, y: 0, width: canvas.width, height: canvas.height }
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
function keepInside(point: Point, canvas: Canvas, rooms: readonly Room[]): void {
  const [only] = point.rooms
  const room =
    point.rooms.length === 1 && only ? only : { x: 0, y: 0, width: canvas.width, height: canvas.height }
  const { side, top, bottom } = canvas.margin
  point.x = Math.min(room.x + room.width - side, Math.max(room.x + side, point.x ?? 0))
  point.y = Math.min(room.y + room.height - bottom, Math.max(room.y + top, point.y ?? 0))
  const { x, y } = point
  // Nobody stands on the name of a room.
  const over = rooms.find(
    (one) => x >= one.x && x <= one.x + one.width && y >= one.y - nameAbove && y < one.y + nameBelow,
  )
  if (over && over.y > 0)
    point.y = y < over.y + nameBelow / 2 && over.y > gapMin ? over.y - nameAbove : over.y + nameBelow
}

const onlyIn = (room: Room, points: readonly Point[]): Point[] =>
  points.filter(({ rooms: own }) => own.length === 1 && own[0] === room)

// Nothing is pulled further apart than this, or what belongs together would not look so.
const stretchMax = 1.7

/** What stands in the middle of a room comes to fill it; who stands beside whom stays. */
function fill(room: Room, points: readonly Point[], { margin }: Canvas): void {
  if (points.length < 2) return
  stretch(points, 'x', room.x + margin.side, room.x + room.width - margin.side)
  stretch(points, 'y', room.y + margin.top, room.y + room.height - margin.bottom)
}

function stretch(points: readonly Point[], axis: 'x' | 'y', from: number, to: number): void {
  const all = points.map((point) => point[axis] ?? 0)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const factor = Math.max(1, Math.min(stretchMax, (to - from) / Math.max(1, most - least)))
  const half = ((most - least) * factor) / 2
  const middle = Math.min(to - half, Math.max(from + half, (least + most) / 2))
  for (const point of points) point[axis] = middle + ((point[axis] ?? 0) - (least + most) / 2) * factor
}
