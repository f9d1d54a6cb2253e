import type { SentEdit, SentOutcome, TableCard } from '../../src/forum/table-notes/device.ts'

/** What this device has been told of one table. */
export interface Book {
  table: string
  cards: TableCard[]
  cursor: number
  forgetAt: string
}

/** What somebody is in the middle of writing. */
export type Draft = Record<string, string>

/** A photo that waits for the net. */
export interface WaitingPhoto {
  id: string
  round: string
  alt: string
  file: Blob
}

interface OfTable<T> {
  table: string
  what: T
}

const inOrder = ['waiting', 'unsent', 'photos'] as const
type Line = (typeof inOrder)[number]

let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('table-notes', 1)
    request.addEventListener('upgradeneeded', () => {
      const { result } = request
      result.createObjectStore('books', { keyPath: 'table' })
      // In the order in which things were done: the key grows.
      for (const name of inOrder) result.createObjectStore(name, { autoIncrement: true })
      result.createObjectStore('drafts')
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(new Error('this browser keeps nothing')))
  })
  return opened
}

/** One transaction, which is over only when it lies on the disk: a phone may die the next moment. */
async function within<T>(
  names: string[],
  work: (store: (name: string) => IDBObjectStore) => () => T,
): Promise<T> {
  const transaction = (await database()).transaction(names, 'readwrite', { durability: 'strict' })
  const result = work((name) => transaction.objectStore(name))
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve(result()))
    transaction.addEventListener('abort', () => reject(new Error('nothing was kept')))
  })
}

const done = (): void => undefined

/** One look or one change in one store. */
const inStore = <T>(name: string, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
  within([name], (store) => {
    const request = ask(store(name))
    return () => request.result
  })

export const bookOf = (table: string): Promise<Book | undefined> =>
  inStore('books', (store) => store.get(table) as IDBRequest<Book | undefined>)

export const keepBook = (book: Book): Promise<unknown> => inStore('books', (store) => store.put(book))

/** Whichever table is opened: what was told of those that are long over goes. */
export async function forgetOldBooks(): Promise<void> {
  const now = new Date().toISOString()
  const all = await inStore('books', (store) => store.getAll() as IDBRequest<Book[]>)
  for (const { table, forgetAt } of all)
    if (forgetAt <= now) await inStore('books', (store) => store.delete(table))
}

export const putInLine = (line: Line, table: string, what: SentEdit | WaitingPhoto): Promise<unknown> =>
  inStore(line, (store) => store.add({ table, what }))

/** What waits of one table, in the order in which it was done. */
export async function lineOf<T>(line: Line, table: string): Promise<T[]> {
  const all = await inStore(line, (store) => store.getAll() as IDBRequest<OfTable<T>[]>)
  return all.filter((one) => one.table === table).map(({ what }) => what)
}

const nothingKept: ReadonlySet<SentOutcome> = new Set(['too-late', 'full', 'wrong'])

/** Crosses out what the server has. What it would not keep is put aside in the same moment, to be saved in another way. */
export const crossOut = (table: string, outcomes: ReadonlyMap<string, SentOutcome>): Promise<void> =>
  within(['waiting', 'unsent'], (store) => {
    eachOf(store('waiting'), table, (edit, cursor) => {
      const outcome = outcomes.get((edit as SentEdit).nonce)
      if (!outcome) return
      if (nothingKept.has(outcome)) store('unsent').add({ table, what: edit })
      cursor.delete()
    })
    return done
  })

export const forgetLine = (line: Line, table: string, isMeant: (what: unknown) => boolean): Promise<void> =>
  within([line], (store) => {
    eachOf(store(line), table, (what, cursor) => {
      if (isMeant(what)) cursor.delete()
    })
    return done
  })

function eachOf(
  store: IDBObjectStore,
  table: string,
  act: (what: unknown, cursor: IDBCursorWithValue) => void,
): void {
  const request = store.openCursor()
  request.addEventListener('success', () => {
    const cursor = request.result
    if (!cursor) return
    const one = cursor.value as OfTable<unknown>
    if (one.table === table) act(one.what, cursor)
    cursor.continue()
  })
}

const inHand = (key: string): string => `table-notes ${key}`

/** What was begun under a key: the newest of what lies at hand and what lies on the disk. */
export async function draftAt(key: string): Promise<Draft | undefined> {
  const onDisk = await inStore('drafts', (store) => store.get(key) as IDBRequest<Draft | undefined>)
  const atHand = JSON.parse(localStorage.getItem(inHand(key)) ?? 'null') as Draft | null
  return Number(atHand?.['at'] ?? 0) > Number(onDisk?.['at'] ?? 0) ? (atHand ?? undefined) : onDisk
}

/** Kept at hand at once, for a page that goes; and on the disk a moment later, for a phone that dies. */
export function keepDraft(key: string, words: Draft): Promise<unknown> {
  const draft = { ...words, at: String(Date.now()) }
  localStorage.setItem(inHand(key), JSON.stringify(draft))
  return inStore('drafts', (store) => store.put(draft, key))
}

export function forgetDraft(key: string): Promise<unknown> {
  localStorage.removeItem(inHand(key))
  return inStore('drafts', (store) => store.delete(key))
}

/** A name for this device that says nothing about it. */
export async function deviceName(): Promise<string> {
  const known = await draftAt('device')
  if (known?.['name']) return known['name']
  const name = crypto.randomUUID().slice(0, 8)
  await keepDraft('device', { name })
  return name
}
