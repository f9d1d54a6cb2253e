import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { aMember } from '../../../test/cast.ts'
import { directoryOf, sendList } from '../../../test/lists-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { addOrganisation } from '../organisations/organisations.sql.ts'
import type { Db } from '../tables.ts'

let world: World
let db: Db
let office: Visitor

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  office = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
})
after(() => world.close())

const named = async (sv: string) => {
  const all = await db.selectFrom('organisation').selectAll().where('merged_into', 'is', null).execute()
  return all.find(({ name }) => name.sv === sv)
}

async function anOrganisation(name: string, number: string | null = null): Promise<string> {
  const id = newId()
  const at = world.clock.now
  await addOrganisation(db, {
    ...{ id, slug: id, sector: 'civil-society', kind: 'association', name: { sv: name }, about: {}, number },
    ...{ website: null, place: null, contact_email: null, created_at: at, changed_at: at },
  })
  return id
}

test('every row says what will happen, and nothing happens before the button is pressed', async () => {
  await anOrganisation('Kajans vänner', '8024561238')
  await anOrganisation('Ljungens odlare')
  const before_ = await directoryOf(world)
  const file = [
    'Förening;Typ;Orgnr;Hemsida;Språk;Område;Beskrivning;Okänt',
    'Vindens kör;ideell förening;;vinden.example.org;"svenska; arabiska";Öster, Norr;"Sjunger\nihop";x',
    'Kajans vänner;;802456-1238;kajan.example.org;;;;',
    'Ljungens odlare;Förening;;;;;;',
    'Vindens kör;Förening;;;;;;',
    'Ljungens odlarna;Förening;;;;;;',
  ].join('\r\n')
  const page = await sendList(office, file)
  match(page.path, /^\/sv\/office\/lists\/[\w-]+$/)
  match(page.text, /Liknar någon som finns: 1/)
  match(page.text, /Nya: 1.*Ändras: 1.*Står två gånger: 1.*Redan så: 1/)
  match(page.text, /Rubriker som vi inte förstår, kolumnerna lämnasOkänt/)
  match((await office.open(`${page.path}?show=change`)).text, /Rad 4.*Webbplats: från – till https:\/\/kajan/)
  match((await office.open(`${page.path}?show=double`)).text, /Rad 6.*Samma som rad 2/)
  deepEqual(await directoryOf(world), before_)
  equal((await office.send(page.path, { do: 'import', seen: 'x' })).status, 409)
  const chosen = await office.press(page, 'Spara svaren', { 'choice.7': 'leave' })
  const done = await office.press(chosen, 'Läs in')
  match(done.text, /1 ny, 1 ändrad av 5 rader/)
  const made = await named('Vindens kör')
  deepEqual(
    [made?.website, made?.areas, made?.languages, made?.contact_is_shown, made?.about],
    ['https://vinden.example.org/', ['north', 'east'], ['sv', 'ar'], 0, { sv: 'Sjunger\nihop' }],
  )
  equal((await named('Kajans vänner'))?.website, 'https://kajan.example.org/')
  const undone = await office.press(done, 'Ta tillbaka 2 rader')
  match(undone.text, /Tillbakatagen/)
  deepEqual(await directoryOf(world), before_)
})

test('every problem is listed with its line and column, and nothing is half imported', async () => {
  await anOrganisation('Torgets kör', '8020004605')
  const before_ = await directoryOf(world)
  const file = [
    'Namn;Sort;Sektor;Orgnr;E-post;Webbplats;Område',
    'Bra förening;Förening;;;;;',
    ';Förening;;;;;',
    'Utan sort;;;;;;',
    'Fel sort;Klubb för alla;;;;;',
    'Fel sektor;Universitet eller högskola;Malmö stad;;;;',
    'Fel nummer;Förening;;802456-1235;;;',
    'Person;Förening;;811228-9874;;;',
    'Kortat;Förening;;8,02456E+09;;;',
    'Fel e-post;Förening;;;nej;ftp://x;Lund',
    'Torgets kör;Förening;;802411-1117;;;',
    'För många;Förening;;;;;Öster;extra',
  ].join('\n')
  const page = await sendList(office, file)
  match(page.text, /10 rader går inte att läsa/)
  for (const said of [
    /Rad 3.*Namnet saknas/,
    /Rad 4.*vilken typ av organisation/,
    /Rad 5.*Typ: ”Klubb för alla”\. Typen finns inte/,
    /Rad 6/,
    /Rad 7.*802456-1235/,
    /Rad 8.*811228-9874/,
    /Rad 9.*kalkylbladet har kortat/i,
    /Rad 10.*ftp:\/\/x.*E-post till organisationen: ”nej”.*Lund/,
    /Rad 11.*samma namn finns, men har ett annat nummer/,
    /Rad 12.*fler celler än rubriker/,
  ])
    match(page.text, said)
  ok(!page.html.includes('value="import"'))
  const seen = page.root.querySelector('input[name=seen]')?.getAttribute('value') ?? ''
  const pressed = await office.send(page.path, { do: 'import', seen })
  equal(pressed.status, 409)
  match(pressed.text, /Alla rader måste gå att läsa först/)
  deepEqual(await directoryOf(world), before_)
  equal((await office.press(page, 'Kasta listan')).path, '/sv/office/lists')
  equal((await office.open(page.path)).status, 404)
})

test('a file that is no list says why, and the choice of what it holds is kept', async () => {
  for (const [text, says] of [
    ['', /Välj en fil/],
    ['Namn;Sort\n', /bara rubriker/],
    ['a;b\n1;2', /förstår ingen rubrik/],
    ['Sort;Plats\nFörening;Malmö', /Kolumnen ”Namn \(svenska\)” saknas/],
    ['Namn;Förening\nA;B', /Två kolumner betyder ”Namn \(svenska\)”/],
    ['Namn;Sort\nA;Förening\n"B;Förening\nC;Förening', /Rad 3: ett citattecken/],
  ] as const) {
    const page = await sendList(office, text)
    equal(page.status, 422, text)
    match(page.text, says)
    match(page.title, /^Fel:/)
  }
  const page = await sendList(office, 'Namn\nNoor', 'contacts')
  match(page.text, /Kolumnen ”Organisation” saknas/)
  equal(page.root.querySelector('input[value=contacts]')?.getAttribute('checked') !== undefined, true)
})

test('what changed in between is shown anew instead of written over', async () => {
  const id = await anOrganisation('Solrosens granne')
  const page = await sendList(office, 'Namn;Plats\nSolrosens granne;Hyllie')
  await db
    .updateTable('organisation')
    .set({ place: 'Oxie', changed_at: '2026-11-23T11:05:00.000Z' })
    .where('id', '=', id)
    .execute()
  const stale = await office.press(page, 'Läs in 1 rad')
  equal(stale.status, 409)
  match(stale.text, /ändrades medan du läste/)
  match(stale.text, /från Oxie till Hyllie/)
  equal((await named('Solrosens granne'))?.place, 'Oxie')
  match((await office.press(stale, 'Läs in 1 rad')).text, /Inläst/)
  equal((await named('Solrosens granne'))?.place, 'Hyllie')
})

test('what was changed or used since it was imported stays, and says why', async () => {
  const names = ['Orörda klubben', 'Ändrade laget', 'Använda huset']
  const page = await sendList(office, `Namn;Sort\n${names.map((name) => `${name};Förening`).join('\n')}`)
  const done = await office.press(page, 'Läs in 3 rader')
  const [changed, used] = [await named('Ändrade laget'), await named('Använda huset')]
  await db
    .updateTable('organisation')
    .set({ place: 'Oxie', changed_at: '2026-11-24T11:05:00.000Z' })
    .where('id', '=', changed?.id ?? '')
    .execute()
  const other = await anOrganisation('Paraplyet')
  const member = { umbrella_id: other, member_id: used?.id ?? '', added_at: world.clock.now, added_by: null }
  await db.insertInto('organisation_member').values(member).execute()
  const looked = await office.open(done.path)
  match(looked.text, /1 rad kan tas tillbaka\. 2 rader står kvar:/)
  match(looked.text, /Ändrade laget: står kvar, för någon har ändrat den/)
  match(looked.text, /Använda huset: står kvar, för den används/)
  const undone = await office.press(looked, 'Ta tillbaka 1 rad')
  match(undone.text, /Togs tillbaka/)
  deepEqual(
    [
      await named('Orörda klubben'),
      (await named('Ändrade laget'))?.place,
      (await named('Använda huset'))?.id,
    ],
    [undefined, 'Oxie', used?.id],
  )
  equal((await office.send(done.path, { do: 'undo' })).path, done.path)
})
