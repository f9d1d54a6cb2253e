import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

export const root: string = join(import.meta.dirname, '..')

export interface Outcome {
  passed: number
  failed: number
  skipped: number
  output: string
  /** The files that took longest. */
  slowest?: readonly string[]
}

export interface Step {
  name: string
  group: 'house' | 'sqlite' | 'postgres' | 'journeys'
  run(): Promise<Outcome>
}

export interface Ran {
  ok: boolean
  output: string
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`.padStart(7)

interface RunOptions {
  environment?: NodeJS.ProcessEnv
  /** Afterwards it is asked to stop, as with Ctrl+C. */
  secondsMax?: number
}

/** Runs a program of this project, with the project's own Node, and hands back all that it wrote. */
export function run(
  program: string,
  options: readonly string[],
  { environment = {}, secondsMax = 300 }: RunOptions = {},
): Promise<Ran> {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH']}`
  const env = { ...process.env, NO_COLOR: '1', ...environment, PATH: path }
  const child = spawn(program, options, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const kill = (): void => void child.kill()
  process.once('exit', kill)
  const patience = setTimeout(() => child.kill('SIGINT'), secondsMax * 1000)
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (output += String(chunk)))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(patience)
      process.off('exit', kill)
      resolve({ ok: code === 0, output })
    })
  })
}
