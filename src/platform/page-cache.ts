import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { isPersonal } from './personal.ts'
import type { Clock } from './time.ts'

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

interface Kept {
  /** The state of the database, and the quarter of a minute, that this answer was made from. */
  stamp: string
  plain: Sent
  br: Sent
  gzip: Sent
}

/** What goes over the wire, ready to be written. */
interface Sent {
  headers: Record<string, string>
  body: Buffer
}

interface Options {
  clock: Clock
  /** Changes with every commit, by whatever process; asked for again at most so many milliseconds later. */
  version: () => Promise<string>
  versionAgeMs: number
}

const entriesMax = 2000
// The largest page is a drawing of hundreds of marks for three widths of page, about a megabyte.
const entryBytesMax = 2 * 1024 * 1024
const keptBytesMax = 64 * 1024 * 1024
const freshSeconds = 15
// Dense enough for the wire, fast enough to do for a page that may be asked for once.
const brotliQuality = 5
// How far back it looks for repetitions, as a power of two: all of the largest page.
const brotliWindow = 20

/**
 * Keeps public pages as bytes, ready to send, for as long as nothing was committed that they could show: a page is
 * made anew when the database has changed, and at least every quarter of a minute, since some words on it follow the
 * clock. Visitors with a cookie, personal addresses and everything but GET go past it.
 */
export class PageCache {
  readonly #kept = new Map<string, Kept>()
  readonly #making = new Map<string, Promise<Kept | Response>>()
  readonly #options: Options
  #version = ''
  #askedAt = -Infinity
  #ownWrites = 0
  #keptBytes = 0

  constructor(options: Options) {
    this.#options = options
  }

  /** Answers from what is kept; false when the request has to be answered in the ordinary way. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (request.method !== 'GET') return false
    const key = keyOf(request.url ?? '', request.headers.cookie)
    const kept = key === null ? undefined : this.#kept.get(key)
    if (!kept || kept.stamp !== (await this.#stamp())) return false
    const { headers, body } = sentTo(request.headers['accept-encoding'], kept)
    response.writeHead(200, headers).end(body)
    return true
  }

  /** Wraps the application: what it answers is kept when anybody may see it, and packed for the wire. */
  wrap(fetch: Fetch): Fetch {
    return async (request, env) => {
      if (request.method !== 'GET') return this.#pass(request, fetch(request, env))
      const url = new URL(request.url)
      const key = keyOf(url.pathname + url.search, request.headers.get('cookie') ?? undefined)
      if (key === null) return fetch(request, env)
      // The stamp is taken before the page is made: what is committed meanwhile makes it old at once.
      const stamp = await this.#stamp()
      const wanted = `${stamp} ${key}`
      // Of many who ask for a page in the same instant, one has it made.
      const others = this.#making.get(wanted)
      const making = others ?? this.#make(key, stamp, fetch(request, env))
      this.#making.set(wanted, making)
      const made = await making.finally(() => this.#making.delete(wanted))
      if (made instanceof Response) return others ? fetch(request, env) : made
      const { headers, body } = sentTo(request.headers.get('accept-encoding') ?? undefined, made)
      return new Response(new Uint8Array(body), { headers })
    }
  }

  async #pass(request: Request, answering: Response | Promise<Response>): Promise<Response> {
    const response = await answering
    if (request.method !== 'HEAD') this.#ownWrites += 1
    return response
  }

  async #make(key: string, stamp: string, answering: Response | Promise<Response>): Promise<Kept | Response> {
    const response = await answering
    if (!mayBeKept(response)) return response
    const body = Buffer.from(await response.arrayBuffer())
    // Two who were given the same form would send in the same thing, and the second would be taken for the first again.
    if (body.includes(formOfOwn)) return new Response(body, response)
    const made = await pack(response.headers, body, stamp)
    if (made.plain.body.length <= entryBytesMax) this.#keep(key, made)
    return made
  }

  /** What was kept first goes first, when there are too many or they are too large together. */
  #keep(key: string, made: Kept): void {
    this.#let(key)
    this.#kept.set(key, made)
    this.#keptBytes += bytesOf(made)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= entriesMax && this.#keptBytes <= keptBytesMax) return
      this.#let(oldest)
    }
  }

  #let(key: string): void {
    const old = this.#kept.get(key)
    if (!old) return
    this.#kept.delete(key)
    this.#keptBytes -= bytesOf(old)
  }

  async #stamp(): Promise<string> {
    const time = performance.now()
    if (time - this.#askedAt >= this.#options.versionAgeMs) {
      this.#version = await this.#options.version()
      this.#askedAt = time
    }
    const quarter = Math.floor(Date.parse(this.#options.clock()) / 1000 / freshSeconds)
    return `${this.#version} ${this.#ownWrites} ${quarter}`
  }
}

const bytesOf = ({ plain, br, gzip: zipped }: Kept): number =>
  plain.body.length + br.body.length + zipped.body.length

/** The address as the key, or null for visitors with a cookie and for addresses that are somebody's own. */
function keyOf(address: string, cookie: string | undefined): string | null {
  if (cookie?.includes('session=')) return null
  if (!/^\/(sv|en|es)(\/|$|\?)/.test(address)) return null
  return isPersonal(address.slice(3)) ? null : address
}

// A form that makes something carries its id, so that what is sent twice is made once.
const formOfOwn = 'type="hidden" name="id"'
const keptTypes = /^(text\/html|text\/calendar|application\/(atom\+xml|json|ld\+json))/

function mayBeKept(response: Response): boolean {
  return (
    response.status === 200 &&
    keptTypes.test(response.headers.get('content-type') ?? '') &&
    !response.headers.has('set-cookie')
  )
}

function sentTo(accepted: string | undefined, kept: Kept): Sent {
  if (accepted?.includes('br')) return kept.br
  return accepted?.includes('gzip') ? kept.gzip : kept.plain
}

const packBrotli = promisify(brotliCompress)
const packGzip = promisify(gzip)

async function pack(sentWith: Headers, plain: Buffer, stamp: string): Promise<Kept> {
  const headers: Record<string, string> = { ...Object.fromEntries(sentWith), vary: 'Accept-Encoding' }
  delete headers['x-request-id']
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_LGWIN: window } = constants
  const [br, zipped] = await Promise.all([
    packBrotli(plain, { params: { [quality]: brotliQuality, [window]: brotliWindow } }),
    packGzip(plain),
  ])
  const sent = (body: Buffer, encoding?: string): Sent => ({
    headers: {
      ...headers,
      ...(encoding && { 'content-encoding': encoding }),
      'content-length': String(body.length),
    },
    body,
  })
  return { stamp, plain: sent(plain), br: sent(br, 'br'), gzip: sent(zipped, 'gzip') }
}
