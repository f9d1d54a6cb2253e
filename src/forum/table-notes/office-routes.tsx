import type { Context } from 'hono'
import * as z from 'zod'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { download, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { localDate } from '#platform/time.ts'
import { sendFile } from '#platform/send-file.ts'
import type { ForumOptions } from '../note-routes.tsx'
import { eventWithNotes } from '../notes.sql.ts'
import type { Db } from '../tables.ts'
import { cardWithId, tableCards } from './cards.sql.ts'
import { cardKinds } from './device.ts'
import { editsFromForm } from './edits-from-form.ts'
import { cardsAsCsv, cardsAsJson } from './export-cards.ts'
import { HideForm, hideCard } from './hide-card.ts'
import { HeldForm, judgeHeld } from './judge-held.ts'
import { CardEdit, keepEdits } from './keep-edits.ts'
import { roundsOf, tablesWithLinks } from './links.sql.ts'
import { OfficeCardPage } from './office-card.page.tsx'
import { OfficeNotesPage } from './office-notes.page.tsx'
import { cardsOfEvent, editsOfCard, heldOfEvent } from './office.sql.ts'
import { photoFile, photosOfEvent, photoWithId, takePhotoAway } from './photos.sql.ts'
import { LinksForm, setLinks } from './set-links.ts'
import { SheetPage } from './sheet.page.tsx'

type C = Context<VisitEnv>

const all = { table: null, round: null, kind: null }

/** Where an organizer hands out links, reads what the tables wrote, and settles what waits. */
export const officeNotesRoutes = (db: Db, { organiser, uploads }: ForumOptions) =>
  routes()
    .get('/office/events/:id/table-notes', organiser, async (c) =>
      c.html(<OfficeNotesPage {...await officeProps(db, c)} />),
    )
    .post('/office/events/:id/table-notes', organiser, async (c) => {
      await takeOfficeForm(db, c, (await eventOf(db, c)).id)
      return c.redirect(c.var.to(`/office/events/${c.req.param('id')}/table-notes`), 303)
    })
    .get('/office/events/:id/table-notes/sheet', organiser, async (c) => {
      const event = await eventOf(db, c)
      const tables = await tablesWithLinks(db, event.id)
      return c.html(<SheetPage visit={c.var} event={event} tables={tables} />)
    })
    .get('/office/events/:id/table-notes/cards.csv', organiser, async (c) => {
      const { id } = await eventOf(db, c)
      return download(c, cardsAsCsv(await cardsOfEvent(db, id, all)), fileOf(c, 'csv', 'text/csv'))
    })
    .get('/office/events/:id/table-notes/cards.json', organiser, async (c) => {
      const { id } = await eventOf(db, c)
      const body = cardsAsJson(await cardsOfEvent(db, id, all), await photosOfEvent(db, id))
      return download(c, body, fileOf(c, 'json', 'application/json'))
    })
    .get('/office/events/:id/table-notes/photos/:photo', organiser, async (c) => {
      const { id } = await eventOf(db, c)
      return sendFile(c, uploads, found(await photoFile(db, id, c.req.param('photo')), 'photo'))
    })
    .get('/office/events/:id/table-notes/cards/:card', organiser, async (c) => c.html(await cardPage(db, c)))
    .post('/office/events/:id/table-notes/cards/:card', organiser, (c) => takeCardForm(db, c))

const fileOf = (c: C, ending: string, type: string) => ({
  name: `cards-${localDate(c.var.now)}.${ending}`,
  type,
})

const eventOf = async (db: Db, c: C) => found(await eventWithNotes(db, c.req.param('id') ?? ''), 'event')

const Filter = z.object({
  table: z.uuid().nullable().catch(null),
  round: z.coerce.number().int().min(1).max(50).nullable().catch(null),
  kind: z.enum(cardKinds).nullable().catch(null),
})

async function officeProps(db: Db, c: C) {
  const event = await eventOf(db, c)
  const filter = Filter.parse({
    table: c.req.query('table'),
    round: c.req.query('round'),
    kind: c.req.query('kind'),
  })
  const [tables, cards, held, photos, rounds] = await Promise.all([
    tablesWithLinks(db, event.id),
    cardsOfEvent(db, event.id, filter),
    heldOfEvent(db, event.id),
    photosOfEvent(db, event.id),
    roundsOf(db, event.id),
  ])
  const numbers = rounds.map(({ number }) => number)
  return { visit: c.var, event, filter, tables, cards, held, photos, rounds: numbers }
}

/** Every button of the overview: links, what was held, a photo. Whatever is none of these changes nothing. */
async function takeOfficeForm(db: Db, c: C, eventId: string): Promise<void> {
  const fields = await readFields(c)
  const by = { by: memberOf(c), now: c.var.now }
  const links = checkForm(fields, LinksForm)
  if (links.ok) await setLinks(db, eventId, links.value, by)
  const held = checkForm(fields, HeldForm)
  if (held.ok) await judgeHeld(db, eventId, held.value, by)
  if (fields['do'] !== 'remove-photo') return
  const photo = found(await photoWithId(db, String(fields['photo'])), 'photo')
  found((await photoFile(db, eventId, photo.id)) ?? null, 'photo of this event')
  await takePhotoAway(db, photo.table_id, photo.id, c.var.now)
}

async function loadCard(db: Db, c: C) {
  const event = await eventOf(db, c)
  const row = await cardWithId(db, c.req.param('card') ?? '')
  const card = found(row?.event_id === event.id ? row : null, 'card of this event')
  return { event, card }
}

async function cardPage(db: Db, c: C, answered: Answered = {}) {
  const { event, card } = await loadCard(db, c)
  const [cards, tables, history] = await Promise.all([
    tableCards(db, card.table_id),
    tablesWithLinks(db, event.id),
    editsOfCard(db, event.id, card.id),
  ])
  const shown = found(cards.find(({ id }) => id === card.id) ?? null, 'card')
  const table = found(tables.find(({ id }) => id === card.table_id) ?? null, 'table')
  const props = { visit: c.var, event, card: shown, table, history, hiddenBecause: card.hidden_because }
  return <OfficeCardPage {...props} {...answered} />
}

/** Hides a card, shows it again, or chooses among what was written apart: that is written like any other edit. */
async function takeCardForm(db: Db, c: C): Promise<Response> {
  const { event, card } = await loadCard(db, c)
  const fields = await readFields(c)
  const by = memberOf(c)
  const { now } = c.var
  if (fields['do'] === 'hide' || fields['do'] === 'show') {
    const form = await readForm(c, HideForm)
    if (!form.ok) return c.html(await cardPage(db, c, form), 422)
    await hideCard(db, card.id, form.value, { eventId: event.id, by, now })
  } else {
    const of = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '')
    const sender = { newId, device: 'office', at: now, language: c.var.language }
    const edits = z.array(CardEdit).safeParse(editsFromForm(of, sender))
    const writer = {
      link: null,
      person: by.id,
      eventId: event.id,
      tableId: card.table_id,
      state: 'open',
    } as const
    if (edits.success && edits.data[0]?.card === card.id) await keepEdits(db, writer, edits.data, now)
  }
  return c.redirect(c.var.to(`/office/events/${event.id}/table-notes/cards/${card.id}`), 303)
}
