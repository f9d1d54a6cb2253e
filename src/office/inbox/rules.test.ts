import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datePlus, plus } from '#platform/time.ts'
import { isWorkingDay } from '#platform/working-days.ts'
import { canBeSpam, inboxKinds, lateSince, waited, wavesIn, workingDaysMax } from './inbox.rules.ts'

test('waiting is counted in working days, and a promised day before everything else', () => {
  const cases = [
    // A Thursday to the Monday after: two working days, and the promised day is over by one.
    [{ arrivedOn: '2026-11-19', dueOn: '2026-11-20' }, '2026-11-23', { days: 2, late: 1 }],
    [{ arrivedOn: '2026-11-19', dueOn: '2026-11-23' }, '2026-11-23', { days: 2, late: 0 }],
    // Without a promised day, ten working days are enough.
    [{ arrivedOn: '2026-11-09', dueOn: null }, '2026-11-23', { days: 10, late: 0 }],
    [{ arrivedOn: '2026-11-06', dueOn: null }, '2026-11-23', { days: 11, late: 1 }],
    // Christmas is nobody's working day.
    [{ arrivedOn: '2026-12-23', dueOn: null }, '2026-12-28', { days: 1, late: 0 }],
  ] as const
  for (const [item, today, expected] of cases) deepEqual(waited(item, today), expected, JSON.stringify(item))
})

test('what the list calls late is what the query finds: up to one date everything, after it nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), (days) => {
      const today = datePlus('2026-01-01', days)
      const last = lateSince(today)
      const lateOn = (arrivedOn: string): boolean => waited({ arrivedOn, dueOn: null }, today).late > 0
      return (
        lateOn(last) && !lateOn(datePlus(last, 1)) && workingDaysMax === 10 && isWorkingDay(today) !== null
      )
    }),
  )
})

test('only what strangers send without a look of their own can be put aside as spam', () => {
  deepEqual(inboxKinds.filter(canBeSpam), ['question', 'pledge'])
  equal(canBeSpam('idea'), false)
})

const start = '2026-11-23T11:00:00.000Z'

/** So many of a kind, each so many seconds after the one before. */
const arriving = (kind: 'question' | 'pledge' | 'idea', count: number, seconds: number, first = start) =>
  Array.from({ length: count }, (_, place) => ({
    kind,
    arrived_at: plus(first, { seconds: place * seconds }),
  }))

test('a wave is twenty of a kind or more with at most a minute between them, and each wave stands alone', () => {
  const hourLater = plus(start, { hours: 1 })
  const cases = [
    { arrived: [], waves: [] },
    { arrived: arriving('question', 19, 1), waves: [] },
    {
      arrived: arriving('question', 20, 60),
      waves: [{ kind: 'question', from: start, until: plus(start, { minutes: 19 }), count: 20 }],
    },
    { arrived: arriving('question', 40, 61), waves: [] },
    // Ten of each kind are a busy day, and no wave.
    {
      arrived: [...arriving('question', 10, 1), ...arriving('pledge', 10, 1), ...arriving('idea', 10, 1)],
      waves: [],
    },
    {
      arrived: [...arriving('idea', 25, 0, hourLater), ...arriving('idea', 30, 0)],
      waves: [
        { kind: 'idea', from: start, until: start, count: 30 },
        { kind: 'idea', from: hourLater, until: hourLater, count: 25 },
      ],
    },
  ]
  for (const { arrived, waves } of cases) deepEqual(wavesIn(arrived), waves)
})
