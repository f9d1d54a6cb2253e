import { basename, relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'

/** The last line of a run, read by scripts/test.ts. */
export const countsMark = '#counts '

export interface Counts {
  passed: number
  failed: number
  skipped: number
  /** The files that took longest, 'pages.test.ts 210 s'; only those that took a while. */
  slowest: readonly string[]
}

/**
 * What `npm test` shows of a test run: only what failed, then one line of counts. A test file that writes anything
 * fails, whatever its tests say: output that nobody reads hides the warning that somebody should have read.
 */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, slowest: [] }
  const times = new Map<string, number>()
  const noisy = new Map<string, string>()
  for await (const event of events) {
    addTime(times, event)
    if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      const file = event.data.file
      noisy.set(file, (noisy.get(file) ?? '') + event.data.message)
    } else if (event.type === 'test:pass' && isTest(event.data)) {
      if (event.data.skip === undefined && event.data.todo === undefined) counts.passed += 1
      else counts.skipped += 1
    } else if (event.type === 'test:fail' && isTest(event.data)) {
      counts.failed += 1
      yield failure(event.data)
    } else if (event.type === 'test:interrupted') {
      counts.failed += event.data.tests.length
      for (const { name } of event.data.tests) yield `\n✖ ${relative('.', name)} did not come to an end\n`
      // Nothing more is heard after this.
      yield countsLine(counts)
    }
  }
  for (const [file, text] of noisy) {
    counts.failed += 1
    yield `\n✖ ${relative('.', file)} writes to the console:\n${indented(text.trimEnd())}\n`
  }
  counts.slowest = slowestOf(times)
  yield countsLine(counts)
}

const [shownSeconds, shownFiles] = [40, 6]

/** Many files in one process are a suite each, named by its file. */
function addTime(times: Map<string, number>, { type, data }: TestEvent): void {
  if (type !== 'test:pass' && type !== 'test:fail') return
  const { name, file, nesting, details }: Result = data
  if (nesting !== 0) return
  const path = details.type === 'suite' ? name : (file ?? name)
  times.set(path, (times.get(path) ?? 0) + details.duration_ms / 1000)
}

const slowestOf = (times: ReadonlyMap<string, number>): string[] =>
  [...times]
    .filter(([, seconds]) => seconds > shownSeconds)
    .sort(([, a], [, b]) => b - a)
    .slice(0, shownFiles)
    .map(([path, seconds]) => `${basename(path)} ${seconds.toFixed(0)} s`)

const countsLine = (counts: Counts): string => `${countsMark}${JSON.stringify(counts)}\n`

interface Result {
  name: string
  file?: string
  nesting: number
  details: { duration_ms: number; type?: string | undefined; error?: unknown }
}

/** A suite is no test, and neither is a file that ran through without holding one. */
function isTest({ name, file, details }: Result): boolean {
  if (details.type === 'suite') return details.error !== undefined && !isFromSubtests(details.error)
  return file === undefined || !file.endsWith(name) || details.error !== undefined
}

/** A test that failed only because one inside it did is counted there. */
const isFromSubtests = (error: unknown): boolean =>
  error instanceof Error && 'failureType' in error && error.failureType === 'subtestsFailed'

function failure({ name, file, details }: Result): string {
  const cause = details.error instanceof Error ? (details.error.cause ?? details.error) : details.error
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
  const place = file ? `  (${relative('.', file)})` : ''
  return `\n✖ ${name}${place}\n${indented(text)}\n`
}

const indented = (text: string): string => text.replaceAll(/^/gm, '  ')
