import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { remindOfNotes } from '#forum/index.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent } from '../../test/cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../test/world.ts'

let world: World
let bo: Visitor
let stranger: Visitor
let event: string

before(async () => {
  world = await freshWorld()
  bo = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
  stranger = await world.visitor()
  event = await anEvent(world.database, '2026-12-03T11:00:00.000Z')
})
after(() => world.close())

const desk = () => `/sv/office/events/${event}`

test('the programme is timed from durations, says when it is too long, and names only those who agreed', async () => {
  const speaker = await bo.open(`${desk()}/speakers/new`)
  await bo.press(speaker, 'Spara', { name: 'Vera Kaj', role: 'ordförande', email: 'vera@example.org' })
  const add = async (title: string, minutes: string): Promise<void> => {
    const page = await bo.open(`${desk()}/programme/new`)
    const box = page.root.querySelector('input[name="speakers"]')?.getAttribute('value') ?? ''
    equal((await bo.press(page, 'Spara', { 'title.sv': title, minutes, speakers: box })).status, 200)
  }
  await add('Föredraget', '30')
  await add('Samtalet', '42')
  const list = await bo.open(`${desk()}/programme`)
  ok(list.text.includes('Programmet är 12 minuter för långt.'))
  ok(list.text.includes('kl. 12.30–13.12'))
  const moved = await bo.press(list, 'Flytta ner')
  ok(moved.text.indexOf('Samtalet') < moved.text.indexOf('Föredraget'))
  const shown = await stranger.open(`/sv/events/${event}`)
  ok(shown.html.includes('datetime="2026-12-03T12:42+01:00"'))
  ok(shown.text.includes('ordförande') && !shown.html.includes('Vera Kaj'))
  ok(!shown.html.includes('vera@example.org'))
})

test('a file is served as what it is, once it is published, and nothing that could run is taken', async () => {
  const send = async (name: string, content: string, published: string) => {
    const page = await bo.open(`${desk()}/materials/new`)
    const id = page.root.querySelector('input[name="id"]')?.getAttribute('value') ?? ''
    const body = new FormData()
    for (const [key, value] of Object.entries({ id, kind: 'slides', 'title.sv': 'Bilder', published }))
      body.append(key, value)
    body.append('languages', 'sv')
    body.append('file', new File([content], name))
    return { id, answer: await bo.sendFiles(`${desk()}/materials/new`, body) }
  }
  equal((await send('x.html', '<script>alert(1)</script>', 'yes')).answer.status, 422)
  equal((await send('x.pdf', '<script>alert(1)</script>', 'yes')).answer.status, 422)
  const hidden = await send('dold.pdf', '%PDF-1.4 dold', '')
  equal((await stranger.open(`/materials/${hidden.id}/dold.pdf`)).status, 404)
  equal((await bo.open(`/materials/${hidden.id}/dold.pdf`)).status, 200)
  const { id } = await send('Mina bilder å.pdf', '%PDF-1.4 bilder', 'yes')
  const file = await stranger.open(`/materials/${id}/Mina-bilder-a.pdf`)
  deepEqual(
    ['content-type', 'content-disposition', 'x-content-type-options'].map((name) => file.headers.get(name)),
    ['application/pdf', 'inline; filename="Mina-bilder-a.pdf"', 'nosniff'],
  )
  ok((await stranger.open(`/sv/events/${event}`)).html.includes(`/materials/${id}/Mina-bilder-a.pdf`))
})

test('a copy is a draft on another date with the programme, and without the consent to be named', async () => {
  const page = await bo.open(`${desk()}/copy`)
  equal((await bo.press(page, 'Kopiera', { date: '2026-11-01' })).status, 409)
  const copy = await bo.press(page, 'Kopiera', { date: '2027-01-14' })
  match(copy.path, /\/office\/events\//)
  ok(copy.text.includes('Utkast') && copy.text.includes('14 januari 2027'))
  ok((await bo.open(`${copy.path}/programme`)).text.includes('Föredraget'))
})

test('whoever looks after an event is reminded after three and seven days, once each', async () => {
  const past = await anEvent(world.database, plus(firstNoon, { days: -1 }))
  const url = (language: string, path: string): string => `https://example.org/${language}${path}`
  const counts: number[] = []
  for (const days of [1, 2, 2, 4, 6, 7, 20]) {
    await remindOfNotes(world.database.as(), plus(firstNoon, { days }), { url })
    counts.push(
      (await world.mails()).filter((mail) => mail.text_body.includes(`/events/${past}/notes`)).length,
    )
  }
  deepEqual(counts, [0, 1, 1, 1, 2, 2, 2])
})
