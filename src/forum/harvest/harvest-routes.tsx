import type { Context } from 'hono'
import * as z from 'zod'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { type Answered, type Filled, checkForm } from '#platform/form.ts'
import { type Guard, readFields, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { mayBeAddedTo } from '../note.rules.ts'
import { eventWithNotes, noteOf } from '../notes.sql.ts'
import { recommendationsOf } from '../recommendations.sql.ts'
import type { Db } from '../tables.ts'
import { tablesOf } from '../seating-plan/seating.sql.ts'
import { photosOfEvent } from '../table-notes/photos.sql.ts'
import { suggestedTogether } from './alike.rules.ts'
import { NameForm, nameGroup, shiftGroup, takeApart, takeOut } from './change-group.ts'
import { GroupPage } from './group.page.tsx'
import { HarvestPage } from './harvest.page.tsx'
import { cardKinds, type HarvestRefusal } from './harvest.rules.ts'
import { JoinForm, joinCards } from './join-cards.ts'
import { loadHarvest } from './load-harvest.ts'
import { recommendGroup } from './recommend-group.ts'

type C = Context<VisitEnv>

const base = '/office/events/:id/harvest'
const Round = z.coerce.number().int().min(1).max(50).nullable().catch(null)

/** After a forum: what the tables wrote is put together, by as many as like to help. */
export const harvestRoutes = (db: Db, { organiser }: { organiser: Guard }) =>
  routes()
    .get(base, organiser, async (c) => c.html(await harvestPage(db, c)))
    .post(base, organiser, async (c) => {
      const fields = await readFields(c)
      const form = checkForm(fields, JoinForm)
      if (!form.ok) return c.html(await harvestPage(db, c, form), 422)
      const refusal = await joinCards(changing(db, c), form.value, c.var.language)
      if (!refusal) return c.redirect(c.var.to(`/office/events/${idIn(c)}/harvest${onwards(c)}`), 303)
      const answered = { filled: fields, refusal: `harvest.refusal.${refusal}` }
      return c.html(await harvestPage(db, c, answered), 409)
    })
    .get(`${base}/:group`, organiser, async (c) => c.html(await groupPage(db, c)))
    .post(`${base}/:group`, organiser, async (c) => {
      const fields = await readFields(c)
      const harvest = `/office/events/${idIn(c)}/harvest`
      const id = c.req.param('group')
      const answer = await actOn(db, c, fields)
      if (answer.wrong) return c.html(await groupPage(db, c, answer.wrong), 422)
      if (!answer.refusal)
        return c.redirect(c.var.to(answer.toList ? `${harvest}#group-${id}` : `${harvest}/${id}`), 303)
      const refused = { filled: fields, refusal: `harvest.refusal.${answer.refusal}` }
      const isGone = answer.refusal === 'group-gone' || answer.toList
      return c.html(isGone ? await harvestPage(db, c, refused) : await groupPage(db, c, refused), 409)
    })

const idIn = (c: C): string => c.req.param('id') ?? ''
const changing = (db: Db, c: C) => ({ db, by: memberOf(c), eventId: idIn(c), now: c.var.now })

/** The same cards go on being shown. */
const onwards = (c: C): string => {
  const query = new URL(c.req.url).search
  return `${query}${query ? '#loose' : ''}`
}

interface Acted {
  refusal: HarvestRefusal | null
  /** Whether it was done, or is answered, on the page of all groups. */
  toList?: boolean
  /** What has to be put right first. */
  wrong?: Answered
}

async function actOn(db: Db, c: C, fields: Filled): Promise<Acted> {
  const [harvest, id] = [changing(db, c), c.req.param('group') ?? '']
  const cards = [fields['card'] ?? []].flat()
  const text = (name: string): string => String([fields[name] ?? ''].flat()[0])
  switch (text('do')) {
    case 'name': {
      const form = checkForm(fields, NameForm)
      if (!form.ok) return { refusal: null, wrong: form }
      return { refusal: await nameGroup(harvest, id, form.value) }
    }
    case 'take-out':
      return { refusal: await takeOut(harvest, { from: id, cards, to: null }) }
    case 'move':
      return { refusal: await takeOut(harvest, { from: id, cards, to: text('to') }) }
    case 'recommend':
      return { refusal: await recommendGroup(harvest, id, text('recommendation') || null) }
    case 'apart':
      return { refusal: await takeApart(harvest, id), toList: true }
    case 'up':
    case 'down': {
      const shift = { id, way: text('do') as 'up' | 'down', seen: Number(text('seen')) }
      return { refusal: await shiftGroup(harvest, shift), toList: true }
    }
  }
  return { refusal: null, toList: true }
}

async function harvestPage(db: Db, c: C, answered: Answered = {}) {
  const event = found(await eventWithNotes(db, idIn(c)), 'event')
  const [harvest, note] = [await loadHarvest(db, event.id), await noteOf(db, event.id)]
  const byId = new Map(harvest.loose.map((card) => [card.id, card]))
  // A card with two texts cannot be put together yet, so nobody is asked to.
  const alike = suggestedTogether(harvest.loose.filter((one) => one.beside.length === 0)).map((ids) =>
    ids.flatMap((id) => byId.get(id) ?? []),
  )
  const kind = cardKinds.find((one) => one === c.req.query('kind')) ?? null
  const shown = { round: Round.parse(c.req.query('round') ?? null), kind }
  const isApproved = note !== undefined && mayBeAddedTo(note.state)
  const [photos, tables] = await Promise.all([photosOfEvent(db, event.id), tablesOf(db, event.id)])
  const page = { visit: c.var, event, harvest, alike, shown, isApproved, photos, tables, id: newId() }
  return <HarvestPage {...page} {...answered} />
}

async function groupPage(db: Db, c: C, answered: Answered = {}) {
  const event = found(await eventWithNotes(db, idIn(c)), 'event')
  const [{ groups }, note] = [await loadHarvest(db, event.id), await noteOf(db, event.id)]
  const id = c.req.param('group') ?? ''
  // Taken apart or emptied a moment ago, perhaps by somebody else: all the others are one step away.
  const group = found(
    groups.find((one) => one.id === id),
    'group',
  )
  const others = groups.filter((one) => one.id !== id)
  const recommendations = await recommendationsOf(db, event.id)
  const isApproved = note !== undefined && mayBeAddedTo(note.state)
  return <GroupPage visit={c.var} {...{ event, group, others, recommendations, isApproved }} {...answered} />
}
