import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { decodeQR } from 'qr/decode.js'
import { encode } from 'uqr'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { anEvent, aSignUp } from '../../../test/cast.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { ProgrammeTables } from '../tables.ts'
import { codeFor } from './code.ts'

let world: World
let bo: Visitor
let event = ''
before(async () => {
  world = await freshWorld()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  event = await anEvent(world.database, plus(firstNoon, { hours: 1 }), { capacity: 3 })
})
after(() => world.close())

const db = () => world.database.as<ProgrammeTables>()

/** Makes a link to the door and answers with its address. */
async function link(fields: Record<string, string> = {}, door = event): Promise<string> {
  const page = await bo.open(`/sv/office/events/${door}/door/stewards`)
  const made = await bo.press(page, 'Skapa länken', { label: 'Ingång B', ...fields })
  const address = made.root.querySelector('.steward-link a')?.getAttribute('href') ?? ''
  match(address, /\/sv\/door\/[A-Za-z2-9]{40}$/)
  return new URL(address).pathname
}

const isIn = async (id: string): Promise<boolean> => {
  const query = db().selectFrom('sign_up').select('checked_in_at').where('id', '=', id)
  return (await query.executeTakeFirstOrThrow()).checked_in_at !== null
}

test('a steward searches and checks in, and sees no list, no address and no need', async () => {
  const id = await aSignUp(world.database, event, { name: 'Amina Ahmed', email: 'amina.ahmed@example.org' })
  await db()
    .insertInto('sign_up_need')
    .values({ sign_up_id: id, diet: 'jordnötter', wipe_on: '2026-12-24' })
    .execute()
  const path = await link()
  const steward = await world.visitor()
  ok(!(await steward.open(path)).html.includes('Amina'))
  const found = await steward.open(`${path}?q=amina`)
  const list = await steward.open(`${path}/list`)
  for (const { html } of [found, list]) {
    ok(html.includes('Amina Ahmed'))
    ok(!/@example\.org|jordnötter/.test(html))
  }
  const said = await steward.press(found, 'Checka in')
  match(said.text, /Amina Ahmed är inne/)
  ok(await isIn(id))
  const again = await steward.press(said, 'Ångra')
  match(again.text, /Amina Ahmed är inte incheckad/)
  for (const page of ['', '/sign-ups', '/door', '/door/list', '/door/stewards', '/tables', '/paper'])
    ok((await steward.open(`/sv/office/events/${event}${page}`)).path.startsWith('/sv/sign-in'), page)
})

test('a steward lets in nobody beyond the seats and writes nobody up, unless the organiser said so', async () => {
  const full = await anEvent(world.database, plus(firstNoon, { hours: 1 }), { capacity: 1 })
  await aSignUp(world.database, full)
  const waiting = await aSignUp(world.database, full, { name: 'Elias', state: 'waiting' })
  const [plain, trusted] = [await link({}, full), await link({ mayWriteUp: 'yes' }, full)]
  const steward = await world.visitor()
  const page = await steward.open(`${plain}?q=elias`)
  ok(page.text.includes('Fråga den som ordnar träffen') && !page.text.includes('Kom utan anmälan'))
  const walkIn = { do: 'walk-in', id: newId(), name: 'Gun', capacity: 'resident', anyway: 'yes' }
  equal((await steward.send(plain, walkIn)).status, 409)
  equal(
    (await steward.send(plain, { do: 'check-in', id: newId(), signUp: waiting, anyway: 'yes' })).status,
    409,
  )
  const at = world.clock.now
  const scans = [
    { kind: 'in', nonce: newId(), at, device: 'A', signUp: waiting },
    { kind: 'walk-in', nonce: newId(), at, device: 'A', name: 'Gun', capacity: 'resident' },
  ]
  const told = await steward.sendJson(`${plain}/scans`, { scans })
  deepEqual(told.html.match(/not-allowed/g)?.length, 2)
  equal(await isIn(waiting), false)
  match((await steward.send(trusted, walkIn)).text, /Gun är inne/)
})

test('a link that was ended, has run out or is another event’s opens nothing', async () => {
  const [ended, late] = [await link({ label: 'Vera' }), await link({ label: 'Sent' })]
  const steward = await world.visitor()
  const page = await bo.open(`/sv/office/events/${event}/door/stewards`)
  const { id } = await db()
    .selectFrom('steward_link')
    .select('id')
    .where('label', '=', 'Vera')
    .executeTakeFirstOrThrow()
  await bo.send(page.path, { do: 'end', steward: id })
  const now = world.clock.now
  for (const [path, time] of [
    [ended, now],
    [late, plus(now, { days: 2 })],
    [late.slice(0, -1), now],
  ] as const) {
    world.clock.now = time
    equal((await steward.open(path)).status, 404)
    equal((await steward.open(`${path}/list`)).status, 404)
    equal((await steward.sendJson(`${path}/scans`, { scans: [] })).status, 404)
  }
  world.clock.now = now
  const page2 = await bo.open(`/sv/office/events/${event}/door/stewards`)
  const refused = await bo.press(page2, 'Skapa länken', { label: 'För länge', until: '2027-06-01' })
  deepEqual([refused.status, /högst en vecka/.test(refused.text)], [409, true])
  equal((await bo.press(page2, 'Skapa länken', { label: 'Då', until: '2026-01-01' })).status, 409)
  equal((await bo.press(page2, 'Skapa länken', { label: '' })).status, 422)
})

test('the database lets no steward tell anything after the link is over', async () => {
  const { id } = await db()
    .selectFrom('steward_link')
    .select('id')
    .where('label', '=', 'Vera')
    .executeTakeFirstOrThrow()
  const scan = {
    ...{ nonce: newId(), event_id: event, arrival: 99, sign_up_id: newId(), device: 'A' },
    ...{ at: firstNoon, received_at: firstNoon, by_person: null, by_steward: id },
    ...({ kind: 'in', outcome: 'done' } as const),
  }
  await rejects(db().insertInto('door_scan').values(scan).execute(), /no door to stand at/)
})

test('the code of a seat is drawn, opens the door for those who stand there, and tells others nothing', async () => {
  const visitor = await world.visitor()
  const address = 'nadia@example.org'
  await visitor.send(`/sv/events/${event}/sign-up`, { name: 'Nadia', email: address, capacity: 'resident' })
  const own = /\/sv\/sign-ups\/\w+/.exec((await lastMailTo(world, address)).text_body)?.[0] ?? ''
  const { id } = await db()
    .selectFrom('sign_up')
    .select('id')
    .where('email', '=', address)
    .executeTakeFirstOrThrow()
  equal((await visitor.open(`${own}/door`)).root.querySelectorAll('main svg').length, 0)
  const seat = { state: 'seat', confirmed_at: firstNoon, held_until: null } as const
  await db().updateTable('sign_up').set(seat).where('id', '=', id).execute()
  const page = await visitor.open(`${own}/door`)
  equal(page.root.querySelectorAll('main svg').length, 1)
  const picture = await visitor.open(`${own}/code.svg`)
  match(picture.headers.get('content-type') ?? '', /svg/)
  match(picture.headers.get('cache-control') ?? '', /no-store/)

  const { secret } = await db()
    .selectFrom('door_secret')
    .select('secret')
    .where('event_id', '=', event)
    .executeTakeFirstOrThrow()
  const path = `/sv/in/${codeFor(id, secret)}`
  const stranger = await (await world.visitor()).open(path)
  deepEqual([stranger.status, stranger.text.includes('Nadia')], [200, false])
  match((await bo.open(path)).text, /Nadia har plats/)
  for (const wrong of [`${path.slice(0, -1)}x`, `/sv/in/${codeFor(id, 'another')}`, '/sv/in/x'])
    equal((await bo.open(wrong)).status, 404)

  const steward = await world.visitor()
  const door = await steward.open(await link())
  ok(!(await steward.open(path)).text.includes('Nadia'))
  await steward.press(door, 'Kom ihåg dörren')
  const asked = await steward.open(path)
  match(asked.text, /Nadia har plats/)
  match((await steward.press(asked, 'Checka in')).text, /Nadia är inne/)
  const other = await anEvent(world.database, plus(firstNoon, { hours: 1 }))
  const remembered = await world.visitor()
  await remembered.press(await remembered.open(await link({}, other)), 'Kom ihåg dörren')
  match((await remembered.open(path)).text, /Inte till den här träffen/)
})

test('what one library draws another one reads', () => {
  const text = `https://malmoandan.example/in/${codeFor(newId(), 'secret')}`
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const scale = 4
  const side = size * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (data[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
  equal(decodeQR({ width: side, height: side, data: pixels }), text)
})

test('only the door’s pages may open the camera', async () => {
  const path = await link()
  const policyAt = async (at: string): Promise<string> =>
    (await bo.open(at)).headers.get('permissions-policy') ?? ''
  for (const at of [path, `/sv/office/events/${event}/door`])
    match(await policyAt(at), /camera=\(self\)|camera=self/)
  for (const at of ['/sv', `/sv/office/events/${event}`, `${path}/list`])
    match(await policyAt(at), /camera=\(\)|camera=none/)
})
