import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { sayYes } from '../signing-up.ts'
import { type Answer, freshWorld, type Visitor, type World } from '../world.ts'
import { type Facts, factsOf, openEvent } from './facts.ts'
import { rowOf } from './row-of.ts'
import { stateOf } from './state.ts'

let world: World
let facts: Facts

before(async () => {
  world = await freshWorld({ sample: true })
  facts = await factsOf(world)
})
after(() => world.close())

const guest = { capacity: 'resident', language: 'sv' }

/** Signs somebody up and returns the address of her own page. */
async function ownPageOf(visitor: Visitor, name: string): Promise<string> {
  const email = `${name.toLowerCase()}@example.org`
  const { slug } = await openEvent(world)
  equal((await visitor.send(`/sv/events/${slug}/sign-up`, { ...guest, name, email })).status, 200)
  await sayYes(world, visitor, email)
  const mail = (await world.mails()).findLast(({ to_address }) => to_address === email)
  return /\/sv\/sign-ups\/\w+/.exec(mail?.text_body ?? '')?.[0] ?? ''
}

test('the holder of a sign-up link sees and ends her own sign-up, and nobody else’s', async () => {
  const karin = await world.visitor()
  const [hers, amals] = [await ownPageOf(karin, 'Karin'), await ownPageOf(await world.visitor(), 'Amal')]
  const nameAt = async (path: string) =>
    (await karin.open(path)).root.querySelector('[name="name"]')?.getAttribute('value')
  equal(await nameAt(hers), 'Karin')
  equal(await nameAt(amals), 'Amal')
  await karin.send(`${hers}/cancel`, {})
  equal(await nameAt(hers), undefined)
  equal(await nameAt(amals), 'Amal')
  // What is left of a link that was not copied whole leads to nobody's sign-up.
  for (const path of [hers.slice(0, -1), `${hers}x`, hers.toLowerCase(), '/sv/sign-ups/%20']) {
    const { status, text } = await karin.open(path)
    deepEqual([status, text.includes('Karin')], [404, false])
  }
})

/** What somebody sees; the link that a sample year shows, since it sends no mail, is left out. */
const seen = ({ status, path, text }: Answer) => [
  ...[status, path.replace(/&mail=\w+/, '')],
  text.replace(/Det här är ett exempelår.*?mejlet(?=Vad)/, ''),
]

test('signing up tells nobody whether an address was signed up before', async () => {
  const { slug } = await openEvent(world)
  const send = async (email: string) => {
    const visitor = await world.visitor()
    return visitor.send(`/sv/events/${slug}/sign-up`, { ...guest, name: 'Somebody', email })
  }
  const [first, again, other] = [
    await send('noor@example.org'),
    await send('NOOR@example.org'),
    await send('x@example.org'),
  ]
  deepEqual(seen(again), seen(first))
  deepEqual(seen(other), seen(first))
})

test('one party does not say how the other party’s commitment goes', async () => {
  const from = `select commitment.number, party.key from commitment
    join commitment_owner on commitment_owner.commitment_id = commitment.id join party on party.id = party_id
    where (select count(*) from commitment_owner o where o.commitment_id = commitment.id) = 1`
  const { number } = await rowOf(world, `${from} and party.key = 'city'`)
  const path = `/sv/office/commitments/${number}/update`
  const update = () => ({ id: newId(), state: 'under-way', 'said.sv': 'Vi håller på.' })
  const other = await world.visitor(facts.civilSociety)
  const stood = await stateOf(world)
  equal((await other.open(path)).root.querySelectorAll('main form').length, 0)
  equal((await other.send(path, update())).status, 409)
  deepEqual(await stateOf(world), stood)
  const own = await (await world.visitor(facts.city)).send(path, update())
  deepEqual([own.status, own.path], [200, `/sv/plan/commitments/${number}`])
})

test('the organiser of one event does not reach another’s recommendation through her own', async () => {
  const omar = await world.visitor(facts.otherOrganiser.id)
  const own = (await openEvent(world))['id']
  const { id } = await rowOf(world, `select id from recommendation where event_id <> '${own}'`)
  const stood = await stateOf(world)
  for (const step of ['edit', 'remove', 'hand-over', 'answer']) {
    const path = `/sv/office/events/${own}/recommendations/${id}/${step}`
    equal((await omar.open(path)).status, 404, path)
    equal((await omar.send(path, { 'text.sv': 'x', receiverName: 'x' })).status, 404, path)
  }
  deepEqual(await stateOf(world), stood)
})

test('a draft is found by those who look after it alone', async () => {
  const draft = await rowOf(world, 'select id, slug from event where published_at is null')
  for (const path of [
    `/sv/events/${draft['slug']}`,
    `/sv/events/${draft['slug']}/sign-up`,
    `/sv/events/${draft['slug']}/event.ics`,
  ])
    equal((await (await world.visitor()).open(path)).status, 404, path)
  const omar = await world.visitor(facts.otherOrganiser.id)
  equal((await omar.open(`/sv/events/${draft['slug']}`)).status, 404)
  equal((await (await world.visitor(facts.city)).open(`/sv/events/${draft['slug']}`)).status, 200)
  const calendar = await (await world.visitor()).open('/sv/calendar.ics')
  ok(!calendar.html.includes(draft['id'] ?? ''))
  match(calendar.html, /BEGIN:VEVENT/)
})

test('signing in leads to no other site, and signing out everywhere ends every session', async () => {
  const visitor = await world.visitor()
  for (const next of [
    '//elsewhere.example',
    'https://elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ]) {
    const page = await visitor.open(`/sv/sign-in?next=${encodeURIComponent(next)}`)
    await visitor.press(page, 'Mejla mig en länk', { email: 'klara@example.org' })
  }
  const mails = (await world.mails()).filter(({ to_address }) => to_address === 'klara@example.org')
  ok(mails.length > 0)
  for (const { text_body } of mails) {
    const path = /\/sv\/sign-in\/with\/\w+/.exec(text_body ?? '')?.[0] ?? ''
    const klara = await world.visitor()
    const { status, path: arrived } = await klara.send(path, {})
    deepEqual([status, arrived.startsWith('/sv/office')], [200, true], arrived)
    equal((await klara.send(path, {})).status, 409, 'a link works once')
  }
  const [here, there] = [await world.visitor(facts.organiser.id), await world.visitor(facts.organiser.id)]
  await here.send('/sv/account', { where: 'everywhere' })
  ok((await there.open('/sv/account')).path.startsWith('/sv/sign-in'))
})
