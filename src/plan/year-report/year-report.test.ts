import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AllTables } from '../../tables.ts'
import { aMember } from '../../../test/cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { freshWorld, type World } from '../../../test/world.ts'

const office = '/sv/office/years'

let world: World
let bo: Visitor
let ami: Visitor
let omar: Visitor

const db = () => world.database.as<AllTables>()
const hidden = async (who: Visitor, path: string): Promise<string> => {
  const { root } = await who.open(path)
  return root.querySelector('input[name=seen]')?.getAttribute('value') ?? ''
}
const approve = async (who: Visitor, year = 2025, seen?: string) =>
  who.send(`${office}/${year}/approval`, { seen: seen ?? (await hidden(who, `${office}/${year}/approval`)) })
const approvals = async (): Promise<number> =>
  (await db().selectFrom('year_report_approval').select('party_id').execute()).length

before(async () => {
  world = await freshWorld()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  ami = await world.visitor(await coordinatorOf(world.database, 'civil-society', 'Ami'))
  omar = await world.visitor((await aMember(world.database, 'Omar')).id)
})
after(() => world.close())

test('a report is begun for a year that has begun', async () => {
  equal((await bo.send(office, { year: '2027' })).status, 409)
  equal((await bo.send(office, { year: 'nu' })).status, 422)
  for (const who of [bo, ami]) ok((await who.send(office, { year: '2025' })).status < 400)
  ok((await bo.send(office, { year: '2026' })).status < 400)
  equal((await db().selectFrom('year_report').select('id').execute()).length, 2)
})

test('words are written by either party; of two who edit at once the second is told, with the words kept', async () => {
  const part = `${office}/2025/parts/foreword`
  const seen = await hidden(bo, part)
  ok((await bo.send(part, { 'words.sv': 'Ett gott år.', seen })).status < 400)
  const second = await ami.send(part, { 'words.sv': 'Ett svårt år.', seen })
  equal(second.status, 409)
  match(second.text, /har ändrats sedan du öppnade sidan/)
  match(second.text, /Ett svårt år/)
  equal((await bo.open(`${office}/2025/parts/nothing`)).status, 404)
})

test('what partners gave is written down, with sums; a formula stays text', async () => {
  const given = `${office}/2025/given`
  const gift = { partner: '=SUMMA(A1)', sek: '12 000', 'givenTo.sv': 'Mat', seen: await hidden(bo, given) }
  equal((await bo.send(given, { ...gift, sek: '', partner: 'Banken' })).status, 422)
  equal((await bo.send(given, { ...gift, sek: '-5' })).status, 422)
  ok((await bo.send(given, gift)).status < 400)
  match((await bo.open(`${office}/2025/approval`)).text, /12\s000 kr/)
})

test('nobody but a coordinator sees or touches a draft', async () => {
  for (const who of [omar, await world.visitor()]) {
    equal((await who.send(`${office}/2025/approval`, { seen: '3 x' })).status, 404)
    equal((await who.send(`${office}/2025`, { do: 'publish' })).status, 404)
  }
  for (const who of [bo, omar]) equal((await who.open('/sv/plan/years/2025')).status, 404)
  equal(await approvals(), 0)
})

test('a yes is for one’s own party alone, to what was seen, and an edit voids it', async () => {
  equal((await approve(bo, 2025, '1 old')).status, 409)
  ok((await approve(bo)).status < 400)
  equal((await approve(bo, 2025, 'again')).status, 409)
  // Whatever party a form may name: a coordinator says yes for their own.
  const parties = await db().selectFrom('party').select('id').execute()
  for (const { id } of parties) await bo.send(`${office}/2025/approval`, { seen: '3 x', party: id })
  equal(await approvals(), 1)
  equal((await bo.send(`${office}/2025`, { do: 'publish' })).status, 409)
  const part = `${office}/2025/parts/foreword`
  match((await ami.open(part)).text, /behöver varje part säga ja igen/)
  ok((await ami.send(part, { 'words.sv': 'Ett år.', seen: await hidden(ami, part) })).status < 400)
  const { root } = await bo.open(`${office}/2025`)
  equal(root.textContent.match(/Har inte sagt ja än/g)?.length, 2)
})

test('figures are kept with the first yes; when they have moved, the office may take in the new ones', async () => {
  ok((await approve(bo)).status < 400)
  await db()
    .insertInto('partnership')
    .values({
      ...{
        id: 'p',
        slug: 'nytt',
        kind: 'network',
        name: '{"sv":"Nytt"}',
        lead: '{}',
        about: '{}',
        part: '{}',
      },
      ...{ began_year: 2025, ended_year: null, position: 99, changed_at: world.clock.now },
    })
    .execute()
  const page = await ami.open(`${office}/2025`)
  match(page.text, /Siffror har ändrats/)
  const seen = await hidden(ami, `${office}/2025`)
  ok((await ami.send(`${office}/2025`, { do: 'count', seen })).status < 400)
  ok(!(await ami.open(`${office}/2025`)).text.includes('Siffror har ändrats'))
})

test('both parties at the same instant: one report, approved once', async () => {
  const seen = await hidden(bo, `${office}/2025/approval`)
  const answers = await Promise.all([approve(bo, 2025, seen), approve(ami, 2025, seen)])
  ok(answers.every(({ status }) => status < 400))
  const report = await db()
    .selectFrom('year_report')
    .selectAll()
    .where('year', '=', 2025)
    .executeTakeFirstOrThrow()
  deepEqual([report.state, report.approved_on], ['approved', '2026-11-23'])
})

test('what is approved stays, is published, and is read as a page, a table and for programs', async () => {
  equal(
    (await bo.send(`${office}/2025/given`, { partner: 'x', sek: '1', 'givenTo.sv': 'x', seen: '9' })).status,
    409,
  )
  ok((await ami.send(`${office}/2025`, { do: 'publish' })).status < 400)
  await db().updateTable('partnership').set({ began_year: 2020 }).where('id', '=', 'p').execute()
  const anyone = await world.visitor()
  match((await anyone.open('/sv/plan/years/2025')).text, /Nytt/)
  match((await anyone.open('/en/plan/years')).text, /Annual report 2025/)
  const csv = await anyone.open('/en/plan/years/2025/figures.csv')
  match(csv.text, /year;section;key;figure;unit;measure;name/)
  match(csv.text, /2025;given;sek;12000;sek;Money;/)
  match(csv.text, /2025;given;'?sek\/=SUMMA\(A1\);12000;sek;Money;'=SUMMA\(A1\)/)
  match((await anyone.open('/es/plan/years/columns.csv')).text, /unit;/)
  const { figures } = JSON.parse((await anyone.open('/sv/plan/years/2025/figures.json')).text) as {
    figures: { key: string; figure: number }[]
  }
  equal(figures.find(({ key }) => key === 'begun')?.figure, 1)
})

test('the report of a year that is not over is not approved', async () => {
  const early = await approve(bo, 2026)
  equal(early.status, 409)
  match(early.text, /från och med nyårsdagen/)
})
