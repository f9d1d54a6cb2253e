import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Scan, standingOf } from './standing.rules.ts'

let arrivals = 0
const scan = (nonce: string, kind: Scan['kind'], at: string, rest: Partial<Scan> = {}): Scan => ({
  ...{ nonce, kind, at, device: 'A', arrival: (arrivals += 1), knew: 0 },
  ...rest,
})

const cases: { name: string; scans: Scan[]; since: string | null; letIn: string[] }[] = [
  { name: 'nothing has happened', scans: [], since: null, letIn: [] },
  { name: 'a check-in', scans: [scan('a', 'in', '12:03')], since: '12:03', letIn: ['a'] },
  {
    name: 'the earliest of two check-ins counts, though it was heard of last',
    scans: [scan('b', 'in', '12:05', { device: 'B' }), scan('a', 'in', '12:03')],
    since: '12:03',
    letIn: ['a', 'b'],
  },
  {
    name: 'a check-in that the same device took back',
    scans: [scan('a', 'in', '12:03'), scan('u', 'undo', '12:04')],
    since: null,
    letIn: [],
  },
  {
    name: 'an undo that arrives before its check-in',
    scans: [scan('u', 'undo', '12:04', { arrival: 1 }), scan('a', 'in', '12:03', { arrival: 2 })],
    since: null,
    letIn: [],
  },
  {
    name: 'let in again after an undo',
    scans: [scan('a', 'in', '12:03'), scan('u', 'undo', '12:04'), scan('b', 'in', '12:05')],
    since: '12:05',
    letIn: ['b'],
  },
  {
    name: 'one device takes back, another had let the same person in without knowing',
    scans: [
      scan('a', 'in', '12:03', { arrival: 1 }),
      scan('b', 'in', '12:02', { arrival: 3, device: 'B' }),
      scan('u', 'undo', '12:04', { arrival: 2, knew: 1 }),
    ],
    since: '12:02',
    letIn: ['b'],
  },
  {
    name: 'an undo takes back what its sender had heard of from others',
    scans: [
      scan('a', 'in', '12:03', { arrival: 1 }),
      scan('u', 'undo', '12:04', { arrival: 2, device: 'B', knew: 1 }),
    ],
    since: null,
    letIn: [],
  },
  {
    name: 'somebody written up at the door',
    scans: [scan('w', 'walk-in', '12:03')],
    since: '12:03',
    letIn: ['w'],
  },
]

for (const { name, scans, since, letIn } of cases) {
  test(`where somebody stands: ${name}`, () => {
    const standing = standingOf(scans)
    deepEqual([standing.since, standing.letIn.map(({ nonce }) => nonce)], [since, letIn])
  })
}

test('where somebody stands does not depend on the order in which we look at what happened', () => {
  const minute = fc.integer({ min: 0, max: 9 }).map((number) => `12:0${number}`)
  const one = fc.record({
    kind: fc.constantFrom('in', 'undo', 'walk-in'),
    at: minute,
    device: fc.constantFrom('A', 'B'),
    knew: fc.integer({ min: 0, max: 8 }),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (all, chance) => {
      const scans = all.map((given, index): Scan => ({ ...given, nonce: `n${index}`, arrival: index + 1 }))
      const shuffled = scans
        .map((given) => ({ given, by: chance.next().value ?? 0 }))
        .toSorted((a, b) => a.by - b.by)
        .map(({ given }) => given)
      deepEqual(standingOf(shuffled), standingOf(scans))
    }),
  )
})
