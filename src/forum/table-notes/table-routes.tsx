import type { Context } from 'hono'
import { found, NotFound } from '#platform/errors.ts'
import { anyone, readFields, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { sendFile } from '#platform/send-file.ts'
import type { Db } from '../tables.ts'
import { keepPhoto, readPhoto } from './keep-photo.ts'
import { photoFile, takePhotoAway } from './photos.sql.ts'
import { showTable, takeEdits, takeForm } from './table-answers.tsx'
import { TableClosedPage } from './table-closed.page.tsx'
import { type TablePlace, tablePlace } from './table-place.ts'

type C = Context<VisitEnv>

/** Where a table writes: behind a link, without an account. */
export const tableRoutes = (db: Db, uploads: string) =>
  routes()
    .get('/table/:token', anyone, (c) =>
      atTable(db, c, async (place) => c.html(await showTable(db, c, place))),
    )
    .post('/table/:token', anyone, (c) => atTable(db, c, (place) => takeForm(db, c, place)))
    // What a device has kept is taken in also behind a link that has ended; that is why it says how it stands.
    .post('/table/:token/edits', anyone, async (c) => {
      const place = found(await tablePlace(db, c.req.param('token'), c.var), 'link to a table')
      return takeEdits(db, c, place)
    })
    .post('/table/:token/photos', anyone, (c) => atTable(db, c, (place) => takePhoto(db, c, place, uploads)))
    .get('/table/:token/photos/:photo', anyone, (c) =>
      atTable(db, c, async ({ link }) => {
        const file = found(await photoFile(db, link.event_id, c.req.param('photo')), 'photo')
        if (file.table_id !== link.table_id) throw new NotFound('photo of this table')
        return sendFile(c, uploads, file)
      }),
    )

type Answer = Response | Promise<Response>

async function atTable(db: Db, c: C, answer: (place: TablePlace) => Answer): Promise<Response> {
  const place = await tablePlace(db, c.req.param('token') ?? '', c.var)
  if (place?.state === 'open' || place?.state === 'reading') return answer(place)
  return c.html(<TableClosedPage visit={c.var} place={place} />, 404)
}

async function takePhoto(db: Db, c: C, place: TablePlace, uploads: string): Promise<Response> {
  const fields = await readFields(c)
  const { now, to } = c.var
  if (fields['do'] === 'remove' && place.state === 'open') {
    await takePhotoAway(db, place.link.table_id, String(fields['photo']), now)
    return c.redirect(to(place.base), 303)
  }
  const read = await readPhoto(c)
  if (!read.ok) return c.html(await showTable(db, c, place, { photo: read }), 422)
  const outcome = await keepPhoto(db, place.writer, read.value, { uploads, now })
  if (outcome === 'done')
    return c.redirect(`${to(place.base)}?round=${read.value.round}&did=photo#photos`, 303)
  const photo = { filled: { ...fields, id: newId() }, refusal: 'table-notes.refusal.photos' }
  return c.html(await showTable(db, c, place, { photo }), 409)
}
