import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { aPledge, partnersOffice, pledgeLink, step } from '../../test/partners-cast.ts'
import { freshWorld, type Visitor, type World } from '../../test/world.ts'

let world: World
let bo: Visitor

before(async () => {
  world = await freshWorld()
  bo = await partnersOffice(world)
})
after(() => world.close())

function attach(number: number, name: string, content: string | Uint8Array<ArrayBuffer>) {
  const form = new FormData()
  form.set('file', new File([content], name))
  return bo.sendFiles(`/sv/office/pledges/${number}/agreement`, form)
}

/** A pledge that is talked about, so that something can be signed. */
async function talkedAbout(email: string): Promise<number> {
  const number = await aPledge(world, { email })
  await step(bo, number, { do: 'talk' })
  return number
}

test('an agreement is a document or a picture, and nothing that runs', async () => {
  const early = await aPledge(world, { email: 'early@example.org' })
  equal((await attach(early, 'avtal.pdf', '%PDF-1.7 avtal')).status, 409, 'before they have talked')
  const number = await talkedAbout('paper@example.org')
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  for (const name of ['a.svg', 'a.html', 'a.pdf', 'a.png', 'a.jpg', 'a.webp', 'a.docx'])
    for (const content of [svg, '<!doctype html><script>alert(1)</script>']) {
      const answer = await attach(number, name, content)
      equal(answer.status, 422, name)
      match(answer.text, /Filen är inte av ett slag|kunde inte läsas|går inte att läsa/)
    }
  equal((await attach(number, 'avtal.pdf', '%PDF-1.7 avtal')).status, 200)
  const own = await pledgeLink(world, 'paper@example.org')
  equal((await (await world.visitor()).open(`${own}/agreement`)).status, 200)
  equal(
    (await (await world.visitor()).open(`/sv/office/pledges/${number}/agreement`)).path.includes('sign-in'),
    true,
  )
})

test('30 MB are refused on the same page, and nothing is attached', async () => {
  const number = await talkedAbout('large@example.org')
  const answer = await attach(number, 'avtal.pdf', new Uint8Array(30 * 1024 * 1024).fill(97))
  equal(answer.status, 422)
  match(answer.text, /10 MB/)
  equal((await bo.open(`/sv/office/pledges/${number}/agreement`)).status, 404)
})

test('a photo of what was signed keeps nothing of where it was taken', async () => {
  const number = await talkedAbout('photo@example.org')
  const paper = sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } }).jpeg()
  const place = { IFD0: { Copyright: 'hemma' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 36/1 0/1' } }
  const bytes = await paper.withExif(place).toBuffer()
  ok(bytes.includes('hemma'))
  equal((await attach(number, 'Avtal påskrivet.jpg', new Uint8Array(bytes))).status, 200)
  const kept = await bo.open(`/sv/office/pledges/${number}/agreement`)
  equal(kept.headers.get('content-type'), 'image/webp')
  match(kept.headers.get('content-disposition') ?? '', /Avtal-paskrivet\.webp/)
  ok(!kept.html.includes('hemma') && !kept.html.includes('EXIF'))
  const half = await attach(number, 'halv.jpg', new Uint8Array(bytes.subarray(0, 200)))
  equal(half.status, 422, 'what can’t be drawn can’t be attached')
})
