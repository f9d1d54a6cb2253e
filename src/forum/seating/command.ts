import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { messageOf } from '#platform/errors.ts'
import { readEvent, readProblem, readSchedule, Unreadable } from './problem.ts'
import { reseat } from './reseat.ts'
import { seat } from './seat.ts'

const usage = `npm run seating -- problem.json [--seconds 5] [--seed 1]
npm run seating -- problem.json --event event.json --base schedule.json [--seconds 2] [--seed 1]`

/** The command line: prints a plan as JSON; answers with the exit code. */
export function seatingCommand(
  args: readonly string[],
  say: (text: string) => void,
  complain: (text: string) => void,
): number {
  try {
    say(JSON.stringify(answer(args)))
    return 0
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    complain(`${error.message}\n\n${usage}`)
    return 2
  }
}

function answer(args: readonly string[]) {
  const { values, positionals } = read(args)
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new Unreadable('Name one file with the problem.')
  const problem = readProblem(jsonIn(file))
  const seed = whole('seed', values.seed ?? '1')
  if ((values.event === undefined) !== (values.base === undefined))
    throw new Unreadable('--event and --base belong together: who came, and what had been told.')
  if (values.event === undefined || values.base === undefined)
    return seat(problem, { seed, seconds: positive('seconds', values.seconds ?? '5') })
  const event = readEvent(jsonIn(values.event), problem)
  const base = readSchedule(jsonIn(values.base), problem)
  return reseat(problem, base, event, { seed, seconds: positive('seconds', values.seconds ?? '2') })
}

function read(args: readonly string[]) {
  const option = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { seconds: option, seed: option, event: option, base: option },
    })
  } catch (error) {
    throw new Unreadable(messageOf(error))
  }
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Unreadable(`${file}: ${messageOf(error)}`)
  }
}

function positive(name: string, text: string): number {
  const number = Number(text)
  if (!(number > 0 && number <= 600))
    throw new Unreadable(`--${name} is a number above 0 and up to 600, not ${text}.`)
  return number
}

function whole(name: string, text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Unreadable(`--${name} is a whole number, not ${text}.`)
  return number
}
