import { deepEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Language } from '#platform/language.ts'
import { suggestedTogether } from './alike.rules.ts'

interface Written {
  language: Language
  words: string
  group?: string
}

const content = readFileSync(new URL('../../../content/sample/harvest.json', import.meta.url), 'utf8')
const { cards } = JSON.parse(content) as { cards: Written[] }
const others = cards.map(({ language, words }, index) => ({ id: `other ${index}`, language, words }))

const pairs: [Language, string, string, boolean][] = [
  ['sv', 'Fler bänkar i skuggan vid torget.', 'Sätt bänkar där det är skugga på torget.', true],
  ['sv', 'Nattbussen går för sällan.', 'Fler nattbussar, också på söndagar.', true],
  ['sv', 'Fler bänkar i skuggan vid torget.', 'Vi vill ha en simhall.', false],
  ['sv', 'Vi vet inte vem vi ska fråga.', 'Vem vet vad de vill?', false],
  ['en', 'Open the library on Sundays.', 'Libraries should be open every Sunday.', true],
  ['en', 'Open the library on Sundays.', 'More trees along the streets.', false],
  ['es', 'Más árboles en las calles del centro.', 'Plantar árboles en cada calle.', true],
  ['es', 'Más árboles en las calles del centro.', 'Abrir la piscina los domingos.', false],
]

test('among forty cards, two that say the same are suggested, and two that share only small words are not', () => {
  for (const [language, one, other, isSuggested] of pairs) {
    const both = [
      { id: 'one', language, words: one },
      { id: 'two', language, words: other },
    ]
    const sets = suggestedTogether([...others, ...both])
    const isFound = sets.some((set) => set.includes('one') && set.includes('two'))
    deepEqual(isFound, isSuggested, `${one} / ${other}`)
  }
})

test('of what is suggested for the sample forum, at least half is as people put it together', () => {
  const sets = suggestedTogether(others)
  const groups = sets.map((set) => set.map((id) => cards[Number(id.slice('other '.length))]?.group))
  const right = groups.filter((set) => set[0] && set.every((group) => group === set[0]))
  ok(sets.length >= 6 && sets.length <= 12, `${sets.length} sets`)
  ok(right.length * 2 >= sets.length, `${right.length} of ${sets.length} are right`)
})
