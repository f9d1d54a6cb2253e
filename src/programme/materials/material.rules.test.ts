import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  accessGap,
  type AccessGap,
  type AccessNote,
  languagesIn,
  type MaterialKind,
  notesIn,
} from './material.rules.ts'

const cases: [MaterialKind, AccessNote[], AccessGap | null][] = [
  ['recording', [], 'recording-without-text'],
  ['recording', ['no-captions', 'sign-language'], 'recording-without-text'],
  ['recording', ['captions'], null],
  ['recording', ['transcript'], null],
  ['slides', [], 'document-unmarked'],
  ['document', ['plain-language'], 'document-unmarked'],
  ['document', ['untagged-pdf'], null],
  ['slides', ['tagged-pdf'], null],
  ['picture', [], null],
  ['link', [], null],
]

test('a recording can be read, and a document says whether a screen reader can follow it', () => {
  for (const [kind, notes, gap] of cases) equal(accessGap(kind, notes), gap, `${kind}: ${notes.join(', ')}`)
})

test('notes and languages are told in one order, whatever order they were ticked in', () => {
  deepEqual(notesIn({ access: 'tagged-pdf,captions,unheard-of' }), ['captions', 'tagged-pdf'])
  deepEqual(notesIn({ access: '' }), [])
  deepEqual(languagesIn({ languages: 'es,sv' }), ['sv', 'es'])
})
