import { equal, ok } from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { freshDatabase } from '../../test/bed.ts'
import { keepPicture, pictureRoutes, type PictureTables, readPicture } from './pictures.ts'

const now = '2026-11-23T12:00:00.000Z'
const bed = await freshDatabase()
const db = bed.db.as<PictureTables>()
const folder = mkdtempSync(join(tmpdir(), 'malmoandan-pictures-'))
after(async () => {
  await bed.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Lying on its side and taken in a known place, as a telephone does it. */
const photo = () =>
  sharp({ create: { width: 2000, height: 3000, channels: 3, background: '#0f5c8c' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Secret Maker' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 36/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()

const sent = (bytes: Buffer | string, name: string, type: string) =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type })

test('a photo loses the place it was taken, stands upright and is at most 1600 pixels wide', async () => {
  const bytes = await photo()
  ok((await sharp(bytes).metadata()).exif, 'the photo of this test does carry its secrets')
  const read = await readPicture(sent(bytes, 'photo.jpg', 'image/jpeg'))
  ok(read?.ok)
  const { format, exif, xmp, icc, width, height, orientation } = await sharp(read.picture.webp).metadata()
  equal(format, 'webp')
  equal(exif ?? xmp ?? icc ?? orientation, undefined)
  equal(read.picture.webp.includes('Secret Maker'), false)
  equal(`${width} × ${height}`, '1600 × 1067')
})

test('what is not a photo is refused, whatever it calls itself', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  for (const bytes of [svg, '<!doctype html><script>alert(1)</script>', 'GIF', '%PDF-1.7']) {
    const read = await readPicture(sent(bytes, 'photo.jpg', 'image/jpeg'))
    equal(read && !read.ok && read.mistake, 'platform.picture.unknown-kind')
  }
  const half = (await photo()).subarray(0, 3000)
  const read = await readPicture(sent(half, 'photo.jpg', 'image/jpeg'))
  equal(read && !read.ok && read.mistake, 'platform.picture.unreadable')
  const large = await readPicture(sent(Buffer.alloc(10 * 1024 * 1024 + 1), 'photo.jpg', 'image/jpeg'))
  equal(large && !large.ok && large.mistake, 'platform.picture.too-large')
  equal(await readPicture(sent('', '', 'application/octet-stream')), null)
  equal(await readPicture('photo.jpg'), null)
})

test('a kept picture is served for ever under its address, and an unknown one is not there', async () => {
  const read = await readPicture(sent(await photo(), 'photo.jpg', 'image/jpeg'))
  ok(read?.ok)
  const first = await keepPicture(db, folder, read.picture, now)
  const second = await keepPicture(db, folder, read.picture, now)
  equal(readdirSync(folder).length, 1)
  const app = pictureRoutes(db, folder).onError((error, c) => c.text(error.name, 404))
  for (const id of [first, second]) {
    const answer = await app.request(`/pictures/${id}.webp`)
    equal(answer.status, 200)
    equal(answer.headers.get('Content-Type'), 'image/webp')
    equal(answer.headers.get('Cache-Control'), 'public, max-age=31536000, immutable')
    equal(Buffer.from(await answer.arrayBuffer()).equals(read.picture.webp), true)
  }
  equal((await app.request('/pictures/00000000-0000-7000-8000-000000000000.webp')).status, 404)
  equal((await app.request('/pictures/..%2f..%2fmalmoandan.sqlite')).status, 404)
})
