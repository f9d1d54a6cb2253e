import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { expectedToCome, overInvitationFor, shareWhoCome } from './attendance.rules.ts'

const event = (came: number, seats: number) => ({ came, seats })

test('the share of those who come is that over all events, each person counting once', () => {
  equal(shareWhoCome([event(10, 10), event(10, 30)]), 0.5)
  equal(shareWhoCome([event(20, 20)]), 1)
  equal(shareWhoCome([event(0, 20)]), 0)
})

test('fewer than twenty people say nothing', () => {
  for (const history of [[], [event(19, 19)], [event(5, 10), event(5, 9)]]) {
    equal(shareWhoCome(history), null)
    equal(expectedToCome(50, history), null)
    equal(overInvitationFor(50, history), null)
  }
  equal(shareWhoCome([event(10, 10), event(5, 10)]), 0.75)
})

test('the number expected is that share of the seats taken, rounded', () => {
  equal(expectedToCome(40, [event(30, 40)]), 30)
  equal(expectedToCome(3, [event(30, 40)]), 2)
  equal(expectedToCome(0, [event(30, 40)]), 0)
})

test('as many more are invited as stay away, and never more than a third of the room', () => {
  equal(overInvitationFor(40, [event(40, 40)]), 0)
  equal(overInvitationFor(40, [event(32, 40)]), 10)
  equal(overInvitationFor(30, [event(10, 40)]), 10)
  equal(overInvitationFor(2, [event(20, 40)]), 0)
  equal(overInvitationFor(40, [event(0, 40)]), null)
})

test('with any history, if as many come as before everybody finds a chair', () => {
  const past = fc.record({
    seats: fc.integer({ min: 1, max: 300 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.array(past, { maxLength: 8 }), (room, events) => {
      const history = events.map(({ seats, part }) => event(Math.floor(seats * part), seats))
      const more = overInvitationFor(room, history)
      if (more === null) return
      ok(more >= 0 && more <= room / 3, `${more} more than ${room}`)
      ok((room + more) * (shareWhoCome(history) ?? 1) <= room + 1e-9)
    }),
    { numRuns: 2000 },
  )
})
