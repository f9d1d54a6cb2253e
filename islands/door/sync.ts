import type { DeviceSettings, DoorList, DoorOver, ScanAnswer } from '../../src/programme/door/device.ts'
import { peopleWith } from './people.ts'
import { type Book, forgetBook, forgetScans, keepBook, waitingFor } from './store.ts'

/** fine: all is told and heard. offline: nobody answers. over: the door is not ours any more. forgotten: it is over. */
export type Net = 'fine' | 'offline' | 'over' | 'forgotten'

export interface Heard {
  net: Net
  book: Book | undefined
  /** What the server did not take, by nonce. */
  refused: string[]
}

const togetherMax = 50
const patienceMs = 8000

async function ask(address: string, init: RequestInit = {}): Promise<Response> {
  return fetch(address, { ...init, signal: AbortSignal.timeout(patienceMs), redirect: 'manual' })
}

/** Tells what waits, in order, then asks what others have done. Whatever is not acknowledged is told again. */
export async function tellAndHear(settings: DeviceSettings, book: Book | undefined): Promise<Heard> {
  const refused: string[] = []
  try {
    for (let waits = true; waits;) {
      const told = await tell(settings, book, refused)
      if (told === 'over') return await shutOut(settings, refused)
      waits = told === 'more'
    }
    const heard = await hear(settings, book)
    return heard === 'over' ? await shutOut(settings, refused) : { ...heard, refused }
  } catch {
    // No net, a server that is just starting, or a session that is over: the next round finds out.
    return { net: 'offline', book, refused }
  }
}

/** Whoever may not stand at the door any more has no business with its list; what was done there is still kept. */
async function shutOut({ list }: DeviceSettings, refused: string[]): Promise<Heard> {
  await forgetBook(list)
  return { net: 'over', book: undefined, refused }
}

// An ended link or an ended session: not found, or shown the way to sign in.
const isOver = ({ status, type }: Response): boolean =>
  status === 404 || status === 403 || type === 'opaqueredirect'

async function tell(settings: DeviceSettings, book: Book | undefined, refused: string[]) {
  const { scans, words } = settings
  const waiting = (await waitingFor(scans)).slice(0, togetherMax)
  if (waiting.length === 0) return 'all' as const
  const answer = await ask(scans, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scans: waiting }),
  })
  if (isOver(answer)) return 'over' as const
  if (!answer.ok) throw new Error(`the server answers ${answer.status}`)
  const { outcomes } = (await answer.json()) as ScanAnswer
  const done = new Set(outcomes.filter(({ outcome }) => outcome === 'done').map(({ nonce }) => nonce))
  if (book) {
    // Written into the list before it is crossed out, or it would be gone from sight should the net go now.
    const kept = waiting.filter(({ nonce }) => done.has(nonce))
    book.people = [...peopleWith(book, kept, words).values()]
    await keepBook(book)
  }
  await forgetScans(scans, new Set(outcomes.map(({ nonce }) => nonce)))
  refused.push(...outcomes.map(({ nonce }) => nonce).filter((nonce) => !done.has(nonce)))
  return waiting.length === togetherMax ? ('more' as const) : ('all' as const)
}

type News = Omit<Heard, 'refused'> | 'over'

async function hear(settings: DeviceSettings, book: Book | undefined): Promise<News> {
  const since = book ? `?since=${encodeURIComponent(book.cursor)}` : ''
  const answer = await ask(settings.list + since)
  if (isOver(answer)) return 'over'
  if (!answer.ok) throw new Error(`the server answers ${answer.status}`)
  const heard = (await answer.json()) as DoorList | DoorOver
  if ('over' in heard) {
    await forgetBook(settings.list)
    return { net: 'forgotten', book: undefined }
  }
  const next = { ...bookFrom(settings, heard), people: peopleFrom(heard, book) }
  await keepBook(next)
  return { net: 'fine', book: next }
}

const bookFrom = ({ list, forgetAt }: DeviceSettings, { cursor, free, kept, now }: DoorList) => ({
  ...{ address: list, cursor, free, kept, forgetAt },
  skew: Date.parse(now) - Date.now(),
})

function peopleFrom({ people, whole }: DoorList, book: Book | undefined): Book['people'] {
  if (whole || !book) return people
  const changed = new Map(people.map((person) => [person.id, person]))
  const stayed = book.people.map((person) => changed.get(person.id) ?? person)
  const known = new Set(book.people.map(({ id }) => id))
  return [...stayed, ...people.filter(({ id }) => !known.has(id))]
}
