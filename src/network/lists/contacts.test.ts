import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { aMember } from '../../../test/cast.ts'
import { directoryOf, sendList } from '../../../test/lists-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { forgetLists } from './forget-lists.ts'

let world: World
let db: Db
let office: Visitor

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  office = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
})
after(() => world.close())

const cellsOf = async (): Promise<number> =>
  (
    await db
      .selectFrom('list_import_line')
      .select('id')
      .where('cells', 'is not', null)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('list_import')
            .select('list_import.id')
            .whereRef('list_import.id', '=', 'import_id')
            .where('kind', '=', 'contacts'),
        ),
      )
      .execute()
  ).length

const file = [
  'Organisation;Namn;E-post;Uppdrag;T.o.m.;Språk',
  'Malmö Ideella;Åsa Ek;asa@example.org;Kontaktperson;;svenska',
  'Malmö Ideella;Åsa Ek;ASA@example.org;;;',
  'Malmö Ideella;Noor;noor@example.org;Ordförande;2027-03-31;English',
].join('\r\n')

test('nobody on a list is mailed before the office says so, and what was asked is kept no longer', async () => {
  const before_ = await directoryOf(world)
  const page = await sendList(office, file, 'contacts')
  match(page.text, /Nya: 2.*Står två gånger: 1/)
  const saved = await office.press(page, 'Spara 2 personer, utan att mejla')
  match(saved.text, /2 personer av 3 rader/)
  deepEqual(await directoryOf(world), before_)
  equal(await cellsOf(), 2)
  const asked = await office.press(saved, 'Skicka frågan med mejl', { 'ask.2': 'yes' })
  match(asked.text, /1 person fick frågan/)
  const mails = await world.mails()
  deepEqual(
    mails.map(({ to_address }) => to_address),
    ['asa@example.org'],
  )
  match(mails[0]?.text_body ?? '', /en lista med kontaktpersoner där ditt namn/)
  equal(await cellsOf(), 1)
  const again = await office.send(asked.path, { do: 'invite', 'ask.2': 'yes' })
  match(again.text, /Ingen fick frågan/)
  equal((await world.mails()).length, 1)
  const same = await sendList(office, file, 'contacts')
  match(same.text, /Står två gånger: 1Redan så: 2/)
  const undone = await office.press(await office.open(asked.path), 'Ta tillbaka 1 rad')
  match(undone.text, /står kvar, för frågan är redan skickad/)
  equal(await cellsOf(), 3)
  await office.press(same, 'Kasta listan')
  equal(await cellsOf(), 0)
})

test('somebody is put with an organisation there is, once, and with a last day where they are elected', async () => {
  const wrong = [
    'Organisation;Namn;E-post;Uppdrag;Till och med;Språk',
    'Finns inte;Eva;eva@example.org;;;',
    'Malmö Ideella;;fel;Kung;31/3 2027;danska',
    'Malmö Ideella;Eva;eva@example.org;Kassör;;',
  ].join('\n')
  const page = await sendList(office, wrong, 'contacts')
  match(page.text, /3 rader går inte att läsa/)
  for (const said of [
    /Rad 2.*”Finns inte”\. Organisationen finns inte i nätverket/,
    /Rad 3.*Namn:.*E-post: ”fel”.*Uppdrag: ”Kung”.*Till och med: ”31\/3 2027”.*Språk: ”danska”/,
    /Rad 4.*Till och med:/,
  ])
    match(page.text, said)
  ok(!page.html.includes('value="import"'))
})

test('whoever is not asked in time is forgotten, and so is a list that nobody imports', async () => {
  const kept = await sendList(office, file.replaceAll('@', '2@'), 'contacts')
  await office.press(kept, 'Spara 2 personer')
  const waiting = await sendList(office, file.replaceAll('@', '3@'), 'contacts')
  await forgetLists(db, plus(world.clock.now, { days: 15 }))
  equal((await office.open(waiting.path)).status, 404)
  const cells = await cellsOf()
  ok(cells > 0)
  await forgetLists(db, plus(world.clock.now, { days: 31 }))
  ok((await cellsOf()) < cells)
  ok(!(await office.open(kept.path)).html.includes('noor2@'))
  await forgetLists(db, plus(world.clock.now, { days: 366 }))
  match((await office.open(kept.path)).text, /2 personer av 3 rader/)
})
