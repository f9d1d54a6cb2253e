import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { threatens } from './threats.rules.ts'

const cases: [string, boolean][] = [
  ['Jag ska hitta dig.', true],
  ['Ni borde skjutas', true],
  ['Någon kommer att snart slå ihjäl honom.', true],
  ['Vi vet var du bor', true],
  ['We will find you', true],
  ["I'll hurt them", true],
  ['Somebody should really shoot him', true],
  ['I know where she lives', true],
  ['Te voy a encontrar', true],
  ['Hay que matar a todos', true],
  ['Sé dónde vives', true],
  // A decomposed ö, as some phones send it.
  ['Du borde do\u0308', true],
  ['Vi ska döpa om torget.', false],
  ['De borde dölja kablarna', false],
  ['Kan vi få veta var de borde stå?', false],
  ['You will find the form at the library', false],
  ['Vamos a plantar árboles', false],
]

test('threats are seen in three languages, and plain sentences are not taken for one', () => {
  for (const [text, expected] of cases) equal(threatens(text), expected, text)
})
