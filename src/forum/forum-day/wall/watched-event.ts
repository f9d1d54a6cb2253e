import type { Clock } from '#platform/time.ts'
import type { Reads } from '../../tables.ts'
import { type Board, digestOf, tellings, wireOf } from './board.ts'
import { type Drawn, loadBoard, type Look } from './load-board.tsx'
import type { Stream } from './streams.ts'

const lookEveryMs = 1000
/** So often everybody is told that the line is there, and what time it is: proxies close lines on which nothing is said. */
const beatEvery = 15
const drawnMax = 5000

export interface Listener {
  look: Look
  seen: string
  stream: Stream
}

/** Those who look at the same thing in the same language: it is read and drawn once for all of them. */
interface Group {
  look: Look
  board: Board | null
  digest: string
  listeners: Set<Listener>
}

interface Options {
  db: Reads
  clock: Clock
  eventId: string
  onTrouble: (error: unknown) => void
}

/** One event that somebody looks at. */
export class WatchedEvent {
  readonly eventId: string
  readonly #options: Options
  readonly #groups = new Map<string, Group>()
  readonly #drawn: Drawn = new Map()
  readonly #timer: ReturnType<typeof setInterval>
  #ticks = 0
  #telling: Promise<void> | undefined

  constructor(options: Options) {
    this.eventId = options.eventId
    this.#options = options
    this.#timer = setInterval(() => void this.#tick(), lookEveryMs)
  }

  join(listener: Listener): void {
    const { view, language, promise } = listener.look
    const key = `${view} ${language} ${promise}`
    const group = this.#groups.get(key) ?? {
      ...{ look: listener.look, board: null, digest: '', listeners: new Set<Listener>() },
    }
    this.#groups.set(key, group)
    group.listeners.add(listener)
    // Whoever comes back after a restart comes with all the others: not all of them in the same moment.
    listener.stream.send(encoded(`retry: ${1000 + Math.floor((this.#ticks * 397) % 3000)}\n\n`))
    if (group.board) tellOne(listener, group.board, group.digest)
    else void this.tell()
  }

  /** Forgets somebody; answers how many are left. */
  leave(listener: Listener): number {
    let left = 0
    for (const [key, { listeners }] of this.#groups) {
      listeners.delete(listener)
      left += listeners.size
      if (listeners.size === 0) this.#groups.delete(key)
    }
    return left
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  endAll(): void {
    for (const { listeners } of this.#groups.values()) for (const { stream } of listeners) stream.end()
  }

  /** Reads what is to be seen, and tells everybody what is new. One reading at a time. */
  tell(): Promise<void> {
    this.#telling ??= this.#tellAll()
      .catch(this.#options.onTrouble)
      .finally(() => void (this.#telling = undefined))
    return this.#telling
  }

  #tick(): Promise<void> {
    this.#ticks += 1
    if (this.#ticks % beatEvery === 0) this.#beat()
    if (this.#drawn.size > drawnMax) this.#drawn.clear()
    return this.tell()
  }

  #beat(): void {
    const beat = encoded(`event: beat\ndata: ${Date.parse(this.#options.clock())}\n\n`)
    for (const { listeners } of this.#groups.values()) for (const { stream } of listeners) stream.send(beat)
  }

  async #tellAll(): Promise<void> {
    for (const group of this.#groups.values()) {
      const { db, clock, eventId } = this.#options
      const board = await loadBoard(db, { eventId, look: group.look, now: clock(), drawn: this.#drawn })
      if (board) tellGroup(group, board)
    }
  }
}

const encoder = new TextEncoder()
const encoded = (text: string): Uint8Array => encoder.encode(text)

function tellGroup(group: Group, board: Board): void {
  const digest = digestOf(board)
  if (digest === group.digest) return
  const before = group.board
  const known = group.digest
  Object.assign(group, { board, digest })
  // Written once, for all who saw the same.
  const news = before && encoded(wireOf(tellings(before, board), digest))
  for (const listener of group.listeners) {
    if (!news || listener.seen !== known) tellOne(listener, board, digest)
    else {
      listener.stream.send(news)
      listener.seen = digest
    }
  }
}

/** Tells somebody all of it, unless they have seen just that. */
function tellOne(listener: Listener, board: Board, digest: string): void {
  if (listener.seen !== digest) {
    listener.stream.send(encoded(wireOf([{ event: 'whole', html: board.whole() }], digest)))
    listener.seen = digest
  }
}
