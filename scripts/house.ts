import { globSync } from 'node:fs'
import { type Outcome, type Ran, root, run, type Step } from './step.ts'

/** The rules of the house that tools check; CONTRIBUTING.md says them in words. */
export const houseChecks: Step[] = [
  check('the program builds', () => run('node', ['scripts/build.ts', '--again'])),
  check('types (tsc)', () => run('tsc', ['--checkers', '2'])),
  check('types of the islands (tsc)', () => run('tsc', ['-p', 'islands'])),
  check('lint (oxlint)', () => run('oxlint', lintOptions)),
  check('format (oxfmt)', () => run('oxfmt', ['--check'])),
  check('arrows (dependency-cruiser)', arrows),
  check('nothing unused (knip)', () => run('knip', ['--no-progress'])),
]

const plantedFaults = ['src', 'lint', 'made', 'runs'].flatMap((folder) => [
  '--ignore-pattern',
  `test/boundaries/${folder}`,
])
const lintOptions = ['--deny-warnings', ...plantedFaults, 'src', 'islands', 'test', 'scripts']

function check(name: string, ask: () => Promise<Ran>): Step {
  return {
    name,
    group: 'house',
    async run(): Promise<Outcome> {
      const { ok, output } = await ask()
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output }
    },
  }
}

interface Cruise {
  modules: { source: string }[]
  summary: { violations: { from: string; to: string; rule: { name: string } }[] }
}

/** A tool that cannot read TypeScript finds no fault in it, and says that all is well: so count what it read. */
async function arrows(): Promise<Ran> {
  const { output } = await run('depcruise', ['src', '--config', '.dependency-cruiser.mjs', '-T', 'json'])
  const { modules, summary } = JSON.parse(output) as Cruise
  const read = new Set(modules.map((module) => module.source))
  const unread = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/\.test\.tsx?$/.test(file) && !read.has(file),
  )
  const lines = [
    ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    ...unread.map((file) => `not read: ${file}`),
    ...(read.size === 0 ? ['no module was read'] : []),
  ]
  return { ok: lines.length === 0, output: lines.join('\n') }
}
