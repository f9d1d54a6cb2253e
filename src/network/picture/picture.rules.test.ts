import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { partOf, type Network, type Wanted } from './graph.rules.ts'
import { labelsFor, linesOf, memberSize } from './labels.rules.ts'
import { type Bones, laidOut } from './layout.ts'
import { canvasOf, roomsOf } from './rooms.rules.ts'

const member = (id: string, sector: Network['members'][number]['sector'] = 'civil-society') => ({
  ...{ id, slug: id, name: { sv: id }, sector },
})
const hub = (
  id: string,
  themes: string[],
  members: string[],
  areas: Network['hubs'][number]['areas'] = [],
) => ({
  ...{ id, slug: id, name: { sv: id }, kind: 'partnership' as const, themes, areas, members },
})
const network: Network = {
  hubs: [
    hub('x', ['young'], ['a', 'b'], ['east']),
    hub('y', ['health'], ['b', 'c'], ['whole-city']),
    hub('z', [], ['d']),
  ],
  members: [member('a'), member('b', 'city'), member('c'), member('d')],
}
const all: Wanted = { theme: null, area: null, sector: null, near: null }

test('a part of the network is what fits, and who is in it', () => {
  const cases: readonly (readonly [Partial<Wanted>, string, string])[] = [
    [{}, 'x y z', 'a b c d'],
    [{ theme: 'young' }, 'x', 'a b'],
    [{ area: 'east' }, 'x y', 'a b c'],
    [{ area: 'west' }, 'y', 'b c'],
    [{ sector: 'city' }, 'x y', 'b'],
    [{ near: 'x' }, 'x y', 'a b'],
    [{ near: 'gone' }, '', ''],
    [{ theme: 'young', sector: 'region' }, '', ''],
  ]
  for (const [given, hubs, members] of cases) {
    const part = partOf(network, { ...all, ...given })
    const ids = (list: readonly { id: string }[]): string => list.map(({ id }) => id).join(' ')
    deepEqual([ids(part.hubs), ids(part.members)], [hubs, members], JSON.stringify(given))
  }
})

/** A network of some size, the same every time. */
const bonesFor = (count: number): Bones => ({
  hubs: Array.from({ length: Math.ceil(count / 4) }, (_, at) => ({
    id: `h${at}`,
    theme: `t${at % 5}`,
    members: Array.from({ length: 5 }, (_none, step) => `o${(at * 4 + step * ((at % 3) + 1)) % count}`),
  })),
})

test('the same network is drawn the same, inside its frame, and those of one theme stay in its room', () => {
  for (const shape of ['wide', 'narrow'] as const) {
    const bones = bonesFor(60)
    const canvas = canvasOf(bones, shape)
    const places = laidOut(bones, shape, new Map())
    deepEqual(places, laidOut(bones, shape, new Map()))
    for (const { x, y } of places.values()) ok(x > 0 && x < canvas.width && y > 0 && y < canvas.height, shape)
    const rooms = roomsOf(bones.hubs, canvas)
    for (const { id, theme } of bones.hubs) {
      const [room, place] = [rooms.find((one) => one.theme === theme), places.get(id)]
      ok(
        room &&
          place &&
          place.x >= room.x &&
          place.x <= room.x + room.width &&
          place.y >= room.y &&
          place.y <= room.y + room.height,
      )
    }
  }
})

test('with one organization more, nearly everybody stays about where they were', () => {
  const bones = bonesFor(80)
  const before = laidOut(bones, 'wide', new Map())
  const [first, ...rest] = bones.hubs
  ok(first)
  const after = laidOut({ hubs: [{ ...first, members: [...first.members, 'new'] }, ...rest] }, 'wide', before)
  const moved = [...before].map(([id, { x, y }]) =>
    Math.hypot(x - (after.get(id)?.x ?? 0), y - (after.get(id)?.y ?? 0)),
  )
  const median = moved.toSorted((one, other) => one - other)[Math.floor(moved.length / 2)] ?? 0
  ok(median < 60, `half of them moved more than ${median}`)
})

test('no words lie over others or outside of the drawing, wherever the marks are', () => {
  const spot = fc.record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 300 }),
    text: fc.string({ maxLength: 40 }),
  })
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 40 }), (spots) => {
      const marks = spots.map((one, at) => ({
        ...one,
        id: String(at),
        radius: 6,
        isHub: at % 4 === 0,
        weight: at,
      }))
      const frame = { left: 0, top: 0, right: 400, bottom: 300 }
      const labels = labelsFor(marks, { frame })
      for (const { y } of labels) ok(y > 0 && y <= 300)
      const tops = labels.map(({ x, y }) => `${x} ${y}`)
      equal(new Set(tops).size, tops.length)
    }),
  )
  ok(memberSize >= 11)
})

test('a name is cut into whole words, and says when there is more of it', () => {
  deepEqual(linesOf('Hälsa i trapphuset', 20, 2), ['Hälsa i trapphuset'])
  deepEqual(linesOf('Föreningen för alla som odlar på tak', 14, 2), ['Föreningen för', 'alla som odla…'])
})
