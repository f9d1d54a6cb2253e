import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { besideInEvent } from '../../table-notes/cards.sql.ts'
import type { Reads } from '../../tables.ts'
import type { Beside } from '../../table-notes/device.ts'
import { commitmentsOf, onWall } from '../commitments/commitments.sql.ts'
import { runState } from '../day.rules.ts'
import { type Day, loadDay } from '../load-day.ts'
import type { Board, BoardCard } from './board.ts'
import { CardsBoard, CommitmentsBoard } from './boards.page.tsx'
import { cardsWithIds, cardStamps } from './cards.sql.ts'
import { momentOf } from './moment.ts'
import { isToday, Stage } from './stage.page.tsx'
import { WallCard, WallCommitment } from './wall-card.page.tsx'

/** What somebody looks at: 'follow' is whatever the organisers want the wall to show. */
export type View = 'follow' | 'proposals' | 'cards' | 'commitments'

export interface Look {
  view: View
  language: Language
  /** Where the open form for personal commitments is. */
  promise: string
}

/** Cards that were drawn before, by their id, stamp and language: each is drawn once, however many look. */
export type Drawn = Map<string, BoardCard>

interface Asked {
  eventId: string
  look: Look
  now: Instant
  drawn: Drawn
}

const drawnOf = (element: unknown): string => (element as { toString(): string }).toString()

/** The board that somebody looks at, as it is now. */
export async function loadBoard(db: Reads, asked: Asked): Promise<Board | undefined> {
  const { view } = asked.look
  if (view === 'commitments') return commitmentsBoard(db, asked)
  if (view !== 'follow') return cardsBoard(db, asked, view === 'cards' ? 'all' : 'proposal')
  const day = await loadDay(db, asked.eventId)
  if (!day) return undefined
  if (day.showing === 'now') return stageBoard(day, asked.now)
  const { showing } = day
  const board = showing === 'cards' ? cardsBoard(db, asked, 'proposal') : commitmentsBoard(db, asked)
  return withMoment(await board, day, asked.now)
}

/** Whoever reads what the tables write hears too when the round is over. */
function withMoment(board: Board, day: Day, now: Instant): Board {
  const { place } = day
  const frame = JSON.stringify([board.frame, place?.step.key, place && [runState(place, now), place.ends_at]])
  return { ...board, frame, whole: () => drawnOf(<div hidden {...momentOf(day, now)} />) + board.whole() }
}

/** Nothing of it depends on the language of the one who looks, and of the time only whether it is out, and whether it is the day. */
function stageBoard(day: Day, now: Instant): Board {
  const { event, place, steps, rounds, tables, next } = day
  const state = place && runState(place, now)
  const frame = JSON.stringify([
    'stage',
    event,
    place,
    steps,
    rounds,
    tables,
    next?.key,
    state,
    isToday(event.starts_at, now),
  ])
  return { frame, cards: [], whole: () => drawnOf(<Stage day={day} now={now} />) }
}

/** Also another when a text comes to stand beside it, or is chosen. */
const stampOf = (changedAt: Instant, beside: readonly Beside[]): string =>
  [changedAt, ...beside.map(({ nonce }) => nonce)].join(' ')

async function cardsBoard(db: Reads, asked: Asked, kinds: 'proposal' | 'all'): Promise<Board> {
  const { eventId, look, drawn } = asked
  const t = wordsFor(look.language)
  const [all, beside] = await Promise.all([cardStamps(db, eventId), besideInEvent(db, eventId)])
  const stamps = all
    .filter(({ kind }) => kinds === 'all' || kind === kinds)
    .map(({ id, changed_at }) => ({ id, stamp: stampOf(changed_at, beside.get(id) ?? []) }))
  const keyOf = ({ id, stamp }: { id: string; stamp: string }): string => `${look.language} ${id} ${stamp}`
  const missing = stamps.filter((one) => !drawn.has(keyOf(one)))
  const byId = new Map(missing.map((one) => [one.id, one]))
  for (const card of await cardsWithIds(db, [...byId.keys()])) {
    const one = byId.get(card.id)
    const html = drawnOf(<WallCard t={t} card={card} beside={beside.get(card.id) ?? []} />)
    if (one) drawn.set(keyOf(one), { ...one, html })
  }
  const cards = stamps.flatMap((one) => drawn.get(keyOf(one)) ?? [])
  const html = cards.map((one) => one.html).join('')
  const count = cards.length
  return {
    frame: `cards ${kinds} ${count === 0 ? 'none' : ''}`,
    cards,
    whole: () => drawnOf(<CardsBoard t={t} count={count} cards={html} kinds={kinds} />),
  }
}

async function commitmentsBoard(db: Reads, { eventId, look }: Asked): Promise<Board> {
  const t = wordsFor(look.language)
  const shown = (await commitmentsOf(db, eventId)).filter(onWall)
  const cards = shown.map((commitment) => ({
    id: commitment.id,
    stamp: '',
    html: drawnOf(<WallCommitment commitment={commitment} />),
  }))
  const html = cards.map((one) => one.html).join('')
  const props = { t, count: cards.length, cards: html, address: look.promise }
  const frame = `commitments ${cards.length === 0 ? 'none' : ''}`
  return { frame, cards, whole: () => drawnOf(<CommitmentsBoard {...props} />) }
}
