import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Piece, wordDifference } from './word-difference.ts'

const written = (pieces: readonly Piece[]): string =>
  pieces.map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind]).join('')

for (const [before, after, shown] of [
  ['Tre språk', 'Tre språk', 'Tre språk'],
  ['Tre språk', 'Tre språk och enkel svenska', 'Tre språk+ och enkel svenska+'],
  ['Vi ses i mars varje år', 'Vi ses i maj varje år', 'Vi ses i -mars-+maj+ varje år'],
  [
    'De flesta inbjudningar finns på tre språk.',
    'Nio av tio inbjudningar finns på svenska och spanska.',
    '-De flesta -+Nio av tio +inbjudningar finns på -tre språk-+svenska och spanska+.',
  ],
  [
    'Alla öppna bord finns på en karta och någon ser till att den stämmer.',
    'Kartan finns på webben och visar vad som är öppet i dag.',
    '-Alla öppna bord finns på en karta och någon ser till att den stämmer-+Kartan finns på webben och visar vad som är öppet i dag+.',
  ],
  ['a b c d', 'a x b y c d', 'a +x +b +y +c d'],
] as const)
  test(`a reader sees the phrases that go and come: ${shown}`, () => {
    equal(written(wordDifference(before, after, 'sv')), shown)
  })

test('whatever changes, what is left without the new is the old, and without the old the new', () => {
  const text = fc
    .array(fc.constantFrom('vi', 'ses', 'i', 'mars', 'och', 'maj', 'där,', 'här.'), { maxLength: 12 })
    .map((words) => words.join(' '))
  const without = (pieces: readonly Piece[], kind: Piece['kind']): string =>
    pieces
      .filter((piece) => piece.kind !== kind)
      .map((piece) => piece.text)
      .join('')
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDifference(before, after, 'sv')
      deepEqual([without(pieces, 'added'), without(pieces, 'removed')], [before, after])
      ok(pieces.every((piece) => piece.text !== ''))
    }),
  )
})
