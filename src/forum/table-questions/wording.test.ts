import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Candidate } from './candidates.ts'
import { wordsMax } from './table-questions.rules.ts'
import { suggestedWording } from './wording.ts'

const statement = (words: string): Candidate => ({
  ...{ key: 's:1', kind: 'bridging', texts: { sv: words, en: words, es: words }, words, number: 1 },
})

test('a wording to begin with can be saved as it stands, however much it is made from', () => {
  const four = Array.from({ length: 4 }, (_, at) => statement(`Påstående ${at} ${'om nycklar '.repeat(6)}`))
  const long = [statement('x'.repeat(280)), statement('y')]
  for (const from of [four, long, [{ ...statement('p'.repeat(400)), kind: 'proposed' as const }]])
    for (const words of Object.values(suggestedWording(from, 'sv'))) ok(words.length <= wordsMax, words)
  ok(suggestedWording(four, 'sv').sv?.includes('Påstående 1'), 'as many as there is room for')
  equal(suggestedWording([], 'sv').sv, undefined)
})
