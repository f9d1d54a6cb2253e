import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { levelReached, levelToTell } from './fullness.rules.ts'

test('half of the seats is half, and not one less', () => {
  const of30 = [0, 14, 15, 23, 24, 29, 30].map((seats_taken) => levelReached({ capacity: 30, seats_taken }))
  deepEqual(of30, [null, null, 50, 50, 80, 80, 100])
  equal(levelReached({ capacity: 1, seats_taken: 1 }), 100)
})

test('each level is told of once, and none that lies below one already told of', () => {
  const seats = (seats_taken: number) => ({ capacity: 10, seats_taken })
  equal(levelToTell(seats(5), []), 50)
  equal(levelToTell(seats(6), [50]), null)
  equal(levelToTell(seats(8), [50]), 80)
  equal(levelToTell(seats(10), []), 100)
  // It was full, people gave back, and it fills up again.
  equal(levelToTell(seats(5), [100]), null)
  equal(levelToTell(seats(8), [100]), null)
  equal(levelToTell(seats(10), [50, 80, 100]), null)
})
