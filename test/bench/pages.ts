import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { Bytes } from './floor-program.ts'
import type { Measured } from './load-program.ts'
import { type Answering, floor, load, type Platform, usage } from './programs.ts'
import { figure, type Row } from './table.ts'

const connections = 64
const acceptEncoding = 'gzip, deflate, br'

interface Load extends Measured {
  /** Processor time that the answering process used, per answer. */
  cpuMicroseconds: number
}

/** Public pages for strangers, each beside a bare server with the same bytes. */
export async function publicPages(platform: Platform, seconds: number, wrong: string[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, path] of await addresses(platform)) {
    const bare = await floor(await bytesOf(`${platform.url}${path}`))
    const [lowest, measured] = await sideBySide([bare, '/'], [platform, path], seconds)
    await bare.stop()
    for (const one of [lowest, measured]) wrong.push(...faultsOf(name, one, ['200']))
    const share = measured.perSecond / lowest.perSecond
    const goal = '≥ 60 %, p99 < 50 ms'
    rows.push({ what: name, measured: told(measured), floor: told(lowest), share, goal })
  }
  return rows
}

/** The same pages for somebody who is signed in: never kept, always made anew. */
export async function memberPages(platform: Platform, seconds: number, wrong: string[]): Promise<Row[]> {
  const cookie = await signedIn(platform)
  const rows: Row[] = []
  for (const [name, path] of await addresses(platform)) {
    const measured = await under(platform, path, { seconds, cookie })
    wrong.push(...faultsOf(`${name}, signed in`, measured, ['200']))
    rows.push({ what: `${name}, signed in, made anew`, measured: told(measured) })
  }
  return rows
}

type Place = readonly [server: Answering, path: string]

// By turns, so that whatever else the machine does meanwhile falls on both.
const turns = 4

async function sideBySide(one: Place, other: Place, seconds: number): Promise<[Load, Load]> {
  const runs: [Load, Load][] = []
  const each = { seconds: Math.ceil(seconds / turns) }
  for (let turn = 0; turn < turns; turn += 1) {
    runs.push([await under(...one, each), await under(...other, each)])
  }
  return [together(runs.map(([first]) => first)), together(runs.map(([, second]) => second))]
}

export const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN

/** Several runs as one: the middle of each figure, and the sum of what happened. */
function together(runs: readonly Load[]): Load {
  const middle = (of: (run: Load) => number): number => middleOf(runs.map(of))
  const sum = (of: (run: Load) => number): number => runs.reduce((total, run) => total + of(run), 0)
  const statuses: Record<string, number> = {}
  for (const run of runs) {
    for (const [status, count] of Object.entries(run.statuses))
      statuses[status] = (statuses[status] ?? 0) + count
  }
  return {
    perSecond: middle((run) => run.perSecond),
    p50: middle((run) => run.p50),
    p99: middle((run) => run.p99),
    cpuMicroseconds: middle((run) => run.cpuMicroseconds),
    sent: sum((run) => run.sent),
    answered: sum((run) => run.answered),
    errors: sum((run) => run.errors),
    statuses,
  }
}

async function under(
  server: Answering,
  path: string,
  { seconds, cookie }: { seconds: number; cookie?: string },
) {
  const headers = { 'accept-encoding': acceptEncoding, ...(cookie && { cookie }) }
  const order = { url: `${server.url}${path}`, connections, headers }
  await load({ ...order, amount: connections * 20 })
  const before = usage(server.pid)
  const measured = await load({ ...order, seconds })
  const cpuMicroseconds = ((usage(server.pid).cpuMs - before.cpuMs) * 1000) / measured.answered
  return { ...measured, cpuMicroseconds }
}

const told = ({ perSecond, p50, p99, cpuMicroseconds }: Load): string =>
  `${figure(perSecond)}/s, p50 ${p50} ms, p99 ${p99} ms, ${Math.round(cpuMicroseconds)} µs each`

/** What should not have happened in a run: errors, and answers of another kind. */
export function faultsOf(name: string, { errors, statuses }: Measured, allowed: readonly string[]): string[] {
  const others = Object.entries(statuses).filter(([status]) => !allowed.includes(status))
  return [
    ...(errors > 0 ? [`${name}: ${errors} requests were not answered`] : []),
    ...others.map(([status, count]) => `${name}: ${count} answers of status ${status}`),
  ]
}

/** Home, calendar and the next event that one can sign up for. */
export async function addresses({ url }: Answering): Promise<[string, string][]> {
  const calendar = await (await fetch(`${url}/sv/calendar`)).text()
  const [event] = /\/sv\/events\/[a-z0-9-]+(?=")/.exec(calendar) ?? []
  if (!event) throw new Error('the calendar shows no event')
  return [
    ['home page', '/sv'],
    ['calendar', '/sv/calendar'],
    ['event page', event],
  ]
}

async function signedIn({ url }: Answering): Promise<string> {
  const response = await fetch(`${url}/sv/sign-in/sample/city`, { method: 'POST', redirect: 'manual' })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error('nobody could sign in')
  return cookie
}

// Written by every server of Node's for each answer anew.
const ownHeaders = ['date', 'connection', 'keep-alive', 'transfer-encoding']

/** What a browser is sent over the wire, packed as it is. */
async function bytesOf(url: string): Promise<Bytes> {
  const request = get(url, { headers: { 'accept-encoding': acceptEncoding } })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const body = Buffer.concat(await response.toArray())
  const headers = Object.entries(response.headers).filter(([name]) => !ownHeaders.includes(name))
  return { headers: Object.fromEntries(headers) as Record<string, string>, base64: body.toString('base64') }
}
