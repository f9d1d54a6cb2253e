import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { eventWithId } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { Db } from '../tables.ts'
import { filledFromItem, filledFromSpeaker } from './agenda-filled.ts'
import { itemOfEvent, speakerOfEvent, speakersOf, speakingIn } from './agenda.sql.ts'
import { EditAgendaPage } from './edit-agenda.page.tsx'
import { EditItemPage } from './edit-item.page.tsx'
import { EditSpeakerPage } from './edit-speaker.page.tsx'
import { loadAgenda } from './load-agenda.ts'
import { type Change, ItemForm, moveItem, removeItem, saveItem } from './save-item.ts'
import { removeSpeaker, saveSpeaker, SpeakerForm } from './save-speaker.ts'

type C = Context<VisitEnv>

/** Where organisers put the programme of an event together. */
export const agendaRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/programme', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      return c.html(<EditAgendaPage visit={c.var} event={event} agenda={await loadAgenda(db, event)} />)
    })
    .post('/office/events/:id/programme', organiser(db), async (c) => {
      const { item, way } = await readFields(c)
      if (way === 'up' || way === 'down') await moveItem(await changeOf(db, c), String(item), way)
      return backToAgenda(c)
    })
    .get('/office/events/:id/programme/:item', organiser(db), async (c) => c.html(await itemPage(db, c)))
    .post('/office/events/:id/programme/:item', organiser(db), async (c) => {
      const [change, itemId] = [await changeOf(db, c), idIn(c, 'item')]
      if (itemId && (await isRemoved(c))) await removeItem(change, itemId)
      else {
        const form = await readForm(c, ItemForm)
        const page = await itemPage(db, c, form.ok ? {} : form)
        if (!form.ok) return c.html(page, 422)
        await saveItem(change, itemId, form.value)
      }
      return backToAgenda(c)
    })
    .get('/office/events/:id/speakers/:speaker', organiser(db), async (c) => c.html(await speakerPage(db, c)))
    .post('/office/events/:id/speakers/:speaker', organiser(db), async (c) => {
      const [change, speakerId] = [await changeOf(db, c), idIn(c, 'speaker')]
      if (speakerId && (await isRemoved(c))) await removeSpeaker(change, speakerId)
      else {
        const form = await readForm(c, SpeakerForm)
        if (!form.ok) return c.html(await speakerPage(db, c, form), 422)
        await saveSpeaker(change, speakerId, form.value)
      }
      return backToAgenda(c)
    })

const eventOf = async (db: Db, c: C) => found(await eventWithId(db, c.req.param('id') ?? ''), 'event')

const changeOf = async (db: Db, c: C): Promise<Change> => ({
  db,
  by: memberOf(c),
  eventId: (await eventOf(db, c)).id,
  now: c.var.now,
})

/** What is changed, by the last part of the address; null for a new one. */
const idIn = (c: C, part: 'item' | 'speaker'): string | null => {
  const id = c.req.param(part) ?? ''
  return id === 'new' ? null : id
}

const isRemoved = async (c: C): Promise<boolean> => (await readFields(c))['do'] === 'remove'

const backToAgenda = (c: C): Response =>
  c.redirect(c.var.to(`/office/events/${c.req.param('id')}/programme`), 303)

async function itemPage(db: Db, c: C, answered: Partial<Parameters<typeof EditItemPage>[0]> = {}) {
  const event = await eventOf(db, c)
  const id = idIn(c, 'item')
  const item = id ? found(await itemOfEvent(db, event.id, id), 'item of the programme') : null
  const speaking = (await speakingIn(db, event.id)).filter((one) => one.item_id === item?.id)
  const filled = item
    ? filledFromItem(
        item,
        speaking.map((one) => one.speaker_id),
      )
    : { id: newId(), kind: 'talk' }
  const speakers = await speakersOf(db, event.id)
  return <EditItemPage visit={c.var} {...{ event, item, speakers, filled }} {...answered} />
}

async function speakerPage(db: Db, c: C, answered: Partial<Parameters<typeof EditSpeakerPage>[0]> = {}) {
  const event = await eventOf(db, c)
  const id = idIn(c, 'speaker')
  const speaker = id ? found(await speakerOfEvent(db, event.id, id), 'speaker') : null
  const filled = speaker ? filledFromSpeaker(speaker) : { id: newId() }
  return <EditSpeakerPage visit={c.var} {...{ event, speaker, filled }} {...answered} />
}
