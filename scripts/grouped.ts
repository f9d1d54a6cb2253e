import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './step.ts'

// Loading the platform takes a second of the processor, and code that has run before is quicker: ten files in one
// process take a third of what they take in ten. Few enough that a process never holds much.
const filesTogether = 16
const fileSecondsMax = 900

/** Puts test files together, each a suite of its own with its own beginning and end, in files for Node's test runner. */
export async function grouped<R>(
  files: readonly string[],
  work: (groups: readonly string[], named: (output: string) => string) => Promise<R>,
): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'malmoandan-groups-'))
  try {
    const groups = new Map<string, readonly string[]>()
    for (let from = 0; from < files.length; from += filesTogether)
      groups.set(`group-${groups.size + 1}.test.mjs`, files.slice(from, from + filesTogether))
    for (const [name, some] of groups) writeFileSync(join(folder, name), textOf(some))
    // What is said of a whole process is said of the files in it.
    const named = (output: string): string =>
      output.replaceAll(
        /\S*malmoandan-groups-\w+\/(group-\d+\.test\.mjs)/g,
        (path, name: string) => groups.get(name)?.join(', ') ?? path,
      )
    return await work(
      [...groups.keys()].map((name) => join(folder, name)),
      named,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const textOf = (files: readonly string[]): string =>
  ["import { describe } from 'node:test'", ...files.map(suiteOf)].join('\n')

const suiteOf = (file: string): string =>
  `describe(${JSON.stringify(file)}, { timeout: ${fileSecondsMax * 1000} }, ` +
  `async () => void (await import(${JSON.stringify(join(root, file))})))`
