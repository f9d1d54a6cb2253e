import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import { files, textOf } from './read.ts'

const languages = ['en', 'es', 'sv']

/** The texts that lack a language: 'series/dialogforum: sv'. */
function lacking(names: readonly string[]): string[] {
  const found = new Map<string, Set<string>>()
  for (const name of names) {
    const [, text = name, language = ''] = /^(.*)\.(sv|en|es)\.md$/.exec(name) ?? []
    found.set(text, (found.get(text) ?? new Set()).add(language))
  }
  return [...found].flatMap(([text, has]) =>
    languages.filter((one) => !has.has(one)).map((one) => `${text}: ${one}`),
  )
}

const texts = files('content/**/*.md').filter((file) => !file.endsWith('README.md'))

test('every text of the starting content is there in three languages', () => {
  ok(texts.length > 0)
  deepEqual(lacking(texts), [])
})

test('the three versions of a text have the same fields at the top, none of them empty', () => {
  const fieldsOf = (file: string): string[] => {
    const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(textOf(file)) ?? []
    const fields = parse(front) as Record<string, unknown>
    for (const [name, value] of Object.entries(fields)) ok(value !== '', `${file}: ${name} is empty`)
    return Object.keys(fields).sort()
  }
  for (const file of texts.filter((name) => name.endsWith('.sv.md'))) {
    for (const language of languages)
      deepEqual(fieldsOf(file.replace('.sv.', `.${language}.`)), fieldsOf(file), file)
  }
})

test('every text inside the JSON files of the content is there in three languages', () => {
  const incomplete: string[] = []
  const walk = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) return
    const keys = Object.keys(value)
    const spoken = keys.filter((key) => languages.includes(key))
    if (spoken.length > 0 && spoken.length < languages.length)
      incomplete.push(`${place} has only ${spoken.join(', ')}`)
    for (const [key, inner] of Object.entries(value)) walk(inner, `${place}.${key}`)
  }
  // The sample year leaves some texts untranslated on purpose, so that the note about it can be seen.
  const official = files('content/**/*.json').filter((file) => !file.startsWith('content/sample/'))
  for (const file of official) walk(JSON.parse(textOf(file)), file)
  deepEqual(incomplete, [])
})

test('the check itself finds a text that lacks a language', () => {
  deepEqual(lacking(['a.sv.md', 'a.en.md', 'a.es.md', 'b.sv.md', 'b.en.md']), ['b: es'])
  deepEqual(lacking(['c.md']), ['c.md: en', 'c.md: es', 'c.md: sv'])
})
