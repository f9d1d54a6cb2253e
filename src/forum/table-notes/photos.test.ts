import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { newId } from '#platform/ids.ts'
import { anEvent } from '../../../test/cast.ts'
import { aLinkedTable } from '../../../test/note-cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { FileTables } from '#platform/files.ts'
import type { ForumTables } from '../tables.ts'

let world: World
let table: Visitor
let token: string
before(async () => {
  world = await freshWorld()
  const by = await coordinatorOf(world.database, 'city', 'Bo')
  world.clock.now = firstNoon
  const event = await anEvent(world.database, firstNoon)
  token = (await aLinkedTable(world.database, event, { number: 1, by })).token
  table = await world.visitor()
})
after(() => world.close())

/** As a phone takes it: with the place and the camera in it. */
const taken = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#0f5c8c' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Kamera AB', Copyright: 'Ada' }, IFD3: { GPSLatitude: '55/1 36/1 0/1' } })
    .toBuffer()

async function send(fields: Record<string, string>, bytes?: Uint8Array<ArrayBuffer>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  if (bytes) body.set('file', new File([bytes], 'IMG_2014.jpg', { type: 'image/jpeg' }))
  return table.sendFiles(`/en/table/${token}/photos`, body)
}
const tables = () => world.database.as<ForumTables & FileTables>()
const photos = () => tables().selectFrom('note_photo').selectAll().execute()

test('a photo without words, or words without a photo, is not kept, and the words stay in the form', async () => {
  const bytes = new Uint8Array(await taken())
  equal((await send({ id: newId(), round: '1', alt: '' }, bytes)).status, 422)
  const without = await send({ id: newId(), round: '1', alt: 'Our paper with three circles' })
  equal(without.status, 422)
  match(without.html, /Our paper with three circles/)
  equal((await photos()).length, 0)
})

test('a photo is kept with its words, drawn anew, and once when it is sent twice', async () => {
  const bytes = new Uint8Array(await taken())
  ok((await sharp(bytes).metadata()).exif, 'this photo does carry its secrets')
  const fields = { id: newId(), round: '1', alt: 'Our paper with three circles' }
  equal((await send(fields, bytes)).status, 200)
  equal((await send(fields, bytes)).status, 200)
  const [photo, ...more] = await photos()
  equal(more.length, 0)
  equal(photo?.alt, fields.alt)
  const file = await tables()
    .selectFrom('stored_file')
    .select('content_type')
    .where('id', '=', photo?.file_id ?? '')
    .executeTakeFirst()
  // Never the bytes that came: those say where and with what it was taken (platform/pictures.test.ts).
  equal(file?.content_type, 'image/webp')
  const page = await table.open(`/en/table/${token}`)
  ok(page.root.querySelector(`img[alt="${fields.alt}"]`))
})
