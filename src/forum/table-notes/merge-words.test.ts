import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mergeWords } from './merge-words.ts'

const was = 'Vi vill ha fler bänkar i parken. Unga ska få vara med och bestämma.'

const cases: [string, string, string, string | null][] = [
  ['only one has written', 'Vi vill ha bänkar.', was, 'Vi vill ha bänkar.'],
  ['both have written the same', 'Ja.', 'Ja.', 'Ja.'],
  [
    'one at the beginning, the other at the end',
    `Förslag: ${was}`,
    `${was} Redan i vår.`,
    `Förslag: ${was} Redan i vår.`,
  ],
  [
    'in two sentences',
    was.replace('fler bänkar', 'många bänkar'),
    was.replace('bestämma', 'besluta'),
    'Vi vill ha många bänkar i parken. Unga ska få vara med och besluta.',
  ],
  ['both at the end', `${was} Ja.`, `${was} Nej.`, null],
  ['the same word', was.replace('fler', 'tio'), was.replace('fler', 'många'), null],
  ['words next to each other', was.replace('fler', 'tio'), was.replace('bänkar', 'bord'), null],
  [
    'one takes away what the other changes',
    'Unga ska få vara med och bestämma.',
    was.replace('fler', 'tio'),
    null,
  ],
  ['on lines of their own', `Först:\n${was}`, `${was}\n\nSist.`, `Först:\n${was}\n\nSist.`],
]

test('what two people wrote without seeing each other is one text where they wrote in different places', () => {
  for (const [what, one, other, merged] of cases) equal(mergeWords(was, one, other), merged, what)
})

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', '\n'), { maxLength: 12 })
  .map((all) => all.join(' ').trim())

test('it makes no difference who is named first, and nobody who wrote alone loses a word', () => {
  fc.assert(
    fc.property(text, text, text, (base, one, other) => {
      equal(mergeWords(base, one, other), mergeWords(base, other, one))
      equal(mergeWords(base, one, base), one)
    }),
    { numRuns: 2000 },
  )
})
