import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { decoded } from '#platform/decode.ts'
import type { PlanTables } from '#plan/tables.ts'
import { aMember } from '../../../test/cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { problemsOfLines, type CommissionLine, type LineProblem } from './commission.rules.ts'
import { readCommissionFile } from './read-commission-file.ts'

let world: World
let city: Visitor

before(async () => {
  world = await freshWorld()
  city = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
})
after(() => world.close())

const address = '/sv/office/goals/commission'
const count = async (): Promise<number> => {
  const rows = world.database.as<PlanTables>().selectFrom('commission_item').select('id')
  return (await rows.execute()).length
}
const look = (bytes: Buffer) => {
  const body = new FormData()
  body.append('file', new File([new Uint8Array(bytes)], 'mal.csv', { type: 'text/csv' }))
  return city.sendFiles(address, body)
}

const header = 'kind;code;parent;sv;en;es;source'
const good = [
  header,
  'action;X1.1;X1;"Fler öppna förskolor; även i öster";;;s. 80',
  'objective;X1;D1;Alla barn ska känna tillhörighet;;;s. 79',
]

test('a file from a Swedish spreadsheet is read: semicolons, Windows line ends, a mark at its beginning', () => {
  for (const end of ['\r\n', '\n']) {
    const file = readCommissionFile(`\uFEFF${good.join(end)}${end}${end}`)
    ok(file.ok)
    deepEqual(
      file.lines.map(({ line, code, title }) => [line, code, title.sv]),
      [
        [2, 'X1.1', 'Fler öppna förskolor; även i öster'],
        [3, 'X1', 'Alla barn ska känna tillhörighet'],
      ],
    )
  }
  equal(decoded(Buffer.from('Åsa', 'latin1')), 'Åsa')
  equal(decoded(Buffer.from('Åsa', 'utf8')), 'Åsa')
  const commas = readCommissionFile('code,kind,parent,source,sv\nX1,objective,D1,s. 79,"Ett, två"')
  ok(commas.ok && commas.lines[0]?.title.sv === 'Ett, två')
})

test('a file that is no such file says why', () => {
  const problemOf = (text: string) => {
    const file = readCommissionFile(text)
    return file.ok ? null : file.problem.problem
  }
  equal(problemOf('\uFEFF \r\n'), 'empty')
  equal(problemOf('kind;code;sv\r\nobjective;X1;Ord'), 'column-missing')
  equal(problemOf(`${header}\nobjective;X1;D1;"Ett citat utan slut;;;s. 1`), 'unreadable')
  equal(
    problemOf([header, ...Array.from({ length: 1001 }, () => 'a;b;c;d;e;f;g')].join('\n')),
    'too-many-lines',
  )
})

const line: CommissionLine = {
  ...{ line: 2, kind: 'objective', code: 'X1', parent: 'D1', title: { sv: 'Ord' }, source: 's. 1' },
}
const known = [
  { kind: 'domain', code: 'D1' },
  { kind: 'recommendation', code: 'R1' },
] as const
const cases: [what: string, Partial<CommissionLine>, LineProblem[]][] = [
  ['that is good', {}, []],
  ['of an unknown kind', { kind: 'mål' }, ['kind-unknown']],
  ['without a code', { code: '' }, ['code-missing']],
  ['that is there already', { code: 'R1' }, ['code-there-already']],
  ['without words', { title: {} }, ['title-missing']],
  ['without a source', { source: '' }, ['source-missing']],
  ['that is too long', { title: { sv: 'x'.repeat(501) } }, ['too-long']],
  ['without a parent', { parent: '' }, ['parent-missing']],
  ['under what is not there', { parent: 'D9' }, ['parent-unknown']],
  ['under the wrong kind', { parent: 'R1' }, ['parent-of-wrong-kind']],
  [
    'with everything wrong',
    { code: '', title: {}, source: '', parent: '' },
    ['code-missing', 'title-missing', 'source-missing', 'parent-missing'],
  ],
]
for (const [what, given, problems] of cases)
  test(`a line ${what}: ${problems.join(', ') || 'nothing to say'}`, () => {
    deepEqual(
      problemsOfLines([{ ...line, ...given }], known).map(({ problem }) => problem),
      problems,
    )
  })

test('every problem is listed with its line, and nothing is half imported', async () => {
  const before = await count()
  const wrong = [
    ...good,
    'objective;X1;D1;En dubblett;;;s. 79',
    '',
    'objective;X2;D99;Utan område;;;s. 80',
    'mål;X3;D1;Okänd sort;;;s. 81',
    'action;X4;;;;;',
  ]
  const page = await look(Buffer.from(`\uFEFF${wrong.join('\r\n')}`))
  equal(page.status, 422)
  match(page.title, /^Fel:/)
  for (const said of [
    /Rad 4: koden X1 står redan på en rad ovanför/,
    /Rad 6: D99 finns varken i filen eller/,
    /Rad 7: sorten ”mål” finns inte/,
    /Rad 8: texten saknas/,
    /Rad 8: källan saknas/,
    /Rad 8: parent saknas/,
  ])
    match(page.text, said)
  ok(!page.text.includes('Läs in alla raderna'), 'there is no button to import what is wrong')
  const forced = await city.send(address, { text: wrong.join('\r\n') })
  equal(forced.status, 409)
  equal(await count(), before)
})

test('a good file is shown first, and then imported whole, once', async () => {
  const before = await count()
  const page = await look(Buffer.from(good.join('\r\n'), 'latin1'))
  equal(page.status, 200)
  match(page.text, /2 rader att läsa in.*Fler öppna förskolor/)
  equal(await count(), before, 'looking imports nothing')
  match((await city.press(page, 'Läs in alla raderna')).text, /Filen är inläst/)
  equal(await count(), before + 2)
  match(
    (await (await world.visitor()).open('/sv/plan/commission')).text,
    /Alla barn ska känna tillhörighet.*Fler öppna förskolor/,
  )
  const again = await city.press(page, 'Läs in alla raderna')
  deepEqual([again.status, /koden X1 är redan inläst/.test(again.text)], [409, true])
  equal(await count(), before + 2)
})

test('without a file the page says so; nobody but coordinators comes in', async () => {
  equal((await city.press(await city.open(address), 'Titta igenom filen')).status, 422)
  const organiser = await world.visitor((await aMember(world.database, 'Nour')).id)
  const stranger = await world.visitor()
  for (const one of [organiser, stranger])
    equal((await one.send(address, { text: good.join('\n') })).status, 404)
})
