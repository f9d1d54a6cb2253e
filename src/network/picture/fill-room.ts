import type { Canvas, Room } from './rooms.rules.ts'

interface Movable {
  x?: number | undefined
  y?: number | undefined
}

// Nothing is pulled further apart than this, or what belongs together would not look so.
const stretchMax = 1.7

/** What stands in the middle of a room comes to fill it; who stands beside whom stays. */
export function fillRoom(room: Room, points: readonly Movable[], { margin }: Canvas): void {
  if (points.length < 2) return
  stretch(points, 'x', room.x + margin.side, room.x + room.width - margin.side)
  stretch(points, 'y', room.y + margin.top, room.y + room.height - margin.bottom)
}

function stretch(points: readonly Movable[], axis: 'x' | 'y', from: number, to: number): void {
  const all = points.map((point) => point[axis] ?? 0)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const factor = Math.max(1, Math.min(stretchMax, (to - from) / Math.max(1, most - least)))
  const half = ((most - least) * factor) / 2
  const middle = Math.min(to - half, Math.max(from + half, (least + most) / 2))
  for (const point of points) point[axis] = middle + ((point[axis] ?? 0) - (least + most) / 2) * factor
}
