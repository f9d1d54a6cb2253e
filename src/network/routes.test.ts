import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { aMember } from '../../test/cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../test/world.ts'
import type { Db } from './tables.ts'

let world: World
let db: Db
let city: Visitor
let civil: Visitor
let stranger: Visitor

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  city = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
  civil = await world.visitor((await aMember(world.database, 'Amina', 'civil-society')).id)
  stranger = await world.visitor()
})
after(() => world.close())

const office = '/sv/office/network'
const happened = async (what: string): Promise<number> =>
  (await db.selectFrom('record').select('id').where('what', '=', what).execute()).length

test('the directory is read in three languages: who takes part, and in what', async () => {
  for (const [language, city, kind] of [
    ['sv', /Malmö stad/, /Processer/],
    ['en', /City of Malmö/, /Processes/],
    ['es', /Ciudad de Malmö/, /Procesos/],
  ] as const) {
    const page = await stranger.open(`/${language}/network`)
    equal(page.status, 200)
    match(page.text, city)
    match(page.text, kind)
    ok(page.root.querySelector('.sector-mark'))
  }
  const partnership = await stranger.open((await stranger.open('/sv/network')).link('En stad fri från hat'))
  match(partnership.text, /2022–2023/)
  match(partnership.text, /Kodex Malmö/)
  match((await stranger.open('/sv/network/malmo-tillsammans')).text, /Till 2023/)
  match((await stranger.open('/sv/network/organisations/malmo-ideella')).text, /Paraplyorganisation/)
  equal((await stranger.open('/sv/network/organisations/nobody')).status, 404)
  equal((await stranger.open('/sv/network/nobody')).status, 404)
})

test('a search without script finds names in any language and spelling, or says there are none', async () => {
  const start = await stranger.open('/sv/network')
  const found = await stranger.press(start, 'Sök', { q: 'LEISURE comm' })
  match(found.text, /1 organisation heter något/)
  match(found.text, /Fritidsnämnden/)
  ok(!found.text.includes('Malmö Ideella'))
  const inAnyOrder = await stranger.open('/sv/network?q=commit%20%26%20%22LEISURE%22')
  match(inAnyOrder.text, /Fritidsnämnden/)
  match((await stranger.open('/sv/network?q=leisure+ideella')).text, /Ingen organisation heter/)
  match((await stranger.press(found, 'Sök', { q: '100%' })).text, /Ingen organisation heter något med ”100%”/)
  const unsafe = await stranger.open('/sv/network?q=%3Cscript%3E&page=zero')
  equal(unsafe.status, 200)
  ok(!unsafe.html.includes('<script>'))
})

test('only coordinators look after the directory', async () => {
  const guest = await world.visitor((await aMember(world.database, 'Cora')).id)
  for (const path of ['', '/organisations/new', '/partnerships/new', '/organisations/x', '/partnerships/x']) {
    match((await stranger.open(office + path)).path, /\/sign-in/)
    equal((await guest.open(office + path)).status, 404, path)
    if (path) equal((await guest.send(office + path, { 'name.sv': 'Kupp' })).status, 404, path)
  }
  for (const path of ['/organisations/x', '/partnerships/x'])
    equal((await city.open(office + path)).status, 404)
})

test('an organisation is added once, however often the button is pressed, and then put right', async () => {
  const form = await civil.open(`${office}/organisations/new`)
  const empty = await civil.press(form, 'Spara', { website: 'javascript:alert(1)' })
  equal(empty.status, 422)
  match(empty.title, /^Fel:/)
  for (const words of [/minst ett av språken/, /Välj en sektor/, /Välj en typ/]) match(empty.text, words)

  const words = {
    'name.sv': 'Cykelköket',
    sector: 'civil-society',
    kind: 'association',
    website: 'https://example.org',
  }
  const added = await civil.press(empty, 'Spara', words)
  equal(added.path, '/sv/network/organisations/cykelkoket')
  match(added.text, /example\.org/)
  equal((await civil.press(empty, 'Spara', words)).path, added.path)
  equal(await happened('organisation-added'), 1)

  const twin = await city.press(await city.open(`${office}/organisations/new`), 'Spara', {
    ...words,
    'name.sv': 'CYKELKÖKET',
  })
  equal(twin.status, 409)
  match(twin.text, /med det namnet finns redan/)
  ok(twin.html.includes('CYKELKÖKET'))

  const edit = await civil.open(added.link('Ändra'))
  equal((await civil.press(edit, 'Spara', { 'name.sv': '' })).status, 422)
  const changed = await civil.press(edit, 'Spara', {
    'name.sv': 'Nya cykelköket',
    'name.en': 'The bike kitchen',
  })
  equal(changed.path, added.path)
  match(changed.text, /Nya cykelköket/)
})

test('a partnership is added with those who take part, who are known by name', async () => {
  const form = await city.open(`${office}/partnerships/new`)
  const words = {
    ...{ kind: 'network', 'name.sv': 'Grannsamverkan', 'lead.sv': 'Vi ses varje vecka.', state: 'ended' },
    ...{ began_on: '2024', ended_on: '2023', organisations: 'malmo ideella\nCity of Malmö\nMalmö stad' },
  }
  const years = await city.press(form, 'Spara', words)
  equal(years.status, 422)
  match(years.text, /innan det började/)
  const inWords = await city.press(form, 'Spara', { ...words, began_on: 'i fjol' })
  match(inWords.text, /Skriv ett år, en månad eller en dag/)
  ok(!inWords.text.includes('innan det började'))
  const unknown = await city.press(form, 'Spara', {
    ...words,
    ended_on: '',
    state: 'running',
    organisations: 'Malmö Ideella\nIngen',
  })
  equal(unknown.status, 422)
  match(unknown.text, /finns inte i katalogen/)

  const added = await city.press(unknown, 'Spara', { ...words, ended_on: '', state: 'running' })
  equal(added.path, '/sv/network/grannsamverkan')
  match(added.text, /Sedan 2024/)
  const names = added.root.querySelectorAll('.facts li').map((one) => one.textContent.trim())
  deepEqual(names, ['Malmö Ideella', 'Malmö stad'])
  match((await stranger.open('/sv/network/organisations/malmo-ideella')).text, /Grannsamverkan/)
  equal((await city.press(unknown, 'Spara', { ...words, ended_on: '', state: 'running' })).path, added.path)
  equal(await happened('partnership-added'), 1)
})

test('whoever saves after another has saved is told, and keeps the words', async () => {
  for (const [path, key] of [
    ['/sv/network/organisations/city-of-malmo', 'name.sv'],
    ['/sv/network/malmoakademin', 'lead.sv'],
  ] as const) {
    const address = (await city.open(path)).link('Ändra')
    const [first, second] = [await city.open(address), await civil.open(address)]
    world.clock.now = plus(world.clock.now, { minutes: 1 })
    equal((await city.press(first, 'Spara', { [key]: 'Stadens ord' })).path, path)
    const refused = await civil.press(second, 'Spara', { [key]: 'Föreningarnas ord' })
    equal(refused.status, 409)
    match(refused.text, /Någon annan har ändrat här/)
    ok(refused.html.includes('Föreningarnas ord'))
    match((await stranger.open(path)).text, /Stadens ord/)

    equal((await civil.press(refused, 'Spara')).path, path)
    match((await stranger.open(path)).text, /Föreningarnas ord/)
  }
  ok(world.clock.now > firstNoon)
})

test('the office lists the whole directory and finds what it looks for', async () => {
  const list = await city.open(office)
  match(list.text, /Idéverkstaden/)
  match((await city.press(list, 'Sök', { q: 'fritid' })).text, /Fritidsnämnden/)
  equal((await city.open(list.link('Fritidsnämnden'))).status, 200)
})
