/** Starts what is measured and what measures, and ends it again, whatever happens. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Bytes } from './floor-program.ts'
import type { Measured, Order } from './load-program.ts'

const root = join(import.meta.dirname, '../..')
const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')))
// Whoever ends the bench ends what it started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

function owned<C extends ChildProcess>(child: C): C {
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

const program = (name: string): ChildProcess =>
  owned(fork(join(import.meta.dirname, name), { execArgv: ['--disable-warning=ExperimentalWarning'] }))

/** Asks as ordered, from a process of its own, and says what was measured. */
export async function load(order: Order): Promise<Measured> {
  const child = program('load-program.ts')
  const ended = once(child, 'exit')
  child.send(order)
  const [measured] = (await once(child, 'message')) as [Measured]
  await ended
  return measured
}

export interface Answering {
  url: string
  pid: number
  stop(): Promise<void>
}

/** The bare server that sends these bytes. */
export async function floor(bytes: Bytes): Promise<Answering> {
  const child = program('floor-program.ts')
  child.send(bytes)
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => end(child) }
}

export interface Platform extends Answering {
  /** Milliseconds from the start of the process to the first answer, and to the first page. */
  answeredMs: number
  firstPageMs: number
}

interface Start {
  kind: 'sample' | 'real'
  folder: string
  databaseUrl?: string
}

/** The built program, as an installation runs it. */
export async function platform({ kind, folder, databaseUrl }: Start): Promise<Platform> {
  const port = await freePort()
  // Of the settings only ours: nobody's own database is written to.
  const { PATH, NODE_OPTIONS } = process.env
  const settings = { PORT: String(port), DATA_DIR: folder, TRUSTED_PROXIES: '1' }
  const { options, given } = startOf(kind)
  const env = { PATH, NODE_OPTIONS, ...given, ...settings, ...(databaseUrl && { DATABASE_URL: databaseUrl }) }
  const begun = performance.now()
  const child = owned(
    spawn(process.execPath, options, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] }),
  )
  const url = `http://localhost:${port}`
  await answers(`${url}/health`, child)
  const answeredMs = performance.now() - begun
  await answers(`${url}/sv`, child)
  return {
    ...{ url, pid: child.pid ?? 0, answeredMs, firstPageMs: performance.now() - begun },
    stop: () => end(child),
  }
}

/** What `npm start` and `npm run serve` give to Node. */
function startOf(kind: Start['kind']): { options: string[]; given: Record<string, string> } {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const script = scripts[kind === 'sample' ? 'start' : 'serve'] ?? ''
  const [, name = '', value = '', options = ''] = /^exec env (\w+)=(\w+) node (.*)$/.exec(script) ?? []
  return { options: options.split(' '), given: { [name]: value } }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < 30_000;) {
    if (child.exitCode !== null) throw new Error(`the platform ended with ${child.exitCode}`)
    const response = await fetch(url).catch(() => undefined)
    await response?.arrayBuffer()
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 4))
  }
  throw new Error(`${url} does not answer`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** What a process has used so far, as Linux tells; elsewhere nothing is known. */
export function usage(pid: number): { cpuMs: number; megabytes: number } {
  const folder = `/proc/${pid}`
  if (!existsSync(`${folder}/stat`)) return { cpuMs: Number.NaN, megabytes: Number.NaN }
  const fields = (readFileSync(`${folder}/stat`, 'utf8').split(') ')[1] ?? '').split(' ')
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1]
  // Time in the program and time in the kernel for it, in ticks of 10 ms.
  return { cpuMs: (Number(fields[11]) + Number(fields[12])) * 10, megabytes: Number(resident) / 1024 }
}
