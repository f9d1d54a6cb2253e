import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { confirmed, deed, newestNumber, officeOf, theIdea } from '../../test/ideas-cast.ts'
import { freshWorld, type Visitor, type World } from '../../test/world.ts'

let world: World
let bo: Visitor

before(async () => {
  world = await freshWorld()
  bo = await officeOf(world)
})
after(() => world.close())

/** The form as a browser sends it: its words first, its file last. */
async function send(file: File): Promise<Awaited<ReturnType<Visitor['sendFiles']>>> {
  const body = new FormData()
  const words = { id: newId(), opened: plus(world.clock.now, { seconds: -30 }), what: 'Ett blått hus' }
  const rest = { why: 'För alla', place: '', email: 'fil@example.org', language: 'sv', website: '' }
  for (const [name, value] of Object.entries({ ...words, ...rest })) body.append(name, value)
  body.append('file', file)
  return (await world.visitor()).sendFiles('/sv/ideas/new', body)
}

test('a file of 30 MB is refused kindly, and no word is lost', async () => {
  const answer = await send(new File([Buffer.alloc(30 * 1024 * 1024, 'a')], 'stor.pdf'))
  equal(answer.status, 422)
  match(answer.text, /större än 10 MB/)
  match(answer.html, /Ett blått hus/)
  match(answer.html, /fil@example\.org/)
})

test('SVG and HTML are refused, whatever they call themselves', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  for (const name of ['bild.svg', 'bild.png', 'papper.pdf', 'sida.html']) {
    const answer = await send(new File([svg], name))
    equal(answer.status, 422, name)
    match(answer.text, /Välj en bild eller en PDF/)
  }
})

test('what begins as a PDF and goes on as a page is served as a PDF, and nothing a browser could guess', async () => {
  const page = '%PDF-1.7\n<html><script>alert(1)</script></html>'
  equal((await send(new File([page], 'papper.pdf'))).status, 200)
  const number = await newestNumber(world)
  await confirmed(world, 'fil@example.org')
  await deed(bo, number, { do: 'show' })
  const { headers } = await (await world.visitor()).open(`/sv/ideas/${number}/file`)
  equal(headers.get('content-type'), 'application/pdf')
  equal(headers.get('x-content-type-options'), 'nosniff')
})

test('a picture keeps nothing of where it was taken, and is seen by nobody before the idea is', async () => {
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#06c' } }).jpeg()
  const place = { IFD0: { Copyright: 'hemma' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 36/1 0/1' } }
  const bytes = await picture.withExif(place).toBuffer()
  ok(bytes.includes('hemma'))
  equal((await send(new File([new Uint8Array(bytes)], 'hus.jpg', { type: 'image/jpeg' }))).status, 200)
  const number = await newestNumber(world)
  const guest = await world.visitor()
  equal((await guest.open(`/sv/ideas/${number}/file`)).status, 404)
  await confirmed(world, 'fil@example.org')
  equal((await bo.open(`/sv/office/ideas/${number}/file`)).status, 200)
  await deed(bo, number, { do: 'show' })
  const shown = await guest.open(`/sv/ideas/${number}/file`)
  equal(shown.headers.get('content-type'), 'image/webp')
  ok(!shown.html.includes('hemma') && !shown.html.includes('EXIF'))
  equal((await theIdea(world, number)).picture_width, 40)
})
