import type { Context } from 'hono'
import * as z from 'zod'
import type { Filled, Mistakes } from '#platform/form.ts'
import { readFields, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Db } from '../tables.ts'
import { tableCards } from './cards.sql.ts'
import { fieldsAsJson } from './card-line.page.tsx'
import type { SentOutcome, TableAnswer, TableCard } from './device.ts'
import { editsFromForm } from './edits-from-form.ts'
import { CardEdit, keepEdits } from './keep-edits.ts'
import { runningRound } from '../forum-day/running-round.ts'
import { lastArrival } from './cards.sql.ts'
import { type LoadedTable, loadTable } from './load-table.ts'
import { TablePage, type TableProps } from './table.page.tsx'
import type { TablePlace } from './table-place.ts'

type C = Context<VisitEnv>

const roundIn = (text: string | undefined): number | null =>
  /^\d{1,2}$/.test(text ?? '') ? Number(text) : null

/** The table's page: with an empty form, or with that of the card that is to be changed. */
export async function showTable(db: Db, c: C, place: TablePlace, more: Partial<TableProps> = {}) {
  const table = await loadTable(db, c.var, place, roundIn(c.req.query('round')))
  const card = table.cards.find(({ id, hidden }) => id === c.req.query('change') && !hidden)
  const did = (['kept', 'removed', 'photo'] as const).find((one) => one === c.req.query('did')) ?? null
  const filled = card ? filledFrom(card) : emptyForm(table)
  const photo = { filled: { id: newId() } }
  return <TablePage {...table} {...{ filled, did, photo, isChange: card !== undefined }} {...more} />
}

const emptyForm = ({ round, place, visit }: LoadedTable): Filled => ({
  ...{ card: newId(), nonce: newId(), round: String(round) },
  language: place.link.language ?? visit.language,
})

const filledFrom = (card: TableCard): Filled => ({
  ...{ card: card.id, nonce: newId(), base: card.head ?? '', was: fieldsAsJson(card) },
  ...{ kind: card.kind, words: card.words, whoCould: card.whoCould ?? '', round: String(card.round) },
  language: card.language,
})

/** Takes a form from a table without script. */
export async function takeForm(db: Db, c: C, place: TablePlace): Promise<Response> {
  const filled = await readFields(c)
  const of = (name: string): string => (typeof filled[name] === 'string' ? filled[name] : '')
  const sender = { newId, device: 'form', at: c.var.now, language: c.var.language }
  const read = z.array(CardEdit).min(1).safeParse(editsFromForm(of, sender))
  const isChange = of('do') === 'change'
  if (!read.success) {
    const mistakes = mistakesIn(read.error)
    return c.html(await showTable(db, c, place, { filled, mistakes, isChange }), 422)
  }
  const refusal = place.state === 'open' ? undefined : 'table-notes.refusal.reading'
  if (refusal) return c.html(await showTable(db, c, place, { filled, refusal, isChange }), 409)
  const outcomes = await keepEdits(db, place.writer, read.data, c.var.now)
  const full = outcomes.find(({ outcome }) => outcome === 'full' || outcome === 'wrong')
  if (full) {
    const why = `table-notes.refusal.${full.outcome}`
    return c.html(await showTable(db, c, place, { filled, refusal: why, isChange }), 409)
  }
  const did = of('do') === 'remove' ? 'removed' : 'kept'
  return c.redirect(`${c.var.to(place.base)}?round=${read.data[0]?.now.round}&did=${did}`, 303)
}

const mistakeOf: Record<string, string> = {
  kind: 'table-notes.mistake.kind',
  words: 'table-notes.mistake.words',
  whoCould: 'table-notes.mistake.who',
}

/** What is wrong with a card, by the names of the form's fields. */
function mistakesIn(error: z.ZodError): Mistakes {
  const mistakes: Record<string, string> = {}
  for (const { path } of error.issues) {
    const name = String(path.at(-1) ?? 'form')
    mistakes[name] ??= mistakeOf[name] ?? 'platform.form.choose'
  }
  return mistakes
}

const Batch = z.object({ edits: z.array(z.unknown()).max(100), since: z.int().min(-1).max(2_000_000_000) })
const Named = z.object({ nonce: z.string().max(100) })

/** Takes what a device has kept, and tells what is new at its table. Each edit is answered, whatever is in the others. */
export async function takeEdits(db: Db, c: C, place: TablePlace): Promise<Response> {
  // A form of another site cannot send this type, and script of another site may not.
  if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ wrong: 'type' }, 415)
  const batch = Batch.safeParse(await c.req.json().catch(() => null))
  if (!batch.success) return c.json({ wrong: 'edits' }, 422)
  const { edits, since } = batch.data
  const read = edits.map((one) => CardEdit.safeParse(one))
  const good = read.flatMap((one) => (one.success ? [one.data] : []))
  const kept = good.length > 0 ? await keepEdits(db, place.writer, good, c.var.now) : []
  const wrong = edits.flatMap((one, index): { nonce: string; outcome: SentOutcome }[] => {
    const named = Named.safeParse(one)
    return read[index]?.success || !named.success ? [] : [{ nonce: named.data.nonce, outcome: 'wrong' }]
  })
  const answer: TableAnswer = { outcomes: [...kept, ...wrong], ...(await newsFor(db, place, since)) }
  return c.json(answer)
}

/** Whoever holds a link that has ended hears nothing more of the table. */
async function newsFor(db: Db, { link, state }: TablePlace, since: number) {
  if (state === 'ended' || state === 'over') return { cards: [], cursor: since, state, running: null }
  const cursor = await lastArrival(db, link.event_id)
  const [cards, running] = await Promise.all([
    since < cursor ? tableCards(db, link.table_id, since) : [],
    runningRound(db, link.event_id),
  ])
  return { cards, cursor, state, running: running?.number ?? null }
}
