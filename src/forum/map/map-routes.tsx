import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, download, type Guard, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import type { Db } from '../tables.ts'
import { dialogueAt, shownMapAt, tookPart } from './map.sql.ts'
import { MapPage } from './map.page.tsx'
import { polisFile } from './export-polis.ts'
import { isClosed } from './show-map.rules.ts'
import { ShowMapPage } from './show-map.page.tsx'
import { ShowForm, showMap } from './show-map.ts'
import { yourPlace } from './your-place.ts'

type C = Context<VisitEnv>

const office = '/office/events/:id/dialogue/:dialogue'

/** The map for everybody once it is shown, and where organizers decide that. */
export const mapRoutes = (db: Db, { organiser }: { organiser: Guard }) =>
  routes()
    .get('/dialogue/:slug/map', anyone, async (c) => c.html(await mapPage(db, c)))
    .get('/dialogue/:slug/your-place', anyone, async (c) => c.html(await mapPage(db, c, true)))
    .get('/dialogue/:slug/map.json', anyone, async (c) => {
      const { shown } = await shownMap(db, c)
      return c.json(found(shown, 'map'))
    })
    .get(`${office}/map`, organiser, async (c) => c.html(await showPage(db, c)))
    .post(`${office}/map`, organiser, async (c) => {
      const form = await readForm(c, ShowForm)
      if (!form.ok) return c.html(await showPage(db, c, form), 422)
      const { id: eventId, dialogue: dialogueId } = c.req.param()
      const showing = { by: memberOf(c), eventId, dialogueId, now: c.var.now }
      const refusal = await showMap(db, showing, form.value)
      if (refusal === 'gone') found(null, 'dialogue')
      if (!refusal) return c.redirect(c.var.to(`/office/events/${eventId}/dialogue/${dialogueId}/map`), 303)
      const answered = { filled: await readFields(c), refusal: `opinions.refusal.${refusal}` }
      return c.html(await showPage(db, c, answered), 409)
    })
    .get(`${office}/export/:file`, organiser, async (c) => {
      const dialogue = await dialogueIn(db, c)
      const name = c.req.param('file')
      const text = found(await polisFile(db, dialogue, name, c.var.language), 'file')
      return download(c, text, { name, type: 'text/csv' })
    })

const shownMap = async (db: Db, c: C) => found(await shownMapAt(db, c.req.param('slug') ?? ''), 'map')

async function mapPage(db: Db, c: C, isYours = false) {
  const { shown, shown_of: shownOf, ...dialogue } = await shownMap(db, c)
  const closed = isClosed(dialogue, c.var.now)
  const you = isYours && shown ? await yourPlace(db, c, dialogue, shown) : undefined
  return <MapPage visit={c.var} map={shown} isClosed={closed} {...{ dialogue, shownOf, you }} />
}

const dialogueIn = async (db: Db, c: C) =>
  found(await dialogueAt(db, c.req.param('id') ?? '', c.req.param('dialogue') ?? ''), 'dialogue')

async function showPage(db: Db, c: C, answered: Answered = {}) {
  const dialogue = await dialogueIn(db, c)
  const took = await tookPart(db, dialogue.id)
  return <ShowMapPage visit={c.var} {...{ dialogue, took }} {...answered} />
}
