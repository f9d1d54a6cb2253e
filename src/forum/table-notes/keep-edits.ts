import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { isLanguage, languages } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import { type CardNow, cardAfter } from './card-after.ts'
import {
  addBeside,
  addCard,
  addEdit,
  besideOfCard,
  cardWithId,
  changeCard,
  countsOfLink,
  editWithNonce,
  lastArrival,
  settleBeside,
} from './cards.sql.ts'
import { cardKinds, type LinkState, type SentOutcome, whoCouldMax, wordsMax } from './device.ts'
import { tidyWords } from './edits-from-form.ts'
import type { EditOutcome } from './tables.ts'
import { cardsMax, editsMax } from './times.rules.ts'

const text = (max: number) => z.string().transform(tidyWords).pipe(z.string().min(1).max(max))
const fields = z.object({
  round: z.int().min(1).max(50),
  kind: z.enum(cardKinds),
  words: text(wordsMax),
  whoCould: text(whoCouldMax).nullable(),
  takenAway: z.boolean(),
})

/** One thing written on a card, as a device or a form sends it. */
export const CardEdit = z.object({
  nonce: z.uuid(),
  card: z.uuid(),
  base: z.uuid().nullable(),
  was: fields.nullable(),
  now: fields,
  settles: z.array(z.uuid()).max(50),
  language: z.enum(languages),
  device: z.string().min(1).max(40),
  at: z.iso.datetime().transform((at): Instant => new Date(at).toISOString()),
})
export type CardEdit = z.output<typeof CardEdit>

/** Who writes: a table by its link, or an organizer. */
export interface Writer {
  link: string | null
  person: string | null
  eventId: string
  tableId: string
  state: LinkState
}

/**
 * Keeps what is written on cards, however late and however often it is sent, and says of each what became of it. What
 * comes by a link that has ended makes no card: it waits for an organizer.
 */
export function keepEdits(db: Db, writer: Writer, edits: readonly CardEdit[], now: Instant) {
  return decide(db, 'event', writer.eventId, async (tx) => {
    const outcomes: { nonce: string; outcome: SentOutcome }[] = []
    for (const edit of edits)
      outcomes.push({ nonce: edit.nonce, outcome: await keepEdit(tx, writer, edit, now) })
    return outcomes
  })
}

/** The same for one, inside a transaction that has locked the event. */
export async function keepEdit(
  tx: Writes,
  writer: Writer,
  edit: CardEdit,
  now: Instant,
): Promise<SentOutcome> {
  const known = await editWithNonce(tx, edit.nonce)
  if (known) return known.table_id === writer.tableId ? known.outcome : 'wrong'
  if (writer.state === 'over') return 'too-late'
  if (writer.link && (await isTooMuch(tx, writer.link))) return 'full'
  const card = await cardWithId(tx, edit.card)
  if (card && card.table_id !== writer.tableId) return 'wrong'
  const arrival = (await lastArrival(tx, writer.eventId)) + 1
  const kept = (outcome: EditOutcome) => addEdit(tx, editRow(writer, edit, { arrival, now, outcome }))
  if (writer.state === 'ended') {
    await kept('held')
    await addBeside(tx, besideRow(writer, edit, 'held', now))
    return 'held'
  }
  const before: CardNow | null = card
    ? { fields: fieldsOf(card), beside: await besideOfCard(tx, card.id) }
    : null
  const { card: after, outcome } = cardAfter(before, edit)
  await kept(outcome)
  const columns = columnsAfter(after, { edit, arrival, now, card })
  if (card) await changeCard(tx, card.id, columns)
  else await addCard(tx, { ...columns, ...newCard(writer, edit, now) })
  await settleBesides(tx, before, after, now)
  if (outcome === 'beside') await addBeside(tx, besideRow(writer, edit, 'apart', now))
  return outcome
}

async function isTooMuch(tx: Writes, link: string): Promise<boolean> {
  const { cards, edits } = await countsOfLink(tx, link)
  return cards >= cardsMax || edits >= editsMax
}

type Card = NonNullable<Awaited<ReturnType<typeof cardWithId>>>

const fieldsOf = (card: Card) => ({
  ...{ round: card.round, kind: card.kind, words: card.words, whoCould: card.who_could },
  takenAway: card.taken_away_at !== null,
})

interface Arrived {
  edit: CardEdit
  arrival: number
  now: Instant
  card: Card | undefined
}

function columnsAfter(
  { fields: { takenAway, whoCould, ...fields } }: CardNow,
  { edit, arrival, now, card }: Arrived,
) {
  const taken_away_at = takenAway ? (card?.taken_away_at ?? now) : null
  return {
    ...{ ...fields, who_could: whoCould, head: edit.nonce, arrival, changed_at: now, taken_away_at },
    removed_at: card?.hidden_at ?? taken_away_at,
  }
}

const newCard = ({ eventId, tableId }: Writer, { card, language }: CardEdit, now: Instant) => ({
  ...{ id: card, event_id: eventId, table_id: tableId, created_at: now },
  language: isLanguage(language) ? language : ('sv' as const),
})

const besideRow = (
  { eventId }: Writer,
  { nonce, card }: CardEdit,
  why: 'apart' | 'held',
  since: Instant,
) => ({
  ...{ nonce, event_id: eventId, card_id: card, why, since, settled_at: null },
})

function editRow(
  writer: Writer,
  edit: CardEdit,
  more: { arrival: number; now: Instant; outcome: EditOutcome },
) {
  const { round, kind, words, whoCould, takenAway } = edit.now
  return {
    ...{ nonce: edit.nonce, event_id: writer.eventId, table_id: writer.tableId, card_id: edit.card },
    ...{ arrival: more.arrival, base: edit.base, was: edit.was && json(edit.was) },
    ...{ round, kind, words, who_could: whoCould, taken_away: takenAway ? 1 : 0 },
    ...{ device: edit.device, at: edit.at, received_at: more.now, outcome: more.outcome },
    ...{ by_link: writer.link, by_person: writer.person },
  }
}

async function settleBesides(
  tx: Writes,
  before: CardNow | null,
  after: CardNow,
  now: Instant,
): Promise<void> {
  const open = new Set(after.beside.map(({ nonce }) => nonce))
  const gone = (before?.beside ?? []).filter(({ nonce }) => !open.has(nonce))
  await settleBeside(
    tx,
    gone.map(({ nonce }) => nonce),
    now,
  )
}
