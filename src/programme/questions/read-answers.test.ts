import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { answersFilled, readAnswers } from './read-answers.ts'
import type { QuestionRow } from './tables.ts'

const question = (id: string, given: Partial<QuestionRow>): QuestionRow => ({
  ...{ id, event_id: 'event', position: 1, kind: 'text', required: 0 },
  ...{ label: { sv: id }, hint: {}, options: { sv: 'Buss\nCykel\nTåg' } },
  ...{ asked_of: 'person', asked_at: 'sign-up', condition_question: null, condition_answer: null },
  ...{ keep_days: 90, created_at: '2026-01-01T08:00:00.000Z', retired_at: null },
  ...given,
})

const read = (one: QuestionRow, given: string | string[] | undefined) => {
  const { answers, mistakes } = readAnswers([one], { [`question-${one.id}`]: given })
  return answers.get(one.id) ?? mistakes[`question-${one.id}`] ?? null
}

test('each kind of question is read in its own way', () => {
  const cases: [QuestionRow['kind'], string | string[] | undefined, string | null][] = [
    ['text', '  Två rader\r\nmed text ', 'Två rader\nmed text'],
    ['text', '', null],
    ['text', 'å'.repeat(1001), 'platform.form.too-long'],
    ['number', ' 1 200 ', '1200'],
    ['number', '007', '7'],
    ['number', '0', '0'],
    ['number', 'två', 'questions.mistake.number'],
    ['number', '-1', 'questions.mistake.number'],
    ['yes-no', 'yes', 'yes'],
    ['yes-no', 'kanske', 'platform.form.choose'],
    ['yes-no', undefined, null],
    ['choice', '3', '3'],
    ['choice', '4', 'platform.form.choose'],
    ['choice', '0', 'platform.form.choose'],
    ['choices', ['3', '1', '1'], '1,3'],
    ['choices', '2', '2'],
    ['choices', ['1', '9'], 'platform.form.choose'],
    ['choices', undefined, null],
  ]
  for (const [kind, given, expected] of cases)
    deepEqual(read(question('q', { kind }), given), expected, `${kind} ${String(given)}`)
})

test('what must be answered must be answered, but only by those who are asked', () => {
  const bus = question('bus', { kind: 'yes-no', required: 1 })
  const stop = question('stop', { required: 1, condition_question: 'bus', condition_answer: 'yes' })
  const asked = [bus, stop]
  deepEqual(readAnswers(asked, {}).mistakes, { 'question-bus': 'questions.mistake.missing' })
  deepEqual(readAnswers(asked, { 'question-bus': 'yes' }).mistakes, {
    'question-stop': 'questions.mistake.missing',
  })
  const no = readAnswers(asked, { 'question-bus': 'no', 'question-stop': 'Triangeln' })
  deepEqual([[...no.answers], no.mistakes], [[['bus', 'no']], {}])
  // What whoever brought somebody answered for all of them counts too.
  const brought = readAnswers([stop], { 'question-stop': 'Triangeln' }, new Map([['bus', 'yes']]))
  deepEqual([...brought.answers], [['stop', 'Triangeln']])
})

test('a form is filled with what was answered before, commas and all', () => {
  const asked = [question('words', {}), question('many', { kind: 'choices' }), question('none', {})]
  const answers = new Map([
    ['words', 'buss, sedan tåg'],
    ['many', '1,3'],
  ])
  deepEqual(answersFilled(asked, answers), {
    'question-words': 'buss, sedan tåg',
    'question-many': ['1', '3'],
    'question-none': undefined,
  })
})
