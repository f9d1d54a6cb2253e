import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'

let world: World
let db: Db
let bo: Visitor
let forum: string
let ids: Map<string, string>

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  const series = db.selectFrom('series').select('id').where('key', '=', 'dialogforum')
  const { id: series_id } = await series.executeTakeFirstOrThrow()
  forum = await anEvent(world.database, plus(firstNoon, { days: 30 }), { slug: 'forum', series_id })
  const rows = await db.selectFrom('organisation').select(['id', 'slug']).execute()
  ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  await db
    .updateTable('organisation')
    .set({ contact_email: 'info@ideella.example.org' })
    .where('slug', '=', 'malmo-ideella')
    .execute()
})
after(() => world.close())

const at = (): string => `/sv/office/events/${forum}/invitations/missing`
const idOf = (slug: string): string => ids.get(slug) ?? ''

test('who is missing is told by organisation for organisers, and in numbers for everybody', async () => {
  await aSignUp(world.database, forum, {
    ...{ name: 'Rut Hemlig', capacity: 'elected', organisation_name: 'fritidsnämnden' },
  })
  const page = await bo.open(at())
  match(page.text, /Malmö Ideella · info@ideella\.example\.org/)
  match(page.text, /Kulturnämnden · ingen adress/)
  ok(!page.text.includes('Fritidsnämnden ·'), 'a typed name counts where the directory knows it')
  ok(!page.html.includes('Rut Hemlig'))
  const shown = await (await world.visitor()).open('/sv/events/forum')
  match(shown.text, /Vilka är med hittills\?.*Nämnder16100/)
  ok(!shown.text.includes('Kulturnämnden') && !shown.text.includes('Fritidsnämnden'))
  const klara = await world.visitor((await aMember(world.database, 'Klara')).id)
  equal((await klara.open(at())).status, 404)
})

test('those whose address is known are ticked, and one press puts them on the list', async () => {
  const page = await bo.open(at())
  const list = await bo.press(page, 'Sätt upp dem på listan')
  equal(list.status, 200)
  match(list.text, /Malmö Ideella/)
  const rows = db.selectFrom('invitation').select(['email', 'capacity', 'organisation_id', 'people_max'])
  const own = await rows.where('event_id', '=', forum).execute()
  deepEqual(own, [
    {
      ...{ email: 'info@ideella.example.org', capacity: 'civil-society', people_max: 2 },
      organisation_id: idOf('malmo-ideella'),
    },
  ])
  match((await bo.open(at())).text, /Inbjudna, men ingen anmäld än \(1\)Malmö Ideella/)
})

test('one without an address gets one there; without it nothing is kept', async () => {
  const culture = idOf('culture-committee')
  const page = await bo.open(at())
  const bare = await bo.press(page, 'Sätt upp dem', { organisations: culture })
  equal(bare.status, 422)
  match(bare.text, /Skriv en adress/)
  const given = { organisations: culture, [`address.${culture}`]: 'kultur@example.org' }
  equal((await bo.press(page, 'Sätt upp dem', given)).status, 200)
  equal((await bo.press(page, 'Sätt upp dem', { organisations: [] })).status, 422)
  world.clock.now = plus(firstNoon, { days: 31 })
  const technical = idOf('technical-committee')
  const late = { organisations: technical, [`address.${technical}`]: 'teknik@example.org' }
  equal((await bo.press(page, 'Sätt upp dem', late)).status, 409)
  world.clock.now = firstNoon
})
