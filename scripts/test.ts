/**
 * `npm test`: every check of the house and every test, two steps at a time, one line per step, and in the end
 * one line with the counts. `npm test -- programme` runs only the tests whose path holds that word;
 * `--house`, `--sqlite`, `--postgres` and `--journeys` choose among the steps.
 */
import { parseArgs } from 'node:util'
import { houseChecks } from './house.ts'
import { type Outcome, run, seconds, type Step } from './step.ts'
import { suites } from './suites.ts'

const { values: chosen, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    house: { type: 'boolean' },
    sqlite: { type: 'boolean' },
    postgres: { type: 'boolean' },
    journeys: { type: 'boolean' },
  },
})

const steps = [...houseChecks, ...suites(words)].filter(({ group }) => {
  if (Object.values(chosen).includes(true)) return chosen[group] === true
  return words.length === 0 || group === 'sqlite'
})

process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))

const total: Outcome = { passed: 0, failed: 0, skipped: 0, output: '' }
const waiting = [...steps]
if (words.length > 0) await run('node', ['scripts/build.ts'])
// The machine that checks every change has two cores.
await Promise.all([runWaiting(), runWaiting()])

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

async function runWaiting(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const began = performance.now()
    const outcome = await outcomeOf(step)
    total.passed += outcome.passed
    total.failed += outcome.failed
    total.skipped += outcome.skipped
    show(step, outcome, performance.now() - began)
  }
}

async function outcomeOf(step: Step): Promise<Outcome> {
  try {
    return await step.run()
  } catch (error) {
    const output = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { passed: 0, failed: 1, skipped: 0, output }
  }
}

function show({ name, group }: Step, outcome: Outcome, time: number): void {
  const counted = group === 'house' && outcome.passed + outcome.failed === 1 ? '' : `${outcome.passed} passed`
  console.log(`${outcome.failed === 0 ? '✓' : '✗'} ${name.padEnd(34)}${seconds(time)}  ${counted}`.trimEnd())
  const { slowest = [] } = outcome
  if (slowest.length > 0) console.log(`    longest: ${slowest.join(', ')}`)
  if (outcome.failed === 0) return
  // What went wrong stands at the end of what a tool says.
  const lines = outcome.output.trimEnd().split('\n').slice(-120)
  console.log(`\n${lines.map((line) => `    ${line}`).join('\n')}\n`)
}
