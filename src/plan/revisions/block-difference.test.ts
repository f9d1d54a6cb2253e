import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { blocksOf } from '#platform/markdown-blocks.ts'
import { blockDifference, type BlockPieces } from './block-difference.ts'

const marks = { heading: '# ', paragraph: '', item: '* ' }
const signs = { same: '', added: '+', removed: '-' }
const lines = (blocks: readonly BlockPieces[]): string[] =>
  blocks.map((block) =>
    block.kind === 'gap'
      ? '…'
      : marks[block.kind] + block.pieces.map(({ kind, text }) => signs[kind] + text + signs[kind]).join(''),
  )
const shown = (before: string, after: string): string =>
  lines(blockDifference(before, after, 'sv')).join('\n')

for (const [what, before, after, read] of [
  [
    'marks are not read',
    '',
    '## Mål\n\nVi **vill** [mer](https://a.se).',
    '# +Mål+\n+Vi vill mer (https://a.se).+',
  ],
  ['a point is changed in its list', '- en\n- två små', '- en\n- två stora', '* en\n* två -små-+stora+'],
  ['a paragraph comes between', 'En.\n\nTvå.', 'En.\n\nNytt.\n\nTvå.', 'En.\n+Nytt.+\nTvå.'],
  ['what is far from a change is left out', 'A\n\nB\n\nC\n\nD', 'A\n\nB\n\nC\n\nD\n\nE', '…\nD\n+E+'],
  ['a paragraph goes', 'Vi ses.\n\nVi går.', 'Vi går.', '-Vi ses.-\nVi går.'],
  [
    'what goes stands before what comes',
    '## Nu\n\nEn.',
    '## Hur\n\nNytt.',
    '# -Nu-\n-En.-\n# +Hur+\n+Nytt.+',
  ],
  ['only the marks change', 'Vi ses.', '**Vi ses.**', ''],
] as const)
  test(`a longer text is compared paragraph by paragraph: ${what}`, () => {
    equal(shown(before, after), read)
  })

test('no word that comes or goes is lost, whatever is written', () => {
  const written = fc
    .array(fc.constantFrom('## Mål', 'Vi ses i mars.', 'Vi ses i maj.', '- en\n- två', '1. ett', 'Nej.'), {
      maxLength: 8,
    })
    .map((blocks) => blocks.join('\n\n'))
  const count = (texts: readonly string[]): number => texts.join(' ').match(/\p{L}+/gu)?.length ?? 0
  fc.assert(
    fc.property(written, written, (before, after) => {
      const pieces = blockDifference(before, after, 'sv').flatMap((one) =>
        one.kind === 'gap' ? [] : one.pieces,
      )
      const grows =
        count(pieces.filter(({ kind }) => kind === 'added').map(({ text }) => text)) -
        count(pieces.filter(({ kind }) => kind === 'removed').map(({ text }) => text))
      const words = (text: string): number => count(blocksOf(text).map((block) => block.text))
      equal(grows, words(after) - words(before))
      ok(pieces.every(({ text }) => text !== ''))
    }),
  )
})
