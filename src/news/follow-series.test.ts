import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json, transact } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Capacity } from '#programme/tables.ts'
import { anEvent, aSignUp } from '../../test/cast.ts'
import { lastMailTo } from '../../test/people-cast.ts'
import { baseUrl, firstNoon, freshWorld, type Visitor, type World } from '../../test/world.ts'
import type { Db } from './tables.ts'
import { tellFollowers } from './tell-followers.ts'

let world: World
let db: Db
let visitor: Visitor

const day = (days: number): Instant => plus(firstNoon, { days })
const url = (language: string, path: string) => `${baseUrl}/${language}${path}`

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  visitor = await world.visitor()
})
after(() => world.close())

type Audience = { kind: 'sectors' | 'invitation'; capacities?: string; unlisted?: number }

/** An event of a series that these addresses follow, published; `for` says whom it is for. */
async function published(followers: readonly string[], audience?: Audience): Promise<string> {
  const event = await anEvent(world.database, day(20), {
    title: json({ sv: 'Nästa', en: 'Next', es: 'Otro' }),
  })
  if (audience)
    await db
      .insertInto('event_audience')
      .values({ event_id: event, ...audience })
      .execute()
  const { series_id } = await db
    .selectFrom('event')
    .select('series_id')
    .where('id', '=', event)
    .executeTakeFirstOrThrow()
  const rows = followers.map((email) => ({
    ...{
      id: newId(),
      email,
      language: 'sv' as const,
      series_id,
      asked_at: firstNoon,
      confirmed_at: firstNoon,
    },
    ended_at: null,
  }))
  await db.insertInto('subscription').values(rows).execute()
  await publish(event)
  return event
}

async function publish(event: string): Promise<void> {
  await transact(db, (tx) => record(tx, { what: 'event-published', by: null, about: event, at: firstNoon }))
  await tellFollowers(db, firstNoon, { url })
}

const told = async (event: string): Promise<string[]> =>
  (
    await db
      .selectFrom('mail')
      .select('to_address')
      .where('about', '=', event)
      .orderBy('to_address')
      .execute()
  ).map(({ to_address }) => to_address)

/** Somebody who once signed up for something else and confirmed it. */
async function known(email: string, capacity: Capacity): Promise<void> {
  const earlier = await anEvent(world.database, day(-30))
  await aSignUp(world.database, earlier, { email, name: 'Amina Yusuf', capacity })
}

test('a follower who signed up before comes with the link and one press; without an account or a cookie', async () => {
  await known('amina@example.org', 'civil-society')
  const event = await published(['amina@example.org'])
  const { link } = await lastMailTo(world, 'amina@example.org')
  const page = await visitor.open(link)
  match(page.text, /Du anmäls som\s*Amina Yusuf/)
  deepEqual(page.root.querySelectorAll('main input'), [])
  ok(!page.text.includes('Jag kan inte komma'), 'a follower owes nobody an answer')
  const after = await visitor.press(page, 'Jag kommer')
  match(after.text, /Du kommer/)
  const [row] = await db
    .selectFrom('sign_up')
    .select(['name', 'capacity', 'state'])
    .where('event_id', '=', event)
    .execute()
  deepEqual(row, { name: 'Amina Yusuf', capacity: 'civil-society', state: 'seat' })
  match((await visitor.press(after, 'Jag kan inte komma')).text, /inte kan komma/)
})

test('of a follower whom nobody knows yet only the name and the sector are asked', async () => {
  await published(['ny@example.org'])
  const page = await visitor.open((await lastMailTo(world, 'ny@example.org')).link)
  const names = new Set(page.root.querySelectorAll('main input').map((one) => one.getAttribute('name')))
  deepEqual([...names], ['name', 'capacity'])
  match((await visitor.press(page, 'Jag kommer', { name: 'Noor', capacity: 'resident' })).text, /Du kommer/)
})

test('one event is told of once, however often it is published or told again', async () => {
  const event = await published(['en@example.org'])
  await publish(event)
  await tellFollowers(db, day(1), { url })
  deepEqual(await told(event), ['en@example.org'])
})

test('followers are never told of what is in no list or by invitation, nor of what is for others', async () => {
  await known('bo@example.org', 'elected')
  await known('ana@example.org', 'resident')
  const all = ['bo@example.org', 'ana@example.org', 'unknown@example.org']
  deepEqual(await told(await published(all, { kind: 'invitation', unlisted: 1 })), [])
  deepEqual(await told(await published(all, { kind: 'invitation' })), [])
  const elected = await published(all, { kind: 'sectors', capacities: 'elected,civil-servant' })
  deepEqual(await told(elected), ['bo@example.org', 'unknown@example.org'])
  const { text_body, link } = await lastMailTo(world, 'unknown@example.org')
  match(text_body, /För vem: För förtroendevalda och tjänstepersoner/)
  const page = await visitor.open(link)
  deepEqual(
    page.root.querySelectorAll('input[name=capacity]').map((one) => one.getAttribute('value')),
    ['elected', 'civil-servant'],
  )
})

test('a link to an event that became one by invitation signs nobody up', async () => {
  const event = await published(['sen@example.org'])
  const { link } = await lastMailTo(world, 'sen@example.org')
  await db.insertInto('event_audience').values({ event_id: event, kind: 'invitation' }).execute()
  match((await visitor.open(link)).text, /numera efter inbjudan/)
  const pressed = await visitor.send(link, { do: 'come', name: 'Sen', capacity: 'resident' })
  equal(pressed.status, 409)
  deepEqual(await db.selectFrom('sign_up').select('id').where('event_id', '=', event).execute(), [])
})
