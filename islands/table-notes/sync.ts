import type { SentEdit, SentOutcome, TableAnswer, TableSettings } from '../../src/forum/table-notes/device.ts'
import { toldAfter } from '../../src/forum/table-notes/device-view.ts'
import { type Book, crossOut, forgetLine, keepBook, lineOf, type WaitingPhoto } from './store.ts'

const togetherMax = 50
const patienceMs = 8000
const photoPatienceMs = 60_000

export interface Heard {
  book: Book
  state: TableAnswer['state']
  running: number | null
  outcomes: SentOutcome[]
}

/**
 * Tells what waits, in order, and hears what is new. What is heard is kept before what was told is crossed out: a card is
 * never gone from sight, and whatever is not acknowledged is told again.
 */
export async function tellAndHear(settings: TableSettings, before: Book): Promise<Heard> {
  let [book, hasMore] = [before, true]
  const outcomes: SentOutcome[] = []
  let last: TableAnswer | undefined
  while (hasMore) {
    const waiting = (await lineOf<SentEdit>('waiting', settings.table)).slice(0, togetherMax)
    last = await ask(settings, waiting, book.cursor)
    book = { ...book, cards: toldAfter(book.cards, last.cards), cursor: last.cursor }
    if (last.cards.length > 0 || waiting.length > 0) await keepBook(book)
    await crossOut(settings.table, new Map(last.outcomes.map(({ nonce, outcome }) => [nonce, outcome])))
    outcomes.push(...last.outcomes.map(({ outcome }) => outcome))
    hasMore = waiting.length === togetherMax
  }
  return { book, outcomes, state: last?.state ?? 'open', running: last?.running ?? null }
}

async function ask(settings: TableSettings, edits: readonly SentEdit[], since: number): Promise<TableAnswer> {
  const answer = await fetch(settings.edits, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ edits, since }),
    signal: AbortSignal.timeout(patienceMs),
  })
  if (!answer.ok) throw new Error(`the server answers ${answer.status}`)
  return (await answer.json()) as TableAnswer
}

/** Sends the photos that wait; how many came over, so that the page can show them. */
export async function sendPhotos({ table, edits }: TableSettings): Promise<number> {
  let sent = 0
  for (const { id, round, alt, file } of await lineOf<WaitingPhoto>('photos', table)) {
    const body = new FormData()
    for (const [name, value] of Object.entries({ do: 'add', id, round, alt })) body.append(name, value)
    body.append('file', file, 'photo.jpg')
    const address = edits.replace(/edits$/, 'photos')
    const answer = await fetch(address, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(photoPatienceMs),
    })
    if (!answer.ok) continue
    await forgetLine('photos', table, (one) => (one as WaitingPhoto).id === id)
    sent += 1
  }
  return sent
}
