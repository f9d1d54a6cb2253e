import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import type { Answered, Filled } from '#platform/form.ts'
import { anyone, readFields, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { sendFile } from '#platform/send-file.ts'
import { perLanguage } from '../event-filled.ts'
import { eventWithId } from '../events.sql.ts'
import { noteOpening } from '../library/openings.ts'
import { looksAfter, organiser } from '../organiser.ts'
import type { Db } from '../tables.ts'
import { EditMaterialPage } from './edit-material.page.tsx'
import { EditMaterialsPage } from './edit-materials.page.tsx'
import { languagesIn, notesIn } from './material.rules.ts'
import { type Material, materialOfEvent, materialsOf, placeOfMaterial } from './materials.sql.ts'
import { readMaterial } from './read-material.ts'
import { removeMaterial, saveMaterial } from './save-material.ts'

type C = Context<VisitEnv>

/** Where organisers put what is left of an event to see, hear and read. */
export const materialsRoutes = (db: Db, uploads: string) =>
  routes()
    .get('/office/events/:id/materials', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      const materials = await materialsOf(db, event.id)
      return c.html(<EditMaterialsPage visit={c.var} event={event} materials={materials} />)
    })
    .get('/office/events/:id/materials/:material', organiser(db), async (c) =>
      c.html(await materialPage(db, c)),
    )
    .post('/office/events/:id/materials/:material', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      const before = await materialIn(db, c, event.id)
      const change = { db, by: memberOf(c), eventId: event.id, now: c.var.now, uploads }
      if (before && (await readFields(c))['do'] === 'remove') await removeMaterial(change, before.id)
      else {
        const sent = await readMaterial(c, Boolean(before?.file_id))
        if (!sent.ok) return c.html(await materialPage(db, c, sent), 422)
        await saveMaterial(change, before?.id ?? null, sent.value)
      }
      return c.redirect(c.var.to(`/office/events/${event.id}/materials`), 303)
    })

/** Materials lie outside the languages, each under an address that stays, and are counted when opened. */
export const materialFileRoutes = (db: Db, uploads: string) =>
  routes()
    .get('/materials/:material', anyone, async (c) => {
      const id = c.req.param('material')
      const { url, name, isPublic } = await placeFor(db, c, id)
      if (!url) return c.redirect(`/materials/${id}/${name}`, 302)
      if (isPublic) noteOpening(db, c, id)
      return c.redirect(url, 302)
    })
    .get('/materials/:material/:name', anyone, async (c) => {
      const id = c.req.param('material')
      const { checksum, name, content_type, bytes, isPublic } = await placeFor(db, c, id)
      if (!checksum || !name || !content_type || !bytes) throw new NotFound('a file')
      if (isPublic) noteOpening(db, c, id)
      return sendFile(c, uploads, { checksum, name, content_type, bytes })
    })

/** Where a material lies, for those who may have it. */
async function placeFor(db: Db, c: C, id: string) {
  const place = found(await placeOfMaterial(db, id), 'material')
  const isPublic =
    place.published_at !== null && (place.event_id === null || place.event_published_at !== null)
  const mayRead = isPublic || (place.event_id && (await looksAfter(db, c.var.member, place.event_id)))
  found(mayRead || null, 'published material')
  return { ...place, isPublic }
}

const eventOf = async (db: Db, c: C) => found(await eventWithId(db, c.req.param('id') ?? ''), 'event')

async function materialIn(db: Db, c: C, eventId: string): Promise<Material | null> {
  const id = c.req.param('material') ?? ''
  return id === 'new' ? null : found(await materialOfEvent(db, eventId, id), 'material')
}

async function materialPage(db: Db, c: C, answered?: Answered) {
  const event = await eventOf(db, c)
  const material = await materialIn(db, c, event.id)
  const filled = material ? filledFrom(material) : { id: newId() }
  return <EditMaterialPage visit={c.var} event={event} material={material} {...(answered ?? { filled })} />
}

const filledFrom = (material: Material): Filled => ({
  ...{ kind: material.kind, made_by: material.made_by ?? '', url: material.url ?? '' },
  ...{ languages: languagesIn(material), access: notesIn(material) },
  ...perLanguage('title', material.title),
  ...perLanguage('access_note', material.access_note),
  published: material.published_at ? 'yes' : '',
  consented: material.consented_at ? 'yes' : '',
})
