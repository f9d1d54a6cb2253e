import { equal, match, notEqual, ok } from 'node:assert/strict'
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

/** What stands in the drawing, with where; and what the page says of it. */
async function drawnNow(query = '') {
  const { root, text } = await stranger.open(`/sv/network/picture${query}`)
  const svg = root.querySelector('svg.wide')
  const rooms = svg?.querySelectorAll('rect.room').map(String).join('') ?? ''
  return { marks: svg?.toString() ?? '', rooms, text, table: root.querySelector('#table')?.text ?? '' }
}

test('until it is drawn anew the picture stays as it was, numbers and all, and says what the table has beside', async () => {
  const before = await drawnNow()
  ok(!before.text.includes('har ändrats sedan dess'))
  const at = firstNoon
  const texts = { lead: { sv: 'Nytt.' }, about: {}, part: {} }
  const years = { began_year: 2026, ended_year: null, began_on: '2026' }
  await db()
    .insertInto('partnership')
    .values({
      ...{ id: 'new', slug: 'new', kind: 'partnership', name: JSON.stringify({ sv: 'Alldeles nytt' }) },
      ...{ lead: JSON.stringify(texts.lead), about: '{}', part: '{}', position: 900, changed_at: at },
      ...{ ...years, search_text: 'alldeles nytt' },
    })
    .execute()
  await db().insertInto('partnership_theme').values({ partnership_id: 'new', theme_id: 'theme-b' }).execute()
  const ties = ['org-00006', ...Array.from({ length: 30 }, (_, one) => `org-000${String(one + 10)}`)]
  for (const organisation_id of new Set(ties.filter((id) => id <= 'org-00039')))
    await db()
      .insertInto('partnership_organisation')
      .values({ partnership_id: 'new', organisation_id })
      .execute()
  const { wanted, drawn } = await drawing(db())
  ok(wanted > drawn)

  const meanwhile = await drawnNow()
  equal(meanwhile.rooms, before.rooms)
  equal(meanwhile.marks.replaceAll(/<desc.*?<\/desc>/g, ''), before.marks.replaceAll(/<desc.*?<\/desc>/g, ''))
  const count = /\d+ organisationer i \d+ samarbeten/
  equal(count.exec(meanwhile.text)?.[0], count.exec(before.text)?.[0])
  match(meanwhile.text, /ritades kl\.\s12\.00\. 1 samarbete har ändrats sedan dess/)
  ok(meanwhile.table.includes('Alldeles nytt') && !before.table.includes('Alldeles nytt'))
  match((await drawnNow('?near=new')).text, /Bilden ritas just nu/)

  await drawNetwork(db(), firstNoon)
  const afterwards = await drawnNow()
  ok(afterwards.marks.includes('Alldeles nytt') && afterwards.marks.includes('org-00006'))
  notEqual(afterwards.rooms, before.rooms)
  ok(!afterwards.text.includes('har ändrats sedan dess'))
})

test('what has ended stays in the drawing until it is drawn anew, and is said to have changed', async () => {
  await db()
    .updateTable('partnership')
    .set({ state: 'ended', ended_on: '2026-11', ended_year: 2026 })
    .where('id', '=', 'new')
    .execute()
  const page = await drawnNow()
  ok(page.marks.includes('Alldeles nytt') && !page.table.includes('Alldeles nytt'))
  match(page.text, /1 samarbete har ändrats sedan dess/)
  equal((await drawnNow('?near=new')).table, '')
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
