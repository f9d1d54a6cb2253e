import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markReach } from './apart.rules.ts'
import { bonesOf } from './bones.ts'
import type { Hub, Network } from './graph.rules.ts'
import { hubSize, type Label, lineHeight, memberSize } from './labels.rules.ts'
import { laidOut, type Spot } from './layout.ts'
import { canvasOf, roomOf, roomsOf, shapes } from './rooms.rules.ts'
import { sheetsOf } from './sheets.page.tsx'
import { type Box, Taken } from './taken.rules.ts'
import { widthOf } from './text-width.rules.ts'
import { viewOf } from './view-of.ts'

const words = fc.constantFrom(
  ...['Odlarna', 'i', 'Kirseberg', 'Stadsområdesutvecklingsenheten', 'MMMMMMMM', 'Arbetsmarknads- och', 'AB'],
)
const name = fc.array(words, { minLength: 1, maxLength: 5 }).map((some) => ({ sv: some.join(' ') }))
const hub = fc.record({
  theme: fc.constantFrom('', 'young', 'health', 'homes', 'rooms'),
  members: fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 12 }),
  name,
})
/** Any network at all, down to one in which everybody is in everything. */
const networks = fc
  .record({
    hubs: fc.array(hub, { minLength: 1, maxLength: 16 }),
    names: fc.array(name, { minLength: 41, maxLength: 41 }),
  })
  .map(({ hubs, names }) => networkOf(hubs, names))

type Drawn = readonly { theme: string; members: readonly number[]; name: { sv: string } }[]

function networkOf(hubs: Drawn, names: readonly { sv: string }[]): Network {
  const used = [...new Set(hubs.flatMap(({ members }) => members))].toSorted((a, b) => a - b)
  return {
    hubs: hubs.map(({ theme, members, name: called }, at): Hub => ({
      ...{ id: `h${at}`, slug: `h${at}`, name: called, kind: 'partnership', areas: [] },
      ...{ themes: theme ? [theme] : [], members: members.map((one) => `o${one}`) },
    })),
    members: used.map((one) => ({
      ...{ id: `o${one}`, slug: `o${one}`, name: names[one] ?? {}, sector: 'civil-society' },
    })),
  }
}

const isHub = (id: string): boolean => id.startsWith('h')
const reachOf = (id: string): number => (isHub(id) ? markReach.hub : markReach.member)

test('no mark outside of the frame, none on another, and the same network is the same picture', () => {
  fc.assert(
    fc.property(networks, fc.constantFrom(...shapes), (network, shape) => {
      const bones = bonesOf(network)
      const { width, height } = canvasOf(bones, shape)
      const places = [...laidOut(bones, shape, new Map())]
      equal(places.length, network.hubs.length + network.members.length)
      deepEqual(places, [...laidOut(bones, shape, new Map())])
      for (const [index, [id, { x, y }]] of places.entries()) {
        const reach = reachOf(id)
        ok(x >= reach && x <= width - reach && y >= reach && y <= height - reach, `${id} at ${x} ${y}`)
        for (const [other, spot] of places.slice(index + 1)) {
          const apart = Math.hypot(x - spot.x, y - spot.y)
          ok(apart > reach + reachOf(other), `${id} and ${other}: ${apart}`)
        }
      }
    }),
    { numRuns: 10, endOnFailure: true },
  )
})

test('no words over others, over a mark, or over the edge; what has no room is left out', () => {
  fc.assert(
    fc.property(networks, fc.constantFrom(...shapes), (network, shape) => {
      const places = laidOut(bonesOf(network), shape, new Map())
      const view = viewOf({
        ...{ whole: network, shown: network, places, shape, language: 'sv' },
        themeName: (id) => id || 'Utan tema',
      })
      const { frame, rooms } = view
      const taken = new Taken()
      const marks = rooms.flatMap((room) => room.marks)
      equal(marks.length, places.size)
      for (const { x, y, radius } of marks)
        taken.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius })
      for (const { id, label } of marks) {
        if (!label) continue
        const box = boxOf(label, isHub(id))
        ok(box.left >= frame.left && box.right <= frame.left + frame.width, label.lines.join(' '))
        if (!label.hasRoom) continue
        ok(taken.isFree(box), label.lines.join(' '))
        taken.add(box)
      }
    }),
    { numRuns: 10, endOnFailure: true },
  )
})

/** Where its letters are: a little less than what is kept free for them. */
function boxOf({ lines, x, y, anchor }: Label, bold: boolean): Box {
  const size = bold ? hubSize : memberSize
  const width = Math.max(...lines.map((line) => widthOf(line, size, bold)))
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor]
  const top = y - size * 0.8
  return { left, top, right: left + width, bottom: top + lines.length * size * lineHeight - size * 0.2 }
}

test('with one organization more, who has their room still stands exactly where they stood', () => {
  fc.assert(
    fc.property(networks, fc.constantFrom(...shapes), fc.nat(15), (network, shape, at) => {
      // Where few places are known yet, all is drawn anew.
      fc.pre(network.hubs.length + network.members.length > 5)
      const before = laidOut(bonesOf(network), shape, new Map())
      const hubs = network.hubs.map((one, index) =>
        index === at % network.hubs.length ? { ...one, members: [...one.members, 'new'] } : one,
      )
      const bones = bonesOf({ ...network, hubs })
      const after = laidOut(bones, shape, before)
      const canvas = canvasOf(bones, shape)
      const rooms = roomsOf(bones.hubs, canvas)
      ok(after.has('new'))
      for (const { id, theme } of bones.hubs) {
        const [room, spot] = [roomOf(rooms, theme), before.get(id)]
        if (spot && isIn(room, spot) && isIn({ x: 0, y: 0, ...canvas }, spot))
          deepEqual(after.get(id), spot, id)
      }
    }),
    { numRuns: 10, endOnFailure: true },
  )
})

// As far from a wall as its mark reaches; who stands nearer to it has to make room.
const isIn = (room: { x: number; y: number; width: number; height: number }, { x, y }: Spot): boolean =>
  x >= room.x + markReach.hub &&
  x <= room.x + room.width - markReach.hub &&
  y >= room.y + markReach.hub &&
  y <= room.y + room.height - markReach.hub

test('sheets of paper show all of a drawing, none higher than paper, and what is cut stands whole on one of them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 80, max: 1500 }), { minLength: 1, maxLength: 8 }), (heights) => {
      let y = 5
      const rooms = heights.map((height) => {
        const room = { y, height }
        y += height
        return room
      })
      const frame = { left: 0, top: 0, width: 1000, height: y }
      const sheets = sheetsOf(frame, rooms)
      equal(sheets[0]?.top, 0)
      equal(Math.round((sheets.at(-1)?.top ?? 0) + (sheets.at(-1)?.height ?? 0)), y)
      for (const [at, { top, height }] of sheets.entries()) {
        ok(height <= 640, `${height}`)
        const next = sheets[at + 1]
        if (!next) continue
        const isBetweenRooms = rooms.some((room) => room.y - 5 === next.top)
        ok(isBetweenRooms ? next.top <= top + height + 0.01 : next.top < top + height - 30)
      }
    }),
  )
})
