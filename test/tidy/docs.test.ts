import { deepEqual, ok } from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { settingNames } from '#platform/settings.ts'
import { brokenPaths, looksLikePath, unknownScripts } from './docs.ts'
import { read, root, textOf } from './read.ts'

const docs = read('*.md', 'docs/**/*.md', 'src/**/*.md', 'content/README.md')
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }

test('every file that the docs name exists', () => {
  ok(docs.length > 10)
  deepEqual(docs.flatMap(brokenPaths), [])
})

test('every command that the docs name exists', () => {
  deepEqual(
    docs.flatMap((doc) => unknownScripts(doc, Object.keys(scripts))),
    [],
  )
})

test('every setting is explained in docs/hosting.md', () => {
  const [hosting = { text: '' }] = read('docs/hosting.md')
  ok(settingNames.length > 4)
  deepEqual(
    settingNames.filter((name) => !hosting.text.includes(`\`${name}\``)),
    [],
  )
})

test('decisions are numbered without gaps, in 45 lines each: context, decision, consequences', () => {
  const decisions = read('docs/decisions/*.md')
  ok(decisions.length > 5)
  for (const [index, { file, text }] of decisions.entries()) {
    ok(file.startsWith(`docs/decisions/${String(index + 1).padStart(3, '0')}-`), file)
    ok(text.trimEnd().split('\n').length <= 45, `${file} is longer than 45 lines`)
    for (const part of ['## Context', '## Decision', '## Consequences'])
      ok(text.includes(`\n${part}\n`), `${file}: ${part}`)
  }
})

test('the page on architecture draws the arrows that the tools check', async () => {
  const { default: tool } = (await import(join(root, '.dependency-cruiser.mjs'))) as {
    default: { forbidden: { name: string; to: { pathNot?: string } }[] }
  }
  const [architecture = { text: '' }] = read('docs/architecture.md')
  for (const { name, to } of tool.forbidden) {
    const [, slice] = /^(\w+)-keeps-to-its-arrows$/.exec(name) ?? []
    if (!slice || slice === 'people') continue
    const [, reachable = ''] = /\((.*)\)/.exec(to.pathNot ?? '') ?? []
    const drawn = reachable.split('|').filter((one) => ![slice, 'platform', 'people'].includes(one))
    const row = `| \`${slice}\` | ${drawn.map((one) => `\`${one}\``).join(', ') || '–'} |`
    ok(architecture.text.includes(row), `docs/architecture.md lacks the row ${row}`)
  }
})

test('the check itself tells paths from other words and finds what is broken', () => {
  deepEqual(
    [
      'src/plan/goal.rules.ts',
      'docs/',
      '/sv/calendar',
      'text/html',
      '*.sql.ts',
      'npm run check',
      'data/',
      'dist/server.js',
    ].map(looksLikePath),
    [true, true, false, false, false, false, false, false],
  )
  const doc = {
    file: 'docs/x.md',
    text: 'See `src/platform/db.ts`, `src/nothing.ts` and [it](nothing.md). `npm run dance`',
  }
  deepEqual(brokenPaths(doc), ['docs/x.md: src/nothing.ts', 'docs/x.md: nothing.md'])
  deepEqual(unknownScripts(doc, ['check']), ['docs/x.md: npm run dance'])
})
