import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { wordsFor } from '#platform/words.ts'
import { freshWorld, firstNoon, type Visitor, type World } from '../../../test/world.ts'
import { plantNetwork } from '../../../test/network-cast.ts'
import type { AllTables } from '../../tables.ts'
import { drawNetwork } from './draw-network.ts'
import { drawing } from './network.sql.ts'

let world: World
let stranger: Visitor
const db = () => world.database.as<AllTables>()

before(async () => {
  world = await freshWorld()
  stranger = await world.visitor()
  const at = firstNoon
  for (const [id, name] of [
    ['theme-a', 'Unga'],
    ['theme-b', 'Hälsa'],
  ] as const)
    await db()
      .insertInto('theme')
      .values({
        id,
        slug: id,
        name: JSON.stringify({ sv: name }),
        about: '{}',
        created_at: at,
        changed_at: at,
        ended_at: null,
      })
      .execute()
  await plantNetwork(db(), 40, ['theme-a', 'theme-b'])
})
after(() => world.close())

test('until it is drawn the picture is said in numbers; then each mark is a link, and the table says the same', async () => {
  match((await stranger.open('/sv/network/picture')).text, /Bilden ritas just nu/)
  await drawNetwork(db(), firstNoon)
  const { wanted, drawn } = await drawing(db())
  equal(wanted, drawn)
  const page = await stranger.open('/sv/network/picture')
  ok(!page.text.includes('ritas just nu'))
  const marks = page.root.querySelectorAll('svg.wide a.net-member').map((one) => one.getAttribute('href'))
  const rows = page.root.querySelectorAll('#table tbody th a').map((one) => one.getAttribute('href'))
  ok(marks.length > 10)
  equal(marks.toSorted().join(' '), rows.toSorted().join(' '))
  for (const mark of page.root.querySelectorAll('svg.wide a')) ok(mark.getAttribute('aria-label'))
})

test('each drawing is a group with a name and a description, each mark in it a link that says what it is', async () => {
  for (const language of ['sv', 'en', 'es'] as const) {
    const t = wordsFor(language)
    const { root } = await stranger.open(`/${language}/network/picture`)
    const drawings = root.querySelectorAll('svg.network-drawing:not(.sheet)')
    equal(drawings.length, 3)
    for (const one of drawings) {
      equal(one.getAttribute('role'), 'group')
      const [title, desc] = [one.querySelector('title'), one.querySelector('desc')]
      equal(title?.getAttribute('id'), one.getAttribute('aria-labelledby'))
      equal(title?.text, t('network.picture.title'))
      equal(desc?.getAttribute('id'), one.getAttribute('aria-describedby'))
      match(desc?.text ?? '', new RegExp(`${root.querySelectorAll('#table tbody tr').length} `))
      ok(desc?.text.includes(t('network.picture.in-table')))
      for (const room of one.querySelectorAll('g[role="group"]')) ok(room.getAttribute('aria-label'))
      for (const mark of one.querySelectorAll('a'))
        equal(mark.querySelector('title')?.text, mark.getAttribute('aria-label'))
    }
    const ids = drawings.flatMap((one) => one.querySelectorAll('[id]').map((part) => part.getAttribute('id')))
    equal(new Set(ids).size, ids.length, 'three on one page, and no id twice')
    for (const sheet of root.querySelectorAll('svg.sheet')) equal(sheet.getAttribute('aria-hidden'), 'true')
  }
})

test('the filters show a part, in the address; what is unknown is not asked for', async () => {
  const count = async (query: string): Promise<number> =>
    (await stranger.open(`/sv/network/picture?${query}`)).root.querySelectorAll('svg.wide a.net-member')
      .length
  const whole = await count('')
  ok((await count('theme=theme-a')) < whole)
  ok((await count('sector=city')) < whole)
  ok((await count('near=together-00000')) < whole)
  equal(await count('theme=x&sector=y&area=z&near=w'), whole)
  match(
    (await stranger.open('/en/network/picture?sector=region&theme=theme-b&area=north')).text,
    /partnership|Nobody/,
  )
})

test('a change asks for a new drawing, and what is new stands beside what it hangs on until then', async () => {
  await db()
    .insertInto('partnership_organisation')
    .values({ partnership_id: 'together-00000', organisation_id: 'org-00006' })
    .execute()
  const { wanted, drawn } = await drawing(db())
  ok(wanted > drawn)
  ok((await stranger.open('/sv/network/picture')).html.includes('/network/organisations/org-00006'))
  await drawNetwork(db(), firstNoon)
  const place = await db()
    .selectFrom('network_place')
    .selectAll()
    .where('node_id', '=', 'org-00006')
    .executeTakeFirst()
  ok(place)
})

test('who to ask is answered with reasons, by word, theme and place', async () => {
  const ask = (query: string) => stranger.open(`/sv/network/ask?${query}`)
  ok(!(await ask('')).text.includes('Ordningen följer'))
  const byTheme = await ask('theme=theme-a')
  match(byTheme.text, /Handlar om Unga/)
  match(byTheme.text, /Är med i/)
  match((await ask('q=Malmö+ideella')).text, /Heter något med/)
  match((await ask('q=finnsinte')).text, /Vi hittade ingen/)
  match((await ask('area=east')).text, /Finns i: (Öster|Hela Malmö)/)
})
