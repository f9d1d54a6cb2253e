import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { aMember } from '../../../test/cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { addOrganisation } from './organisations.sql.ts'
import { membersOf, reachOf } from './umbrellas.sql.ts'

let world: World
let db: Db
let office: Visitor

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  office = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
})
after(() => world.close())

async function anOrganisation(name: string, more: { contact_email?: string; website?: string } = {}) {
  const id = newId()
  const at = world.clock.now
  await addOrganisation(db, {
    ...{ id, slug: id, sector: 'civil-society', kind: 'association', name: { sv: name }, about: {} },
    ...{ website: more.website ?? null, place: null, contact_email: more.contact_email ?? null },
    ...{ created_at: at, changed_at: at },
  })
  return id
}

const linkIn = async (email: string, path: string): Promise<string> => {
  const { text_body } = await lastMailTo(world, email)
  return new RegExp(`https?://[^/\\s]+(/\\w\\w/network/${path}/\\w+)`).exec(text_body)?.[1] ?? ''
}

const application = {
  ...{ 'name.sv': 'Odlarna på Möllan', 'about.sv': 'Vi odlar.', kind: 'association', number: '' },
  conditions: ['active-in-malmo', 'democratic', 'equal-worth'],
  ...{ how_democratic: 'Årsmötet väljer styrelse.', person_name: 'Noor', email: 'noor@example.org' },
}

async function join(fields: Record<string, string | string[]> = {}) {
  const guest = await world.visitor()
  const form = await guest.open('/sv/network/join')
  world.clock.now = plus(world.clock.now, { seconds: 30 })
  return guest.press(form, 'Skicka', { ...application, ...fields })
}

test('a form that lacks a condition, holds a personal number or comes too fast is shown again with its words', async () => {
  const lacking = await join({ conditions: ['democratic'] })
  equal(lacking.status, 422)
  match(lacking.text, /Kryssa i alla tre/)
  ok(lacking.html.includes('Odlarna på Möllan'))
  equal((await join({ number: '811228-9874' })).status, 422)
  equal((await join({ how_democratic: 'Ring 811228-9874' })).status, 422)
  const guest = await world.visitor()
  const fast = await guest.press(await guest.open('/sv/network/join'), 'Skicka', application)
  equal(fast.status, 422)
  match(fast.text, /väldigt fort/)
})

test('an association joins: confirmed, asked to complete, verified, and only then found by everybody', async () => {
  equal((await join()).path, '/sv/network/join/sent')
  const guest = await world.visitor()
  match((await office.open('/sv/office/network/queue')).text, /Ingen väntar/)
  const own = await linkIn('noor@example.org', 'join/mine')
  await guest.press(await guest.open(own), 'Ja, skicka')
  const queue = await office.open('/sv/office/network/queue')
  const page = await office.open(queue.link('Odlarna'))
  equal((await office.press(page, 'Avslå', {})).status, 409)
  await office.press(page, 'Be om komplettering', { reason: 'Var finns ni?' })
  ok(!(await guest.open('/sv/network?q=odlarna')).text.includes('Odlarna på Möllan'))

  const asked = await guest.open(await linkIn('noor@example.org', 'join/mine'))
  match(asked.text, /Var finns ni\?/)
  await guest.press(asked, 'Spara och skicka', { areas: 'inner-city' })
  await office.press(page, 'Ta in i nätverket')
  match((await guest.open('/sv/network?q=odlarna')).text, /Odlarna på Möllan/)
  match((await guest.open('/sv/network/organisations/odlarna-pa-mollan')).text, /Innerstaden/)
  match((await lastMailTo(world, 'noor@example.org')).text_body, /Ni är med|tagit in er/)
  equal((await office.press(page, 'Ta in i nätverket')).status, 409)
})

test('whoever joined acts for it, invites another, and an ended post no longer acts', async () => {
  const noor = await personNamed('noor@example.org')
  const visitor = await world.visitor(noor)
  const people = '/sv/network/organisations/odlarna-pa-mollan/people'
  const until = { kind: 'chair', until_day: '', name: 'Sam', email: 'sam@example.org' }
  equal((await visitor.press(await visitor.open(people), 'Skicka inbjudan', until)).status, 422)
  await visitor.press(await visitor.open(people), 'Skicka inbjudan', { ...until, until_day: '2027-03-31' })
  const guest = await world.visitor()
  const link = await linkIn('sam@example.org', 'invited')
  await guest.press(await guest.open(link), 'Ja, det vill jag')
  const sam = await world.visitor(await personNamed('sam@example.org'))
  const edit = '/sv/network/organisations/odlarna-pa-mollan/edit'
  equal((await sam.open(edit)).status, 200)
  equal((await (await world.visitor((await aMember(world.database, 'Cora')).id)).open(edit)).status, 404)
  const before = world.clock.now
  world.clock.now = '2027-04-01T10:00:00.000Z'
  equal((await sam.open(edit)).status, 404)
  world.clock.now = before
})

const personNamed = async (email: string): Promise<string> =>
  (await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id

async function claim(id: string, email: string) {
  const guest = await world.visitor()
  const form = await guest.open(`/sv/network/organisations/${id}/claim`)
  world.clock.now = plus(world.clock.now, { seconds: 30 })
  const sent = await guest.press(form, 'Skicka', { name: 'Alex', email, kind: 'contact' })
  if (sent.status === 200) await guest.press(await guest.open(await linkIn(email, 'claims')), 'Ja, adressen')
  return sent
}

test('an address on the own domain is enough; a stranger gets nothing until the office has decided', async () => {
  const id = await anOrganisation('Cykelköket', { website: 'https://www.cykel.example/' })
  await claim(id, 'alex@cykel.example')
  equal(
    (
      await (
        await world.visitor(await personNamed('alex@cykel.example'))
      ).open(`/sv/network/organisations/${id}/edit`)
    ).status,
    200,
  )
  equal((await claim(id, 'late@cykel.example')).status, 409)

  const other = await anOrganisation('Körsbärskören', { contact_email: 'info@kor.example' })
  await claim(other, 'alex@gmail.com')
  ok(!(await db.selectFrom('person').select('id').where('email', '=', 'alex@gmail.com').executeTakeFirst()))
  match((await lastMailTo(world, 'info@kor.example')).text_body, /bett att få ta hand om/)
  const page = await office.open((await office.open('/sv/office/network/queue')).link('Körsbärskören'))
  equal((await office.press(page, 'Avslå')).status, 409)
  await office.press(page, 'Godkänn')
  equal(
    (
      await (
        await world.visitor(await personNamed('alex@gmail.com'))
      ).open(`/sv/network/organisations/${other}/edit`)
    ).status,
    200,
  )
})

test('umbrellas that gather each other in a ring are shown, and count each organisation once', async () => {
  const [a, b, c, d] = [
    await anOrganisation('Ring A'),
    await anOrganisation('Ring B'),
    await anOrganisation('Ring C'),
    await anOrganisation('Ring D'),
  ]
  const rows = [
    [a, b],
    [b, c],
    [c, a],
    [a, d],
    [b, d],
    [c, d],
  ] as const
  for (const [umbrella_id = '', member_id = ''] of rows)
    await db
      .insertInto('organisation_member')
      .values({ umbrella_id, member_id, added_at: world.clock.now, added_by: null })
      .execute()
  equal(await reachOf(db, a), 3)
  const guest = await world.visitor()
  for (const id of [a, b, c, d]) equal((await guest.open(`/sv/network/organisations/${id}`)).status, 200)
})

test('whoever acts for an organisation lands there after signing in, and her account says as what', async () => {
  const noor = await world.visitor(await personNamed('noor@example.org'))
  const landed = await noor.open('/sv/office')
  equal(landed.path, '/sv/network/mine')
  match(landed.text, /Odlarna på Möllan/)
  match((await noor.open('/sv/account')).text, /, Odlarna på Möllan/)
})

test('of two who write down the members at once, the second one sees what the first one saved', async () => {
  const umbrella = await anOrganisation('Paraplyet')
  for (const name of ['Medlem ett', 'Medlem två', 'Medlem tre']) await anOrganisation(name)
  const at = `/sv/network/organisations/${umbrella}/members`
  const [first, second] = [await office.open(at), await office.open(at)]
  await office.press(first, 'Spara', { members: 'Medlem ett' })
  const refused = await office.press(second, 'Spara', { members: 'Medlem två' })
  equal(refused.status, 409)
  match(refused.text, /Medlem ett\s*Står där nu\s*Medlem två\s*Du skrev/)
  const members = () => membersOf(db, umbrella)
  equal((await members()).length, 1)
  await office.press(refused, 'Spara', { members: 'Medlem ett\nMedlem två' })
  equal((await members()).length, 2)
  equal((await office.press(refused, 'Spara', { members: 'Medlem tre' })).status, 409)
})

test('where two have changed a profile, only what is not the same is shown beside each other', async () => {
  const at = `/sv/network/organisations/${await anOrganisation('Tvillingarna')}/edit`
  const [first, second] = [await office.open(at), await office.open(at)]
  world.clock.now = plus(world.clock.now, { minutes: 1 })
  await office.press(first, 'Spara', { place: 'Limhamn' })
  const refused = await office.press(second, 'Spara', { place: 'Oxie' })
  equal(refused.status, 409)
  const [, , ...rows] = /<table[\s\S]*?<\/table>/.exec(refused.html)?.[0].split('<tr') ?? []
  equal(rows.length, 1)
  match(rows[0] ?? '', /Limhamn[\s\S]*Oxie/)
})
