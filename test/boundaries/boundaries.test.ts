import { deepEqual, equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

// Each check of the house is shown a fault that it must find: a check that stays green whatever it is given is none.
const root = join(import.meta.dirname, '..', '..')
const program = (name: string): string => join(root, 'node_modules', '.bin', name)

interface Cruise {
  modules: { source: string }[]
  summary: { violations: { from: string; rule: { name: string } }[] }
}

test('every arrow rule finds its planted fault', async () => {
  const { default: configuration } = (await import(join(root, '.dependency-cruiser.mjs'))) as {
    default: { forbidden: { name: string }[] }
  }
  const options = ['src', '--config', '../../.dependency-cruiser.mjs', '-T', 'json']
  const { stdout } = spawnSync(program('depcruise'), options, { cwd: import.meta.dirname, encoding: 'utf8' })
  const { modules, summary } = JSON.parse(stdout) as Cruise
  const read = new Set(modules.map((module) => module.source))
  const planted = globSync('src/**/*.{ts,tsx}', { cwd: import.meta.dirname })
  deepEqual(
    planted.filter((file) => !read.has(file)),
    [],
  )
  ok(planted.length > 30)
  const reported = new Set(summary.violations.map((violation) => violation.rule.name))
  const rules = configuration.forbidden.map((rule) => rule.name)
  deepEqual([...reported].sort(), rules.sort())
})

test('a slice that keeps to its arrows is left alone', () => {
  const options = [
    'src/forum/index.ts',
    'src/network',
    '--config',
    '../../.dependency-cruiser.mjs',
    '-T',
    'json',
  ]
  const { stdout } = spawnSync(program('depcruise'), options, { cwd: import.meta.dirname, encoding: 'utf8' })
  const { summary } = JSON.parse(stdout) as Cruise
  deepEqual([...new Set(summary.violations.map((violation) => violation.from))], ['src/network/uses-plan.ts'])
})

interface Lint {
  diagnostics: { code: string; filename: string }[]
}

const made = join(import.meta.dirname, 'made')

before(() => {
  mkdirSync(made, { recursive: true })
  const line = (number: number): string => `  console.info(${number})\n`
  const lines = (count: number): string => Array.from({ length: count }, (_, index) => line(index)).join('')
  const choices = Array.from({ length: 16 }, (_, index) => `a === ${index}`).join(' || ')
  writeFileSync(join(made, 'long-file.ts'), lines(201))
  writeFileSync(join(made, 'long-test.test.ts'), lines(301))
  writeFileSync(join(made, 'long-function.ts'), `export function fault() {\n${lines(60)}}\n`)
  writeFileSync(join(made, 'complex.ts'), `export const fault = (a: number) => ${choices}\n`)
})

after(() => rmSync(made, { recursive: true }))

test('every lint rule that the house sets finds its planted fault', () => {
  const { stdout } = spawnSync(
    program('oxlint'),
    ['-f', 'json', 'test/boundaries/lint', 'test/boundaries/made'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  const { diagnostics } = JSON.parse(stdout) as Lint
  const reported = new Set(diagnostics.map(({ code }) => code.replace('(', '/').replace(')', '')))
  const { rules } = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as {
    rules: Record<string, unknown>
  }
  const set = Object.keys(rules).filter((name) => rules[name] !== 'off')
  deepEqual(
    set.filter((name) => !reported.has(name)),
    [],
  )
  const accessibility = [...reported].filter((name) => name.startsWith('jsx-a11y/'))
  ok(accessibility.length >= 8, `accessibility faults found: ${accessibility.join(', ')}`)
})

test('a file may have 200 lines and a test file 300', () => {
  const { stdout } = spawnSync(program('oxlint'), ['-f', 'json', 'test/boundaries/made'], {
    cwd: root,
    encoding: 'utf8',
  })
  const { diagnostics } = JSON.parse(stdout) as Lint
  const tooLong = diagnostics
    .filter(({ code }) => code === 'eslint(max-lines)')
    .map(({ filename }) => filename)
  deepEqual(tooLong.sort(), ['test/boundaries/made/long-file.ts', 'test/boundaries/made/long-test.test.ts'])
})

test('tests need not be awaited', () => {
  const { status } = spawnSync(program('oxlint'), ['test/boundaries/lint/no-fault.test.ts'], { cwd: root })
  equal(status, 0)
})
