import type { AddsTo, DbOf, ReadsOf } from './handle.ts'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DrawnPicture, drawnAnew, isPhoto } from './drawn-anew.ts'
import { found } from './errors.ts'
import { writeWhole } from './files.ts'
import { anyone, routes } from './http.ts'
import { newId } from './ids.ts'
import type { Instant } from './time.ts'

export interface PictureTables {
  picture: { id: string; created_at: Instant; file_name: string; width: number; height: number }
}
type Db = DbOf<PictureTables>
type Reads = ReadsOf<PictureTables>

/** A picture as it is shown: its address and its size, so that the page keeps its shape while it loads. */
export interface Picture {
  id: string
  width: number
  height: number
}

const bytesMax = 10 * 1024 * 1024

type Read = { ok: true; picture: DrawnPicture } | { ok: false; mistake: string }

/** Takes the picture out of a sent form; null when none was chosen. */
export async function readPicture(sent: unknown): Promise<Read | null> {
  if (!(sent instanceof File) || sent.size === 0) return null
  if (sent.size > bytesMax) return { ok: false, mistake: 'platform.picture.too-large' }
  const bytes = Buffer.from(await sent.arrayBuffer())
  if (!isPhoto(bytes)) return { ok: false, mistake: 'platform.picture.unknown-kind' }
  const picture = await drawnAnew(bytes)
  return picture ? { ok: true, picture } : { ok: false, mistake: 'platform.picture.unreadable' }
}

/**
 * Keeps the file, then its row. The file comes first and is named by what it holds: if the transaction fails, a file
 * without a row is left, which harms nobody.
 */
export async function keepPicture(
  db: AddsTo<PictureTables>,
  folder: string,
  picture: DrawnPicture,
  now: Instant,
) {
  const name = `${createHash('sha256').update(picture.webp).digest('hex')}.webp`
  await writeWhole(folder, name, picture.webp)
  const row = { id: newId(), created_at: now, file_name: name, width: picture.width, height: picture.height }
  await db.insertInto('picture').values(row).execute()
  return row.id
}

export const pictureAddress = (id: string): string => `/pictures/${id}.webp`

export const pictureWithId = (db: Reads, id: string): Promise<Picture | undefined> =>
  db.selectFrom('picture').select(['id', 'width', 'height']).where('id', '=', id).executeTakeFirst()

/** Pictures lie outside the languages: they are the same in all of them. */
export const pictureRoutes = (db: Db, folder: string) =>
  routes().get('/pictures/:file{[0-9a-f-]+\\.webp}', anyone, async (c) => {
    const id = c.req.param('file').replace('.webp', '')
    const row = found(
      await db.selectFrom('picture').select('file_name').where('id', '=', id).executeTakeFirst(),
      'picture',
    )
    const bytes = await readFile(join(folder, row.file_name))
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'image/webp',
      // A picture never changes under its address: another picture has another address.
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })
