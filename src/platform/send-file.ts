import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { VisitEnv } from './http.ts'

interface StoredFile {
  checksum: string
  name: string
  content_type: string
  bytes: number
}

/** What browsers show by themselves; anything else is offered for saving. */
const shown = /^(application\/pdf|image\/)/

/**
 * Answers with a file that was sent in. It is what its row says and nothing a browser might guess (nosniff stands in
 * every answer), and the checksum tells a browser that has it already that it has not changed.
 */
export function sendFile(c: Context<VisitEnv>, folder: string, file: StoredFile): Response {
  const tag = `"${file.checksum}"`
  c.header('ETag', tag)
  c.header('Cache-Control', 'no-cache')
  if (c.req.header('if-none-match') === tag) return c.body(null, 304)
  const disposition = shown.test(file.content_type) ? 'inline' : 'attachment'
  const stream = Readable.toWeb(createReadStream(join(folder, file.checksum)))
  return c.body(stream as ReadableStream, 200, {
    'Content-Type': file.content_type,
    'Content-Length': String(file.bytes),
    'Content-Disposition': `${disposition}; filename="${file.name}"`,
  })
}
