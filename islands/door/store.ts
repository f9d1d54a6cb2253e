import type { DoorPerson, SentScan } from '../../src/programme/door/device.ts'
import { seal, type Sealed, unseal } from './seal.ts'

/** What this device has heard of one door. */
export interface Book {
  address: string
  people: DoorPerson[]
  cursor: string
  free: number
  kept: Record<string, number>
  forgetAt: string
  /** Milliseconds that the server's clock is ahead of this device's. */
  skew: number
}

/** How it lies in the browser: of whom it tells can be read only until it is to be forgotten. */
interface KeptBook extends Partial<Sealed> {
  address: string
  forgetAt: string
}

interface Waiting {
  address: string
  scan: SentScan
}

let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('door', 2)
    request.addEventListener('upgradeneeded', () => {
      const { result } = request
      const has = (store: string): boolean => result.objectStoreNames.contains(store)
      // Lists of before lay open; they are fetched anew.
      if (has('books')) result.deleteObjectStore('books')
      result.createObjectStore('books', { keyPath: 'address' })
      // In the order in which things were done: the key grows.
      if (!has('waiting')) result.createObjectStore('waiting', { autoIncrement: true })
      if (!has('device')) result.createObjectStore('device')
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(new Error('this browser keeps nothing')))
  })
  return opened
}

type Ask<T> = (store: IDBObjectStore) => IDBRequest<T>

async function inStore<T>(name: string, mode: IDBTransactionMode, ask: Ask<T>): Promise<T> {
  const transaction = (await database()).transaction(name, mode)
  const request = ask(transaction.objectStore(name))
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve(request.result))
    transaction.addEventListener('abort', () => reject(new Error('nothing was kept')))
  })
}

/** The list of a door, unless it is to be forgotten by now. */
export async function bookAt(address: string): Promise<Book | undefined> {
  const kept = await inStore(
    'books',
    'readonly',
    (store) => store.get(address) as IDBRequest<KeptBook | undefined>,
  )
  const book = kept ? ((await unseal(kept)) as Book | null) : null
  return book ?? undefined
}

/** Where the browser keeps no key, nothing is kept: the list is there as long as the page is open. */
export async function keepBook(book: Book): Promise<void> {
  const { address, forgetAt } = book
  const sealed = await seal(book, forgetAt)
  if (!sealed) return
  const kept: KeptBook = { address, forgetAt, ...sealed }
  await inStore('books', 'readwrite', (store) => store.put(kept))
}

export const forgetBook = (address: string): Promise<unknown> =>
  inStore('books', 'readwrite', (store) => store.delete(address))

/** Whichever door is opened: the lists of those that are over go, and with them every name. */
export async function forgetOldBooks(): Promise<void> {
  const now = new Date().toISOString()
  const all = await inStore('books', 'readonly', (store) => store.getAll() as IDBRequest<KeptBook[]>)
  for (const { address, forgetAt } of all) if (forgetAt <= now) await forgetBook(address)
}

/** Puts something done behind what waits already; it stays until the server has said that it has it. */
export const keepScan = (address: string, scan: SentScan): Promise<unknown> =>
  inStore('waiting', 'readwrite', (store) => store.add({ address, scan }))

/** What waits to be sent to one door, in the order in which it was done. */
export async function waitingFor(address: string): Promise<SentScan[]> {
  const all = await inStore('waiting', 'readonly', (store) => store.getAll() as IDBRequest<Waiting[]>)
  return all.filter((one) => one.address === address).map(({ scan }) => scan)
}

/** Forgets what the server has, or everything that waits for one door. */
export async function forgetScans(address: string, nonces: ReadonlySet<string> | 'all'): Promise<void> {
  const transaction = (await database()).transaction('waiting', 'readwrite')
  const request = transaction.objectStore('waiting').openCursor()
  request.addEventListener('success', () => {
    const cursor = request.result
    if (!cursor) return
    const { scan, address: theirs } = cursor.value as Waiting
    if (theirs === address && (nonces === 'all' || nonces.has(scan.nonce))) cursor.delete()
    cursor.continue()
  })
  await new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(new Error('nothing was forgotten')))
  })
}

/** A name for this device that says nothing about it. */
export async function deviceName(): Promise<string> {
  const known = await inStore('device', 'readonly', (store) => store.get('name') as IDBRequest<unknown>)
  if (typeof known === 'string') return known
  const name = crypto.randomUUID().slice(0, 8)
  await inStore('device', 'readwrite', (store) => store.put(name, 'name'))
  return name
}
