import type { Context } from 'hono'
import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { keepFile } from '#platform/files.ts'
import { checkForm, type Filled, line, type Mistakes } from '#platform/form.ts'
import { readFields, type VisitEnv } from '#platform/http.ts'
import { readPicture } from '#platform/pictures.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import type { Writer } from './keep-edits.ts'
import { addPhoto, countPhotos, photoWithId } from './photos.sql.ts'
import { photosMax } from './times.rules.ts'

const PhotoForm = z.object({
  /** Made with the form or by the device, so that a photo that is sent twice is kept once. */
  id: z.uuid(),
  round: z.coerce.number().int().min(1).max(50),
  alt: line(500, 'table-notes.mistake.alt'),
})

type Picture = Extract<NonNullable<Awaited<ReturnType<typeof readPicture>>>, { ok: true }>['picture']

export interface SentPhoto extends z.output<typeof PhotoForm> {
  picture: Picture
}

type Read = { ok: true; value: SentPhoto } | { ok: false; filled: Filled; mistakes: Mistakes }

/** Reads a photo with its description: neither is kept without the other. */
export async function readPhoto(c: Context<VisitEnv>): Promise<Read> {
  const fields = await readFields(c)
  const form = checkForm(fields, PhotoForm)
  const sent = await readPicture((await c.req.parseBody())['file'])
  const mistakes: Record<string, string> = form.ok ? {} : { ...form.mistakes }
  if (!sent) mistakes['file'] = 'table-notes.mistake.file'
  else if (!sent.ok) mistakes['file'] = sent.mistake
  if (!form.ok || !sent?.ok) return { ok: false, filled: fields, mistakes }
  return { ok: true, value: { ...form.value, picture: sent.picture } }
}

/** Keeps a photo of paper, drawn anew: nothing of where and with what it was taken is left. */
export function keepPhoto(
  db: Db,
  writer: Writer,
  { id, round, alt, picture }: SentPhoto,
  { uploads, now }: { uploads: string; now: Instant },
) {
  return decide(db, 'event', writer.eventId, async (tx): Promise<'done' | 'full' | 'too-late' | 'wrong'> => {
    const known = await photoWithId(tx, id)
    if (known) return known.table_id === writer.tableId ? 'done' : 'wrong'
    if (writer.state === 'over' || writer.state === 'ended') return 'too-late'
    if ((await countPhotos(tx, writer.tableId)) >= photosMax) return 'full'
    const file = { name: 'table.webp', contentType: 'image/webp', bytes: picture.webp }
    const file_id = await keepFile(tx, uploads, file, now)
    await addPhoto(tx, {
      ...{ id, event_id: writer.eventId, table_id: writer.tableId, round, file_id, alt },
      ...{ width: picture.width, height: picture.height, by_link: writer.link, by_person: writer.person },
      ...{ created_at: now, removed_at: null },
    })
    return 'done'
  })
}
