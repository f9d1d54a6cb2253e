import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  isAsked,
  mayDependOn,
  neighbourOf,
  optionsIn,
  questionsFor,
  refusalToAsk,
  refusalToChange,
  refusalToRemove,
} from './questions.rules.ts'
import type { QuestionRow } from './tables.ts'

const question = (given: Partial<QuestionRow> = {}): QuestionRow => ({
  ...{ id: 'bus', event_id: 'event', position: 1, kind: 'yes-no', required: 0 },
  ...{ label: { sv: 'Kommer du med buss?' }, hint: {}, options: {} },
  ...{ asked_of: 'person', asked_at: 'sign-up', condition_question: null, condition_answer: null },
  ...{ keep_days: 90, created_at: '2026-01-01T08:00:00.000Z', retired_at: null },
  ...given,
})
const under = (answer: string) =>
  question({ id: 'stop', condition_question: 'bus', condition_answer: answer })

test('a question with a condition is asked of those who gave that answer, and of nobody else', () => {
  const cases: [QuestionRow, [string, string][], boolean][] = [
    [question(), [], true],
    [under('yes'), [], false],
    [under('yes'), [['bus', 'no']], false],
    [under('yes'), [['bus', 'yes']], true],
    // Of several choices one is enough, and 1 is not part of 11.
    [under('1'), [['bus', '2,1']], true],
    [under('1'), [['bus', '11,2']], false],
  ]
  for (const [one, answers, asked] of cases) equal(isAsked(one, new Map(answers)), asked)
})

test('what is asked once of a group is asked of whoever signed it up; what is retired, of nobody', () => {
  const all = [
    question({ id: 'a', asked_of: 'group' }),
    question({ id: 'b' }),
    question({ id: 'c', asked_at: 'door' }),
    question({ id: 'd', retired_at: '2026-02-01T08:00:00.000Z' }),
  ]
  const ids = (at: 'sign-up' | 'door', isBrought: boolean) =>
    questionsFor(all, { at, isBrought }).map(({ id }) => id)
  deepEqual(ids('sign-up', false), ['a', 'b'])
  deepEqual(ids('sign-up', true), ['b'])
  deepEqual(ids('door', false), ['c'])
})

test('a question that was answered keeps its meaning, and may gain a language', () => {
  const before = question({ kind: 'choice', label: { sv: 'Hur?' }, options: { sv: 'Buss\nCykel' } })
  const answered = { answers: 1, isDependedOn: false }
  const cases: [Partial<QuestionRow>, string | null][] = [
    [{}, null],
    [{ label: { sv: 'Hur?', en: 'How?' } }, null],
    [{ options: { sv: 'Buss\nCykel', es: 'Bus\nBici' } }, null],
    [{ label: { sv: 'Varför?' } }, 'answered'],
    [{ label: { en: 'How?' } }, 'answered'],
    [{ options: { sv: 'Cykel\nBuss' } }, 'answered'],
    [{ kind: 'choices' }, 'answered'],
    [{ keep_days: 183 }, 'answered'],
    [{ asked_of: 'group' }, 'answered'],
    [{ condition_question: 'x', condition_answer: 'yes' }, 'answered'],
    [{ required: 1 }, null],
  ]
  for (const [change, refusal] of cases) {
    equal(refusalToChange(before, { ...before, ...change }, answered), refusal, JSON.stringify(change))
    equal(refusalToChange(before, { ...before, ...change }, { answers: 0, isDependedOn: false }), null)
  }
})

test('a question that others wait for keeps its choices and stays', () => {
  const before = question()
  const waitedFor = { answers: 0, isDependedOn: true }
  equal(refusalToChange(before, { ...before, label: { sv: 'Tar du bussen?' } }, waitedFor), null)
  equal(refusalToChange(before, { ...before, kind: 'text' }, waitedFor), 'others-depend')
  equal(refusalToChange(before, { ...before, asked_at: 'door' }, waitedFor), 'others-depend')
  equal(refusalToRemove([before, under('yes')], 'bus'), 'others-depend')
  equal(refusalToRemove([before, { ...under('yes'), retired_at: '2026-02-01T08:00:00.000Z' }], 'bus'), null)
  equal(refusalToRemove([before, under('yes')], 'stop'), null)
})

test('a condition stays below what it asks about', () => {
  const all = [question(), { ...under('yes'), position: 2 }, question({ id: 'last', position: 3 })]
  deepEqual(neighbourOf(all, 'bus', 'down'), { refusal: 'others-depend' })
  deepEqual(neighbourOf(all, 'stop', 'up'), { refusal: 'others-depend' })
  deepEqual(neighbourOf(all, 'stop', 'down'), { other: all[2] })
  deepEqual(neighbourOf(all, 'bus', 'up'), { refusal: 'no-further' })
  deepEqual(neighbourOf(all, 'last', 'down'), { refusal: 'no-further' })
})

test('one may depend on earlier questions with something to choose, and at sign-up on none asked at the door', () => {
  const all = [
    question({ id: 'words', kind: 'text' }),
    question({ id: 'door', asked_at: 'door', position: 2 }),
    question({ id: 'yes', position: 3 }),
    question({ id: 'retired', position: 4, retired_at: '2026-02-01T08:00:00.000Z' }),
    question({ id: 'later', position: 9 }),
  ]
  const ids = (asked_at: 'sign-up' | 'door') =>
    mayDependOn(all, { position: 5, asked_at }).map(({ id }) => id)
  deepEqual(ids('sign-up'), ['yes'])
  deepEqual(ids('door'), ['door', 'yes'])
})

test('nothing more is asked once the event is over or called off, or when twenty are asked', () => {
  const event = { ends_at: '2026-12-03T12:00:00.000Z', cancelled_at: null }
  const [before, after] = ['2026-12-01T12:00:00.000Z', '2026-12-03T12:00:00.000Z']
  equal(refusalToAsk(event, 19, before), null)
  equal(refusalToAsk(event, 20, before), 'too-many')
  equal(refusalToAsk(event, 0, after), 'event-over')
  equal(refusalToAsk({ ...event, cancelled_at: before }, 0, before), 'event-over')
})

test('options are read in the reader’s language, or in one that there is', () => {
  deepEqual(optionsIn({ sv: 'Buss\nCykel', en: 'Bus\nBike' }, 'en'), ['Bus', 'Bike'])
  deepEqual(optionsIn({ sv: 'Buss\nCykel' }, 'es'), ['Buss', 'Cykel'])
  deepEqual(optionsIn({}, 'sv'), [])
})
