import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { runGrouped, runTests } from '../../scripts/suites.ts'

// The runner of the tests is shown runs that must not count as good: each file in a process of its own, and together.
for (const [how, runFiles] of [
  ['one by one', runTests],
  ['together', runGrouped],
] as const) {
  const outcomeOf = async (
    ...names: string[]
  ): Promise<{ counts: [number, number, number]; output: string }> => {
    const files = names.map((name) => `test/boundaries/runs/${name}.test.ts`)
    const { passed, failed, skipped, output } = await runFiles(files, { secondsMax: 5 })
    return { counts: [passed, failed, skipped], output }
  }

  test(`a good run is counted test by test: ${how}`, async () => {
    const { counts } = await outcomeOf('passing')
    deepEqual(counts, [2, 0, 1])
  })

  test(`a failing test is named with its reason: ${how}`, async () => {
    const { counts, output } = await outcomeOf('passing', 'failing')
    deepEqual(counts, [2, 1, 1])
    ok(output.includes('a test that fails') && output.includes('on purpose'))
  })

  test(`a test that writes to the console fails: ${how}`, async () => {
    const { counts, output } = await outcomeOf('noisy')
    deepEqual(counts, [1, 1, 0])
    ok(output.includes('hello'))
  })

  test(`a run without a test fails: ${how}`, async () => {
    deepEqual((await outcomeOf('empty')).counts, [0, 1, 0])
    deepEqual((await outcomeOf()).counts, [0, 1, 0])
  })

  for (const name of ['crashing', 'unreadable', 'failing-after']) {
    test(`a file that ends badly fails: ${name}, ${how}`, async () => {
      const { counts } = await outcomeOf('passing', name)
      ok(counts[1] > 0)
    })
  }

  test(`a file that never ends is stopped and named: ${how}`, async () => {
    const { counts, output } = await outcomeOf('endless')
    deepEqual(counts, [0, 1, 0])
    ok(output.includes('endless.test.ts did not come to an end'))
  })
}
