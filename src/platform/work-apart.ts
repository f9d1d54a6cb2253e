import { setPriority } from 'node:os'
import { parentPort, Worker, workerData } from 'node:worker_threads'

type Message<Output> = { progress: number } | { done: Output }

export interface Meanwhile {
  /** Told how far it is, from 0 to 1. */
  progress?: (part: number) => void
  /** Ends the work at once; whoever waits for it gets the reason. */
  signal?: AbortSignal
}

/**
 * Long computing in a thread of its own, so that nobody waits for their page meanwhile. `file` is a `*.worker.ts` under `src/`,
 * by its path there; the build puts each of them beside the program under the same name.
 */
export function workApart<Output>(file: string, input: unknown, meanwhile: Meanwhile = {}): Promise<Output> {
  const { progress, signal } = meanwhile
  if (signal?.aborted) return Promise.reject(signal.reason)
  const worker = new Worker(placeOf(file), { workerData: input })
  const { promise, resolve, reject } = Promise.withResolvers<Output>()
  const stop = (): void => reject(signal?.reason)
  signal?.addEventListener('abort', stop, { once: true })
  worker.on('message', (message: Message<Output>) => {
    if ('done' in message) resolve(message.done)
    else progress?.(message.progress)
  })
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`${file} ended with ${code} and gave no answer`)))
  return promise.finally(() => {
    signal?.removeEventListener('abort', stop)
    void worker.terminate()
  })
}

/** The program is one file in dist/, its workers lie beside it; in development everything is where it was written. */
const placeOf = (file: string): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL(`../${file}`, import.meta.url)
    : new URL(`./${file.replace(/\.ts$/, '.js')}`, import.meta.url)

/**
 * What a `*.worker.ts` says: what it does with what it was handed. Whoever waits is told how far it is a few dozen times, not
 * for every step.
 */
export function worksApart(work: (input: unknown, progress: (part: number) => void) => unknown): void {
  const say = (message: Message<unknown>): void => parentPort?.postMessage(message, [])
  let told = 0
  const progress = (part: number): void => {
    if (part < told + 0.02) return
    told = part
    say({ progress: part })
  }
  void Promise.resolve(work(workerData, progress)).then((done) => say({ done }))
}

// A little: the work gets a fourth of what a page gets where both want the same processor, and all of it where none does.
const priority = 5

/** For a `*.worker.ts` that nobody waits for: pages go first. Linux gives each thread a priority of its own; elsewhere it would be that of the whole process. */
export function stepBack(): void {
  if (process.platform === 'linux') setPriority(priority)
}
