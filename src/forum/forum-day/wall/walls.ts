import { messageOf } from '#platform/errors.ts'
import type { Log } from '#platform/log.ts'
import type { Clock } from '#platform/time.ts'
import type { Reads } from '../../tables.ts'
import { mayListen } from './crowd.rules.ts'
import type { Look } from './load-board.tsx'
import { openStream } from './streams.ts'
import { WatchedEvent } from './watched-event.ts'

export interface WallOptions {
  db: Reads
  clock: Clock
  /** Ends all streams when the process is told to stop. */
  ending: AbortSignal
}

interface Listening {
  eventId: string
  look: Look
  /** The state that the page shows already. */
  seen: string
  /** The pseudonym of the network address. */
  from: string
  log: Log
}

/** Everybody in this process who looks at a wall. Each event is asked about once a second, however many look. */
export class Walls {
  readonly #watched = new Map<string, WatchedEvent>()
  readonly #fromNetwork = new Map<string, number>()
  readonly #options: WallOptions
  #all = 0

  constructor(options: WallOptions) {
    this.#options = options
    options.ending.addEventListener('abort', () => this.#endAll(), { once: true })
  }

  get listeners(): number {
    return this.#all
  }

  /** A stream of what happens on a wall from now on; null when too many listen already. */
  listen({ eventId, look, seen, from, log }: Listening): Response | null {
    const fromOne = this.#fromNetwork.get(from) ?? 0
    if (this.#options.ending.aborted || !mayListen({ all: this.#all, fromOne })) return null
    this.#all += 1
    this.#fromNetwork.set(from, fromOne + 1)
    const watched = this.#eventOf(eventId, log)
    const listener = { look, seen, stream: openStream(() => this.#left(watched, listener, from)) }
    watched.join(listener)
    return listener.stream.response
  }

  /** Something was pressed: nobody waits for the second to be over. */
  soon(eventId: string): void {
    void this.#watched.get(eventId)?.tell()
  }

  #eventOf(eventId: string, log: Log): WatchedEvent {
    const known = this.#watched.get(eventId)
    if (known) return known
    const { db, clock } = this.#options
    const onTrouble = (error: unknown): void =>
      log.error({ error: messageOf(error) }, 'a wall cannot be read')
    const watched = new WatchedEvent({ db, clock, eventId, onTrouble })
    this.#watched.set(eventId, watched)
    return watched
  }

  #left(watched: WatchedEvent, listener: Parameters<WatchedEvent['leave']>[0], from: string): void {
    this.#all -= 1
    const left = (this.#fromNetwork.get(from) ?? 1) - 1
    if (left > 0) this.#fromNetwork.set(from, left)
    else this.#fromNetwork.delete(from)
    if (watched.leave(listener) > 0) return
    watched.stop()
    this.#watched.delete(watched.eventId)
  }

  #endAll(): void {
    for (const watched of this.#watched.values()) watched.endAll()
  }
}
