import { globSync } from 'node:fs'
import { settingNames } from '../src/platform/settings.ts'
import { postgres } from '../test/postgres.ts'
import { grouped } from './grouped.ts'
import { type Counts, countsMark } from './reporter.ts'
import { type Outcome, root, run, type Step } from './step.ts'

const unitTests = ['src/**/*.test.{ts,tsx}', 'test/{,walk/}*.test.{ts,tsx}']
const houseTests = ['test/tidy/*.test.ts', 'test/boundaries/*.test.ts']
const journeys = ['test/journeys/*.test.ts']

/** The tests, in runs of Node's own test runner; `words` keeps only the files whose path holds one of them. */
export function suites(words: readonly string[]): Step[] {
  const isChosen = (file: string): boolean => words.length === 0 || words.some((word) => file.includes(word))
  const files = (patterns: readonly string[]): string[] =>
    globSync(patterns, { cwd: root }).filter(isChosen).sort()
  // Rules know no database, so one run of them is enough.
  const withDatabase = files(unitTests).filter((file) => !file.includes('.rules.test.'))
  return [
    { name: 'tidy, and planted faults', group: 'house', run: () => runTests(files(houseTests)) },
    { name: 'journeys in a browser', group: 'journeys', run: () => runJourneys(files(journeys)) },
    { name: 'tests on PostgreSQL', group: 'postgres', run: () => runOnPostgres(withDatabase) },
    { name: 'tests on SQLite', group: 'sqlite', run: () => runGrouped(files(unitTests), onSqlite) },
  ]
}

const onSqlite = { environment: { TEST_DATABASE: 'sqlite' } }

async function runJourneys(files: readonly string[]): Promise<Outcome> {
  await run('node', ['scripts/build.ts'])
  return runTests(files, { ...onSqlite, atOnce: 2, testSecondsMax: 900 })
}

async function runOnPostgres(files: readonly string[]): Promise<Outcome> {
  const server = await postgres()
  try {
    return await runGrouped(files, {
      environment: { TEST_DATABASE: 'postgres', TEST_POSTGRES_URL: server.url },
    })
  } finally {
    await server.stop()
  }
}

/** The same, many files in one process. */
export const runGrouped = (files: readonly string[], options: Options): Promise<Outcome> =>
  grouped(files, async (groups, named) => {
    const ran = await runTests(groups, { ...options, testSecondsMax: suiteSecondsMax })
    return { ...ran, output: named(ran.output) }
  })

interface Options {
  environment?: NodeJS.ProcessEnv
  secondsMax?: number
  /** How long a file may take. */
  testSecondsMax?: number
  /** Files that run beside each other: a browser waits more than it works. */
  atOnce?: number
}

const testRunner = [
  ...['--import', 'tsx', '--disable-warning=ExperimentalWarning', '--test'],
  '--test-reporter=./scripts/reporter.ts',
]

// Nobody's own settings reach a test, and the machine's time zone is one that no Malmö event is in.
// A run inside a test of ours is a run of its own.
const testEnvironment = {
  NODE_TEST_CONTEXT: undefined,
  ...Object.fromEntries(settingNames.map((name) => [name, undefined])),
  TZ: 'Pacific/Auckland',
}

// All tests of a kind take a few minutes, more on a busy machine; a file that never ends shall not hold up everybody for
// an hour.
const suiteSecondsMax = 2400

export async function runTests(
  files: readonly string[],
  { environment = {}, secondsMax = suiteSecondsMax, testSecondsMax = 300, atOnce = 1 }: Options = {},
): Promise<Outcome> {
  const options = { environment: { ...testEnvironment, ...environment }, secondsMax }
  const limits = [`--test-concurrency=${atOnce}`, `--test-timeout=${testSecondsMax * 1000}`]
  const ran = files.length > 0 ? await run('node', [...testRunner, ...limits, ...files], options) : nothing
  const [output = '', counted = '{}'] = ran.output.split(countsMark)
  const [line = '{}'] = counted.split('\n')
  const counts = { passed: 0, failed: 0, skipped: 0, ...(JSON.parse(line) as Partial<Counts>) }
  if (counts.failed > 0) return { ...counts, output }
  // A run in which nothing ran proves nothing, and neither does one that fails without saying which test did.
  if (counts.passed === 0) return { ...counts, failed: 1, output: `${output}No test ran.` }
  if (!ran.ok) return { ...counts, failed: 1, output: `${output}The test run failed, though no test did.` }
  return { ...counts, output }
}

const nothing = { ok: false, output: '' }
