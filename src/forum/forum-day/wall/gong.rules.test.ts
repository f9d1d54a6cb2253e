import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isStruck, type Moment } from './gong.rules.ts'

const none: Moment = { step: '', endsAt: null, isPaused: false }
const first: Moment = { step: 'round 1', endsAt: 100, isPaused: false }
const paused: Moment = { step: 'round 1', endsAt: null, isPaused: true }
const ended: Moment = { step: 'round 1', endsAt: null, isPaused: false }
const second: Moment = { step: 'round 2', endsAt: 200, isPaused: false }
const closing: Moment = { step: 'item 7', endsAt: null, isPaused: false }

const cases: [what: string, before: [Moment, number], now: [Moment, number], struck: boolean][] = [
  ['the day has not begun', [none, 1], [none, 2], false],
  ['the first round begins', [none, 1], [first, 1], true],
  ['a round goes on', [first, 1], [first, 2], false],
  ['its time is out', [first, 99], [first, 100], true],
  ['its time has been out for a while', [first, 100], [first, 150], false],
  ['it is ended', [first, 50], [ended, 50], true],
  ['it was ended', [ended, 50], [ended, 51], false],
  ['that it was ended is taken back', [ended, 50], [first, 51], false],
  ['it gets a minute more', [first, 50], [{ ...first, endsAt: 160 }, 50], false],
  ['it gets a minute more when its time was out', [first, 101], [{ ...first, endsAt: 160 }, 101], false],
  ['it is paused', [first, 50], [paused, 50], false],
  ['it stands still', [paused, 50], [paused, 51], false],
  ['it goes on after the pause', [paused, 50], [{ ...first, endsAt: 150 }, 60], false],
  ['it is ended in the pause', [paused, 50], [ended, 51], false],
  ['the next begins while the first runs', [first, 50], [second, 50], true],
  ['the next begins after the first', [ended, 120], [second, 120], true],
  ['the closing begins while a round runs', [first, 50], [closing, 50], true],
  ['the closing begins when no time runs', [ended, 120], [closing, 120], false],
]

for (const [what, before, now, struck] of cases) {
  test(`${struck ? 'a gong' : 'no gong'} when ${what}`, () => {
    const seen = ([moment, at]: [Moment, number]) => ({ moment, at })
    equal(isStruck(seen(before), seen(now)), struck)
  })
}
