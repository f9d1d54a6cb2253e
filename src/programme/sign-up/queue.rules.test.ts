import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Capacity } from '../tables.ts'
import { inOrder, type Move, nextUp, placeOf, type Waiting } from './queue.rules.ts'
import type { Seats } from './seats.rules.ts'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 11, minute)).toISOString()

function one(id: string, minute: number, given: Partial<Waiting> = {}): Waiting {
  const standing = { organisation_id: null, organisation_name: null, confirmed_at: at(minute) }
  return { id, queued_at: at(minute), capacity: 'resident', ...standing, ...given }
}
const move = (sign_up_id: string, before_id: string | null, minute: number): Move => ({
  ...{ sign_up_id, before_id, at: at(minute) },
})
const ids = (line: readonly { id: string }[]): string => line.map(({ id }) => id).join('')

const [a, b, c, d] = [one('a', 1), one('b', 2), one('c', 3), one('d', 9)]

const cases: [string, Waiting[], Move[], string][] = [
  ['as they came', [c, a, b], [], 'abc'],
  ['of those who came at once, by their number', [one('z', 1), one('y', 1)], [], 'yz'],
  ['put before somebody', [a, b, c], [move('c', 'a', 5)], 'cab'],
  ['put last', [a, b, c], [move('a', null, 5)], 'bca'],
  ['put last, and then somebody came', [a, b, c, d], [move('a', null, 5)], 'bcad'],
  ['the later move counts', [a, b, c], [move('c', 'a', 5), move('c', null, 6)], 'abc'],
  ['moves follow each other', [a, b, c], [move('c', 'a', 5), move('b', 'c', 6)], 'bca'],
  ['put before somebody who came later', [a, b, d], [move('a', 'd', 10)], 'bad'],
  ['whoever was moved is gone', [a, b], [move('c', 'a', 5)], 'ab'],
  ['nobody knows whom they were put before', [a, b], [move('b', 'x', 5)], 'ab'],
  ['another clock was behind', [a, b, d], [move('d', 'a', 5)], 'dab'],
]
for (const [name, people, moves, expected] of cases)
  test(`the order of the queue: ${name}`, () => equal(ids(inOrder(people, moves)), expected))

test('a move stands when the one whom somebody was put before leaves', () => {
  // The gone one is handed in with those who wait, and left out afterwards.
  const order = inOrder([a, b, c], [move('c', 'a', 5)])
  equal(ids(order.filter(({ id }) => id !== 'a')), 'cb')
})

test('any history: the order is that of a line in which people came, were moved and left one after another', () => {
  const step = fc.tuple(
    fc.constantFrom('come', 'come', 'come', 'leave', 'before', 'last'),
    fc.nat(99),
    fc.nat(99),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const [came, moves, gone]: [Waiting[], Move[], Set<string>] = [[], [], new Set()]
      let line: string[] = []
      for (const [minute, [what, which, other]] of steps.entries()) {
        const who = line[which % Math.max(1, line.length)]
        if (what === 'come') {
          const id = `${minute},`
          came.push(one(id, minute))
          line.push(id)
        } else if (who !== undefined) {
          const rest = line.filter((id) => id !== who)
          const target = what === 'before' ? rest[other % Math.max(1, rest.length)] : undefined
          if (what === 'leave') gone.add(who)
          else moves.push(move(who, target ?? null, minute))
          const place = target === undefined ? rest.length : rest.indexOf(target)
          line = what === 'leave' ? rest : [...rest.slice(0, place), who, ...rest.slice(place)]
        }
      }
      const order = inOrder(came, moves).filter(({ id }) => !gone.has(id))
      equal(ids(order), line.join(''))
    }),
    { numRuns: 2000 },
  )
})

const seats = (
  free: number,
  kept: [Capacity, number][] = [],
  organisationMax: number | null = null,
): Seats => ({
  ...{ free, organisationMax, ofOrganisation: new Map() },
  kept: new Map(kept.map(([capacity, count]) => [capacity, { kept: count, taken: 0 }])),
})

test('who is next: those who have waited longest, as many as there are seats', () => {
  equal(ids(nextUp([a, b, c], seats(2))), 'ab')
  equal(ids(nextUp([a, b, c], seats(9))), 'abc')
  equal(ids(nextUp([a, b, c], seats(0))), '')
})

test('whoever has not confirmed the address is passed by, and nobody else for it', () => {
  equal(ids(nextUp([one('a', 1, { confirmed_at: null }), b, c], seats(1))), 'b')
})

test('seats kept for one sector pass by the others alone, and they do not pass each other', () => {
  const line = [a, b, one('e', 3, { capacity: 'elected' }), one('f', 4, { capacity: 'elected' })]
  equal(ids(nextUp(line, seats(1, [['elected', 1]]))), 'e')
  equal(ids(nextUp(line, seats(2, [['elected', 1]]))), 'ae')
  equal(ids(nextUp(line, seats(3, [['elected', 1]]))), 'abe')
  // The first seat of the others is an ordinary one: nobody takes a kept one by being early.
  equal(ids(nextUp(line.toReversed(), seats(2, [['elected', 1]]))), 'fe')
})

test('an organisation with its share is passed by; the next of another one is not', () => {
  const of = (id: string, minute: number, organisation_id: string): Waiting =>
    one(id, minute, { organisation_id })
  const line = [of('a', 1, 'big'), of('b', 2, 'big'), of('c', 3, 'small'), d]
  equal(ids(nextUp(line, seats(3, [], 1))), 'acd')
  equal(ids(nextUp(line, seats(3))), 'abc')
})

test('the place is that on the own list while seats are kept, and on everybody’s afterwards', () => {
  const line = [a, one('e', 2, { capacity: 'elected' }), c, one('f', 4, { capacity: 'elected' })]
  const places = (isBySector: boolean) => line.map(({ id }) => placeOf(line, id, isBySector))
  deepEqual(places(true), [1, 1, 2, 2])
  deepEqual(places(false), [1, 2, 3, 4])
  equal(placeOf(line, 'nobody', false), 0)
})
