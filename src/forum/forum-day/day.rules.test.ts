import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plus } from '#platform/time.ts'
import {
  changedRun,
  leftAt,
  minutesLeft,
  type PlannedItem,
  refusalToChange,
  refusalToMove,
  refusalToPress,
  runState,
  secondsLeft,
  type StepKey,
  stepsOf,
} from './day.rules.ts'

const noon = '2026-11-23T11:00:00.000Z'
const at = (minutes: number): string => plus(noon, { minutes })
const run = { started_at: noon, ends_at: at(20), ended_at: null, paused_at: null }
const event = { starts_at: at(-120), ends_at: at(240), cancelled_at: null }

const items = (...kinds: string[]): PlannedItem[] =>
  kinds.map((kind, index) => ({ id: `${kind}${index}`, kind }))
const rounds = (count: number) => Array.from({ length: count }, (_, index) => ({ number: index + 1 }))
const keys = (kinds: string[], count: number): string =>
  stepsOf(items(...kinds), rounds(count))
    .map(({ key }) => key.replace(/^item /, '').replace('round ', 'R'))
    .join(' ')

test('each conversation at the tables is a round; rounds without a place follow in the last one', () => {
  equal(
    keys(['welcome', 'table-round', 'break', 'table-round', 'closing'], 2),
    'welcome0 R1 break2 R2 closing4',
  )
  equal(keys(['welcome', 'table-round', 'closing'], 3), 'welcome0 R1 R2 R3 closing2')
  equal(keys(['table-round', 'break', 'table-round'], 3), 'R1 break1 R2 R3')
  equal(keys(['table-round', 'break', 'table-round'], 1), 'R1 break1 table-round2')
  equal(keys(['welcome', 'closing'], 2), 'welcome0 R1 R2 closing1')
  equal(keys([], 2), 'R1 R2')
  equal(keys(['welcome'], 0), 'welcome0')
})

test('every round is there once and in order, whatever the programme', () => {
  const kind = fc.constantFrom('welcome', 'talk', 'table-round', 'break', 'closing')
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 8 }), fc.nat(6), (kinds, count) => {
      const steps = stepsOf(items(...kinds), rounds(count))
      deepEqual(
        steps.flatMap(({ round }) => round?.number ?? []),
        rounds(count).map(({ number }) => number),
      )
      equal(new Set(steps.map(({ key }) => key)).size, steps.length)
      const others = kinds.filter((one) => one !== 'table-round').length
      equal(steps.filter(({ item }) => item !== null && item.kind !== 'table-round').length, others)
    }),
  )
})

test('a round runs until its time is out, stands still while paused, and is over when it was ended', () => {
  equal(runState(run, at(19)), 'running')
  equal(runState(run, at(20)), 'over')
  equal(secondsLeft(run, at(19)), 60)
  equal(secondsLeft(run, at(30)), 0)
  const paused = { ...run, paused_at: at(5) }
  equal(runState(paused, at(50)), 'paused')
  equal(secondsLeft(paused, at(50)), 15 * 60)
  equal(runState({ ...run, ended_at: at(3) }, at(4)), 'over')
  deepEqual([0, 1, 60, 61].map(minutesLeft), [0, 1, 1, 2])
})

test('a minute more, a pause and its end move the time; a minute after time is out counts from now', () => {
  deepEqual(changedRun(run, 'more', at(5)), { ends_at: at(21) })
  deepEqual(changedRun(run, 'more', at(25)), { ends_at: at(26) })
  deepEqual(changedRun(run, 'end', at(5)), { ended_at: at(5), paused_at: null })
  deepEqual(changedRun({ ...run, paused_at: at(5) }, 'resume', at(9)), { paused_at: null, ends_at: at(24) })
  equal(leftAt(run, at(10)), at(10))
  equal(leftAt(run, at(30)), at(20))
})

test('nothing is pressed before the day, after it, when it is called off, or over what the page had not seen', () => {
  const press = { event, now: noon, seen: 3, version: 3 }
  equal(refusalToPress(press), null)
  equal(refusalToPress({ ...press, now: plus(noon, { hours: -13 }) }), 'not-today')
  // One minute past midnight where people live, in winter.
  equal(refusalToPress({ ...press, now: '2026-11-22T23:01:00.000Z' }), null)
  equal(refusalToPress({ ...press, now: '2026-11-22T22:59:00.000Z' }), 'not-today')
  equal(refusalToPress({ ...press, now: '2026-11-23T23:00:00.000Z' }), 'day-over')
  equal(refusalToPress({ ...press, event: { ...event, cancelled_at: noon } }), 'called-off')
  equal(refusalToPress({ ...press, seen: 2 }), 'moved-already')
})

test('the day goes forward alone, and one may leave out what there is no time for', () => {
  const press = { event, now: noon, seen: 1, version: 1 }
  const all: StepKey[] = ['item a', 'round 1', 'round 2']
  const to = (from: StepKey | null, key: string) => refusalToMove(press, { keys: all, at: from, to: key })
  equal(to(null, 'item a'), null)
  equal(to('item a', 'round 2'), null)
  equal(to('round 1', 'round 1'), 'been-there')
  equal(to('round 2', 'round 1'), 'been-there')
  equal(to('round 1', 'round 9'), 'no-such-step')
})

test('only a round that is on is changed; it is paused once and goes on once', () => {
  const press = { event, now: at(5), seen: 1, version: 1 }
  const paused = { ...run, paused_at: at(2) }
  equal(refusalToChange(press, { run: null, change: 'more' }), 'no-round-runs')
  equal(refusalToChange(press, { run: { ...run, ended_at: at(3) }, change: 'more' }), 'no-round-runs')
  equal(refusalToChange(press, { run, change: 'pause' }), null)
  equal(refusalToChange(press, { run: paused, change: 'pause' }), 'paused-already')
  equal(refusalToChange(press, { run, change: 'resume' }), 'not-paused')
  equal(refusalToChange(press, { run: paused, change: 'resume' }), null)
  equal(refusalToChange({ ...press, now: at(21) }, { run, change: 'pause' }), 'no-round-runs')
  equal(refusalToChange({ ...press, now: at(21) }, { run, change: 'more' }), null)
})
