import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Language } from '#platform/language.ts'
import { doublesOf, likenessOf, type Wording } from './doubles.rules.ts'

const said = (language: Language, text: string): Wording[] => [{ language, text }]

const cases: [Language, string, string, string | null][] = [
  ['sv', 'Vi behöver fler cykelvägar i Malmö', 'Det behövs fler cykelvägar i Malmö!', 'alike'],
  ['sv', 'Fritidsgårdarna ska ha öppet på helger.', 'fritidsgårdarna ska ha öppet på helger', 'same'],
  ['sv', 'Bibliotek ska ha öppet på söndagar', 'Bibliotek ska inte ha öppet på söndagar', 'opposite'],
  ['sv', 'Vi behöver fler bänkar i parkerna', 'Vi behöver fler möten om skolan', null],
  ['en', 'Buses should run all night', 'The buses should run all night long', 'alike'],
  ['en', "The city shouldn't sell land", 'The city should sell land', 'opposite'],
  ['en', 'More trees in the streets', 'Longer opening hours for libraries', null],
  [
    'es',
    'El ayuntamiento debe escuchar a las asociaciones',
    'El ayuntamiento debería escuchar a las asociaciones',
    'same',
  ],
  ['es', 'Nunca se debe cerrar la biblioteca', 'Se debe cerrar la biblioteca', 'opposite'],
  ['es', 'Faltan espacios para jóvenes', 'Los autobuses son caros', null],
]

test('statements that say the same are found in all three languages, and the opposite is not the same', () => {
  for (const [language, one, other, kind] of cases) {
    const found = likenessOf(said(language, one), said(language, other))
    equal(found?.kind ?? null, kind, `${one} / ${other}: ${found?.part}`)
    deepEqual(likenessOf(said(language, other), said(language, one)), found)
  }
})

test('a translation is compared with what was written in that language', () => {
  const swedish: Wording = { language: 'sv', text: 'Fler bänkar i parkerna' }
  const english: Wording = { language: 'en', text: 'More benches in the parks' }
  equal(likenessOf([swedish], [english]), null)
  equal(likenessOf([swedish, english], [{ language: 'en', text: 'More benches in parks' }])?.kind, 'same')
})

test('the likest earlier statements come first, five at most, and small words alone make nothing alike', () => {
  const earlier = Array.from({ length: 8 }, (_, index) => ({
    id: String(index),
    wording: said('sv', `Fler bänkar i parkerna${' och torgen'.repeat(index)}`),
  }))
  const found = doublesOf(said('sv', 'Fler bänkar i parkerna'), earlier)
  equal(found[0]?.id, '0')
  ok(found.length <= 5 && found.every(({ part }, index) => part <= (found[index - 1]?.part ?? 1)))
  equal(likenessOf(said('sv', 'Det ska vara så'), said('sv', 'Det ska vara så här')), null)
})
