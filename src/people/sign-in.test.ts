import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { coordinatorOf, lastMailTo } from '../../test/people-cast.ts'
import { freshWorld, type World } from '../../test/world.ts'
import { firstCoordinatorsToken } from './name-first-coordinators.ts'
import { safeNext } from './sign-in.rules.ts'
import type { PeopleTables } from './tables.ts'

let world: World
before(async () => {
  world = await freshWorld()
  await coordinatorOf(world.database, 'city', 'Bo')
  await coordinatorOf(world.database, 'civil-society', 'Carmen')
})
after(() => world.close())

async function askForLink(email: string) {
  const visitor = await world.visitor()
  const page = await visitor.open('/sv/sign-in')
  return visitor.press(page, 'Mejla mig en länk', { email })
}

test('a coordinator is mailed a link that opens the door once', async () => {
  await askForLink('Bo@Example.org ')
  const { link } = await lastMailTo(world, 'bo@example.org')
  const visitor = await world.visitor()
  const page = await visitor.open(link)
  match(page.title, /Hej Bo/)
  equal((await visitor.open('/sv/office')).path.startsWith('/sv/sign-in'), true)
  const office = await visitor.press(page, 'Logga in')
  deepEqual([office.status, office.path], [200, '/sv/office'])
  const second = await (await world.visitor()).open(link)
  equal(second.status, 409)
  match(second.text, /redan använts/)
})

test('two devices that press at the same time: one gets in', async () => {
  await askForLink('bo@example.org')
  const { link } = await lastMailTo(world, 'bo@example.org')
  const answers = await Promise.all([1, 2, 3].map(async () => (await world.visitor()).send(link, {})))
  deepEqual(answers.map((answer) => answer.status).sort(), [200, 409, 409])
})

test('the answer is the same for an address that nobody here has, and nothing is mailed', async () => {
  const known = await askForLink('carmen@example.org')
  const before = (await world.mails()).length
  const unknown = await askForLink('stranger@example.org')
  equal(unknown.html, known.html)
  equal((await world.mails()).length, before)
})

test('a link older than a quarter of an hour says so', async () => {
  await askForLink('carmen@example.org')
  const { link, text_body } = await lastMailTo(world, 'carmen@example.org')
  const { now } = world.clock
  world.clock.now = plus(now, { minutes: 15 })
  match((await (await world.visitor()).open(link)).text, /för gammal/)
  world.clock.now = now
  const [token = ''] = /[A-Za-z2-9]{40}/.exec(text_body) ?? []
  const rows = await world.database.as<PeopleTables>().selectFrom('sign_in_link').selectAll().execute()
  ok(!JSON.stringify(rows).includes(token), 'only a hash of the secret is stored')
})

test('the sixth link within a quarter of an hour is not mailed, and too many from one network are refused', async () => {
  const person = 'dora@example.org'
  await coordinatorOf(world.database, 'city', 'Dora')
  for (let time = 0; time < 7; time += 1) await askForLink(person)
  equal((await world.mails()).filter((mail) => mail.to_address === person).length, 5)
  let refused = await askForLink('nobody@example.org')
  for (let time = 0; time < 125 && refused.status === 200; time += 1)
    refused = await askForLink('nobody@example.org')
  equal(refused.status, 429)
  match(refused.text, /Vänta en kvart/)
})

test('signing out everywhere ends the sessions of all devices', async () => {
  const id = await coordinatorOf(world.database, 'city', 'Elias')
  const [phone, laptop] = [await world.visitor(id), await world.visitor(id)]
  equal((await laptop.open('/sv/account')).status, 200)
  await phone.press(await phone.open('/sv/account'), 'Logga ut överallt')
  match((await laptop.open('/sv/account')).path, /sign-in/)
  match((await phone.open('/sv/account')).path, /sign-in/)
})

test('a session ends after thirty days without a visit, and each visit renews it', async () => {
  const { now } = world.clock
  const id = await coordinatorOf(world.database, 'city', 'Fatima')
  const visitor = await world.visitor(id)
  const expiry = async () =>
    (
      await world.database
        .as<PeopleTables>()
        .selectFrom('session')
        .select('expires_at')
        .where('person_id', '=', id)
        .executeTakeFirst()
    )?.expires_at
  const first = await expiry()
  world.clock.now = plus(now, { days: 2 })
  await visitor.open('/sv/account')
  notEqual(await expiry(), first)
  equal(await expiry(), plus(now, { days: 32 }))
  world.clock.now = plus(now, { days: 33 })
  match((await visitor.open('/sv/account')).path, /sign-in/)
  world.clock.now = now
})

test('after signing in one comes to the page one asked for, and never to another site', () => {
  equal(safeNext('/office/events/7?tab=1'), '/office/events/7?tab=1')
  for (const path of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    null,
    '',
  ])
    equal(safeNext(path), '/office')
})

test('roles to try are for the sample year alone', async () => {
  const visitor = await world.visitor()
  equal((await visitor.open('/sv/sign-in/sample/city')).status, 404)
  equal((await visitor.send('/sv/sign-in/sample/city', {})).status, 404)
})

test('a new installation names its first coordinators at an address that works once', async () => {
  const fresh = await freshWorld()
  try {
    const token = await firstCoordinatorsToken(fresh.database.as(), fresh.clock.now)
    const visitor = await fresh.visitor()
    const page = await visitor.open(`/sv/start/${token}`)
    const empty = await visitor.press(page, 'Börja')
    deepEqual([empty.status, empty.title.startsWith('Fel: ')], [422, true])
    const wrong = await visitor.press(page, 'Börja', { 'city.name': 'Bo', 'city.email': 'nej' })
    equal(wrong.status, 422)
    const twice = await visitor.press(page, 'Börja', {
      ...{ 'city.name': 'Bo', 'city.email': 'bo@example.org' },
      ...{ 'civil-society.name': 'Bo', 'civil-society.email': 'Bo@example.org' },
    })
    equal(twice.status, 422)
    match(twice.text, /bara vara samordnare för en part/)
    const people = {
      'city.name': 'Bo',
      'city.email': 'bo@example.org',
      'civil-society.name': 'Amina',
      'civil-society.email': 'amina@example.org',
    }
    equal((await visitor.press(page, 'Börja', people)).path, '/sv/office')
    deepEqual(
      (await fresh.mails()).map((mail) => mail.to_address),
      ['amina@example.org'],
    )
    equal((await (await fresh.visitor()).open(`/sv/start/${token}`)).status, 404)
    equal(await firstCoordinatorsToken(fresh.database.as(), fresh.clock.now), null)
  } finally {
    await fresh.close()
  }
})

test('a form that another site sends is refused, and nothing happens', async () => {
  const visitor = await world.visitor()
  const before = (await world.mails()).length
  const refused = await visitor.send(
    '/sv/sign-in',
    { email: 'bo@example.org' },
    { origin: 'https://evil.example' },
  )
  equal(refused.status, 403)
  match(refused.text, /våra egna sidor/)
  const alsoRefused = await visitor.send(
    '/sv/sign-in',
    { email: 'bo@example.org' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
  )
  equal(alsoRefused.status, 403)
  equal((await world.mails()).length, before)
})
