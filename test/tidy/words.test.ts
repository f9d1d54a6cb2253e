import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { files, program, read, textOf } from './read.ts'
import { argumentsOf, askedIn, type Dictionary, usesOf, wordFaults } from './words.ts'

const languages = ['sv', 'en', 'es']
const dictionary = (file: string): Dictionary => JSON.parse(textOf(file)) as Dictionary
const wordFiles = files('words/sv/*.json').map((file) => file.replace('words/sv/', ''))

test('each language has the same files of words', () => {
  ok(wordFiles.length > 0)
  for (const language of languages) {
    deepEqual(
      files(`words/${language}/*`).map((file) => file.replace(`words/${language}/`, '')),
      wordFiles,
    )
  }
})

for (const name of wordFiles) {
  const swedish = dictionary(`words/sv/${name}`)
  for (const language of languages) {
    test(`${name} says the same things in ${language}, in alphabetical order, each after the name of its file`, () => {
      const words = dictionary(`words/${language}/${name}`)
      deepEqual(Object.keys(words), Object.keys(swedish).sort())
      const slice = name.replace('.json', '')
      deepEqual(
        Object.keys(words).filter((key) => !key.startsWith(`${slice}.`)),
        [],
      )
      for (const [key, message] of Object.entries(words)) {
        ok(message.trim() !== '', `${key} is empty`)
        deepEqual(
          argumentsOf(message),
          argumentsOf(swedish[key] ?? ''),
          `${key} in ${language} wants other values`,
        )
      }
    })
  }
}

test('every word is used, and every word that is used exists', () => {
  const keys = wordFiles.flatMap((name) => Object.keys(dictionary(`words/sv/${name}`)))
  const slices = new Set(wordFiles.map((name) => name.replace('.json', '')))
  deepEqual(wordFaults(keys, usesOf(program(), slices)), [])
})

test('every word that a browser test looks for exists', () => {
  const keys = new Set(wordFiles.flatMap((name) => Object.keys(dictionary(`words/sv/${name}`))))
  const asked = read('test/journeys/**/*.ts').flatMap(({ file, text }) =>
    askedIn(text).map((key) => ({ file, key })),
  )
  ok(asked.length > 0)
  deepEqual(
    asked.filter(({ key }) => !keys.has(key)),
    [],
  )
  deepEqual(askedIn("t('a.b', { n: 1 }); wordsFor('sv')('c.d'); hers('e.f'); fill('g.h')"), [
    'a.b',
    'c.d',
    'e.f',
  ])
})

test('the check itself finds words that are missing, unused, or used too loosely', () => {
  const slices = new Set(['plan', 'home'])
  const source = (text: string): { file: string; text: string } => ({ file: 'a.tsx', text })
  const faults = (text: string): string[] =>
    wordFaults(['plan.title', 'plan.kind.a', 'home.x'], usesOf([source(text)], slices))
  deepEqual(faults("t('plan.title'); t(`plan.kind.${k}`); t('home.x')"), [])
  deepEqual(faults("t('plan.titel'); t('plan.title'); t(`plan.kind.${k}`); t('home.x')"), [
    "a.tsx uses 'plan.titel', which has no words",
  ])
  deepEqual(faults("t('plan.title'); t('home.x')"), ["'plan.kind.a' is used nowhere"])
  deepEqual(faults("t('plan.title'); t(`plan.sort.${k}`); t('plan.kind.a'); t('home.x')"), [
    'a.tsx uses `plan.sort.${k}`, which fits no word',
  ])
  deepEqual(faults("t('plan.title'); t('plan.kind.a'); t(`home.${k}`)"), [
    'a.tsx uses `home.${k}`: write more of the key before the first ${',
  ])
})

test('the check itself finds values that a translation forgot', () => {
  deepEqual(argumentsOf('{count, plural, one {en av {total}} other {# av {total}}}'), ['count', 'total'])
  deepEqual(argumentsOf('{kind, select, a {x} other {y}}'), ['kind: a|other'])
  deepEqual(argumentsOf('inget'), [])
})
