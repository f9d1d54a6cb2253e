import { deepEqual } from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { projectRoot } from '#platform/root.ts'
import { languages } from '#platform/language.ts'
import { wordsFor } from '#platform/words.ts'
import { doerWithoutAccount, isKnownHappening, knownHappenings } from './happenings.ts'

/** What the program writes down as `record(tx, { what: '…' })`. */
const recorded = new Set(
  globSync('src/**/*.ts', { cwd: projectRoot })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(projectRoot, file), 'utf8')
      // Other things have a `what` too.
      if (!text.includes("#platform/record.ts'")) return []
      return [...text.matchAll(/\bwhat: '([a-z-]+)'/g)].map(([, what = '']) => what)
    }),
)

test('everything that the program writes down as having happened has words', () => {
  deepEqual(
    [...recorded].filter((what) => !knownHappenings.includes(what)),
    [],
  )
})

test('what has happened can be said in every language', () => {
  for (const language of languages) {
    for (const what of knownHappenings) wordsFor(language)(`office.happened.${what}`)
  }
})

test('who has no account is said to take part, to stand at the door, or to be the platform', () => {
  const cases = [
    ['signed-up', {}, { kind: 'participant' }],
    ['seat-given-back', { signUp: 'a' }, { kind: 'participant' }],
    ['checked-in', { steward: 'Ingång B' }, { kind: 'steward', steward: 'Ingång B' }],
    ['seat-offered', {}, { kind: 'nobody' }],
    ['checked-in', { steward: undefined }, { kind: 'nobody' }],
  ] as const
  for (const [what, detail, doer] of cases) {
    deepEqual(doerWithoutAccount(what, detail), doer)
    deepEqual(isKnownHappening(what), true)
  }
})
