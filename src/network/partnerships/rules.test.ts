import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { type Entry, nextStep, refusalToAnswer } from './alive.rules.ts'
import { type Course, isPartOfDate, mayFollow, mistakesIn } from './partnership.rules.ts'

const today = '2026-11-27'
const course: Course = {
  ...{ state: 'running', form: null, began_on: '2021-08', agreed_until: null, ended_on: null },
  ...{ decision_body: null, decision_on: null, decision_paragraph: null },
}

test('as much of a day as is known is a year, a month or a day that there is', () => {
  for (const text of ['2021', '2021-08', '2024-02-29']) equal(isPartOfDate(text), true, text)
  for (const text of ['21', '2021-13', '2021-8', '2023-02-29', '2021-08-', 'i fjol', '1821'])
    equal(isPartOfDate(text), false, text)
})

test('days follow each other as far as both are known', () => {
  for (const [first, then, may] of [
    ['2021-08', '2021', true],
    ['2021', '2021-02-03', true],
    ['2021-08', '2021-07-31', false],
    ['2021-08-18', '2021-08-18', true],
    ['2022', '2021', false],
  ] as const)
    equal(mayFollow(first, then), may, `${first} ${then}`)
})

const fitting: readonly (readonly [Partial<Course>, Record<string, string>])[] = [
  [{}, {}],
  [{ state: 'ended', ended_on: '2023' }, {}],
  [{ state: 'ended' }, { ended_on: 'end-missing' }],
  [{ ended_on: '2023' }, { ended_on: 'ended-yet-running' }],
  [{ state: 'ended', ended_on: '2020' }, { ended_on: 'ended-before-it-began' }],
  [{ state: 'ended', ended_on: '2026-11-28' }, { ended_on: 'ended-in-the-future' }],
  [{ agreed_until: '2021-07' }, { agreed_until: 'agreed-before-it-began' }],
  [{ decision_on: '2021-08-18' }, { decision_body: 'body-missing' }],
  [{ decision_paragraph: '274' }, { decision_body: 'body-missing' }],
  [{ form: 'iop' }, { decision_body: 'decision-missing' }],
  [{ form: 'iop', state: 'planned' }, {}],
  [{ form: 'iop', decision_body: 'Kommunstyrelsen' }, {}],
]

test('what does not fit together is said at the field where it is mended', () => {
  for (const [given, mistakes] of fitting)
    deepEqual(mistakesIn({ ...course, ...given }, today), mistakes, JSON.stringify(given))
})

const entry: Entry = {
  ...{ state: 'running', changedAt: '2025-11-26T10:00:00.000Z', confirmedAt: null, agreedUntil: null },
  ...{ asking: null, lastEndedAt: null },
}
const asked = (askedAt: string, askedAgainAt: string | null = null) => ({
  asking: {
    askedAt: `${askedAt}T10:00:00.000Z`,
    askedAgainAt: askedAgainAt && `${askedAgainAt}T10:00:00.000Z`,
  },
})

test('after a quiet year an entry is asked, a month later once more, and then shown as not confirmed', () => {
  const cases: readonly (readonly [Partial<Entry>, ReturnType<typeof nextStep>])[] = [
    [{}, 'ask'],
    [{ changedAt: '2025-11-28T10:00:00.000Z' }, null],
    [{ confirmedAt: '2026-03-01T10:00:00.000Z' }, null],
    [{ state: 'ended' }, null],
    [{ state: 'resting' }, 'ask'],
    [asked('2026-11-01'), null],
    [asked('2026-10-28'), 'ask-again'],
    [asked('2026-09-01', '2026-11-01'), null],
    [asked('2026-09-01', '2026-10-28'), 'show-unconfirmed'],
    // Nobody is asked again at once after two questions in vain.
    [{ lastEndedAt: '2026-10-01T10:00:00.000Z' }, null],
    [{ lastEndedAt: '2025-10-01T10:00:00.000Z', changedAt: '2024-01-01T10:00:00.000Z' }, 'ask'],
    // What was agreed is over, and nobody has looked at it since.
    [{ changedAt: '2026-05-01T10:00:00.000Z', agreedUntil: '2026-10-31' }, 'ask'],
    [{ changedAt: '2026-11-05T10:00:00.000Z', agreedUntil: '2026-10-31' }, null],
    [{ changedAt: '2026-05-01T10:00:00.000Z', agreedUntil: '2026' }, null],
  ]
  for (const [given, next] of cases)
    equal(nextStep({ ...entry, ...given }, today), next, JSON.stringify(given))
})

test('a link answers while its question is open, and not for ever', () => {
  const now = '2026-11-27T10:00:00.000Z'
  equal(refusalToAnswer({ askedAt: '2026-11-01T10:00:00.000Z', endedAt: null }, now), null)
  equal(refusalToAnswer({ askedAt: '2026-11-01T10:00:00.000Z', endedAt: now }, now), 'answered')
  equal(refusalToAnswer({ askedAt: '2026-05-01T10:00:00.000Z', endedAt: null }, now), 'old')
})
