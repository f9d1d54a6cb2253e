import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { awayAfter, isOver, refusalOfTheDay, refusalToUndo } from './day.rules.ts'

test('what the day itself forbids', () => {
  const before = { kind: 'propose', begun: 0, shown: 0, isSure: false } as const
  equal(refusalOfTheDay(before), null)
  equal(refusalOfTheDay({ ...before, begun: 1, isSure: true }), 'round-begun')
  equal(refusalOfTheDay({ ...before, kind: 'fill', begun: 1 }), 'round-begun')
  equal(refusalOfTheDay({ ...before, shown: 9 }), 'seats-are-shown')
  equal(refusalOfTheDay({ ...before, shown: 9, isSure: true }), null)
  equal(refusalOfTheDay({ ...before, shown: 9, kind: 'fill' }), null)
})

test('a proposal is taken back until people have sat by it; a move later too', () => {
  equal(refusalToUndo('proposed', 0), null)
  equal(refusalToUndo('proposed', 1), 'round-begun')
  equal(refusalToUndo('filled', 2), 'round-begun')
  equal(refusalToUndo('moved', 2), null)
})

test('an event is over when it has ended', () => {
  const event = { ends_at: '2026-03-01T18:00:00.000Z' }
  equal(isOver(event, '2026-03-01T18:00:00.000Z'), false)
  equal(isOver(event, '2026-03-01T18:00:00.001Z'), true)
})

test('whoever the door took to be away is, unless they were seated again', () => {
  const first = { after_round: 0, away: ['a', 'b', 'c'], seated: [] }
  const second = { after_round: 1, away: ['d'], seated: ['b'] }
  const seats = [
    { round: 2, sign_up_id: 'c' },
    { round: 1, sign_up_id: 'd' },
  ]
  deepEqual(
    [...awayAfter([first, second], seats)],
    [
      ['a', 0],
      ['d', 1],
    ],
  )
})
