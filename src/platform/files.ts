import type { AddsTo } from './handle.ts'
import { createHash, randomBytes } from 'node:crypto'
import { access, mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { drawnAnew } from './drawn-anew.ts'
import { newId } from './ids.ts'
import type { Instant } from './time.ts'

export interface FileTables {
  stored_file: {
    id: string
    created_at: Instant
    /** SHA-256 of what is in it, in hexadecimal. */
    checksum: string
    /** What it is offered as, without a path. */
    name: string
    content_type: string
    bytes: number
  }
}

type Writes = AddsTo<FileTables>

/** A file that was sent in and found harmless. */
export interface NewFile {
  name: string
  contentType: string
  bytes: Buffer
}

type Read = { ok: true; file: NewFile } | { ok: false; mistake: string }

// What one request may hold is a little more (`web.tsx`): films are linked to, not kept.
const fileBytesMax = 10 * 1024 * 1024

const office = 'application/vnd.openxmlformats-officedocument'
const open_ = 'application/vnd.oasis.opendocument'
const zip = 'PK\x03\x04'

interface Kind {
  type: string
  begins: RegExp
}

/** What may be sent in, by its ending: how such a file begins, and what it is served as. Nothing that runs. */
const kinds: Readonly<Record<string, Kind>> = {
  pdf: { type: 'application/pdf', begins: /^%PDF-/ },
  png: { type: 'image/png', begins: /^\x89PNG\r\n/ },
  jpg: { type: 'image/jpeg', begins: /^\xFF\xD8\xFF/ },
  jpeg: { type: 'image/jpeg', begins: /^\xFF\xD8\xFF/ },
  webp: { type: 'image/webp', begins: /^RIFF[\s\S]{4}WEBP/ },
  pptx: { type: `${office}.presentationml.presentation`, begins: new RegExp(`^${zip}`) },
  docx: { type: `${office}.wordprocessingml.document`, begins: new RegExp(`^${zip}`) },
  odp: { type: `${open_}.presentation`, begins: new RegExp(`^${zip}`) },
  odt: { type: `${open_}.text`, begins: new RegExp(`^${zip}`) },
}

/** The endings that a browser may offer to choose from. */
export const fileEndings: string = Object.keys(kinds)
  .map((ending) => `.${ending}`)
  .join(',')

/** Takes the file out of a sent form; null when none was chosen. */
export async function readFileSent(sent: unknown): Promise<Read | null> {
  if (!(sent instanceof File) || sent.size === 0) return null
  if (sent.size > fileBytesMax) return { ok: false, mistake: 'platform.file.too-large' }
  const ending = /\.(\w+)$/.exec(sent.name)?.[1]?.toLowerCase() ?? ''
  const kind = kinds[ending]
  const bytes = Buffer.from(await sent.arrayBuffer())
  // What a file calls itself is checked against its first bytes: SVG and HTML could carry script.
  if (!kind?.begins.test(bytes.subarray(0, 16).toString('latin1')))
    return { ok: false, mistake: 'platform.file.unknown-kind' }
  const stem = sent.name.slice(0, -ending.length - 1)
  if (kind.type.startsWith('image/')) return pictureIn(bytes, stem)
  return { ok: true, file: { name: tidyName(stem, ending), contentType: kind.type, bytes } }
}

/** A photo of a paper says nothing of where it was taken. */
async function pictureIn(bytes: Buffer, stem: string): Promise<Read> {
  const picture = await drawnAnew(bytes)
  if (!picture) return { ok: false, mistake: 'platform.picture.unreadable' }
  return { ok: true, file: { name: tidyName(stem, 'webp'), contentType: 'image/webp', bytes: picture.webp } }
}

const nameMax = 100

/** A name that every system can keep: letters of ASCII, no path, its ending last. */
function tidyName(stem: string, ending: string): string {
  const plain = stem
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
  return `${plain.replaceAll(/^-+|-+$/g, '').slice(0, nameMax) || 'file'}.${ending}`
}

/**
 * Keeps the file, then its row. The file comes first and is named by what it holds: if the transaction fails, a file
 * without a row is left, which harms nobody.
 */
export async function keepFile(db: Writes, folder: string, file: NewFile, now: Instant): Promise<string> {
  const checksum = createHash('sha256').update(file.bytes).digest('hex')
  await writeWhole(folder, checksum, file.bytes)
  const { name, contentType, bytes } = file
  const row = { id: newId(), created_at: now, checksum, name, content_type: contentType, bytes: bytes.length }
  await db.insertInto('stored_file').values(row).execute()
  return row.id
}

/** Written under another name and moved, so that no reader sees half a file; on disk before it counts as kept. */
export async function writeWhole(folder: string, name: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true })
  const isThere = await access(join(folder, name)).then(
    () => true,
    () => false,
  )
  if (isThere) return
  const unfinished = join(folder, `${name}.${randomBytes(6).toString('hex')}`)
  const file = await open(unfinished, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, join(folder, name))
}

/** The folder for what was sent in, below the data folder. */
export const uploadsIn = (dataDir: string): string => join(dataDir, 'uploads')
