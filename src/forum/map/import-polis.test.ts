import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { openLog } from '#platform/log.ts'
import { plus } from '#platform/time.ts'
import { anEvent } from '../../../test/cast.ts'
import { twoGroups } from '../../../test/opinion-cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { readPolis } from '../opinion-map/read-polis.ts'
import { writePolis } from '../opinion-map/write-polis.ts'
import type { Db } from '../tables.ts'
import { drawDueMaps } from './draw-maps.ts'
import { importProblem } from './import.rules.ts'

let world: World
let db: Db
let office: Visitor
let eventId: string
let address: string

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  office = await world.visitor(await coordinatorOf(world.database, 'city', 'Lo'))
  eventId = await anEvent(world.database, plus(world.clock.now, { days: 9 }))
  address = `/sv/office/events/${eventId}/import-dialogue`
})
after(() => world.close())

const held = twoGroups()
const { 'comments.csv': comments, 'votes.csv': votes } = writePolis(held)

function send(files: Record<string, string>, id = newId(), title = 'Femton i timmen') {
  const body = new FormData()
  for (const [name, value] of Object.entries({
    id,
    'title.sv': title,
    'title.en': '',
    'title.es': '',
    language: 'en',
  }))
    body.set(name, value)
  for (const [name, text] of Object.entries(files)) body.set(name, new File([text], `${name}.csv`))
  return office.sendFiles(address, body)
}

test('an export of Polis becomes a closed dialogue with the same votes, and goes out again as it came', async () => {
  const id = newId()
  const page = await send({ comments, votes }, id)
  equal(page.path, `/sv/office/events/${eventId}/dialogue/${id}/map`)
  await send({ comments, votes }, id)
  equal((await db.selectFrom('dialogue').select('id').where('event_id', '=', eventId).execute()).length, 1)
  await drawDueMaps({ database: world.database, clock: () => world.clock.now, log: openLog('silent') })
  await office.send(page.path, { when: 'now' })
  const file = (name: string) => office.open(`/sv/office/events/${eventId}/dialogue/${id}/export/${name}`)
  const again = readPolis({
    'votes.csv': (await file('votes.csv')).html,
    'comments.csv': (await file('comments.csv')).html,
  })
  const before = readPolis({ 'votes.csv': votes, 'comments.csv': comments })
  deepEqual(
    again.statements.map(({ text }) => text.trim()).toSorted(),
    before.statements.map(({ text }) => text.trim()).toSorted(),
  )
  const cells = (some: typeof before): number =>
    new Set(some.votes.map(({ person, statement }) => `${person} ${statement}`)).size
  equal(cells(again), cells(before))
  match((await file('summary.csv')).html, /topic,Femton i timmen/)
})

for (const [what, files, says] of [
  ['no votes', { comments }, /Välj filen votes\.csv/],
  ['no statements', { votes }, /Välj filen comments\.csv/],
  [
    'a vote of seven',
    { comments, votes: 'comment-id,voter-id,vote\n0,1,1\n0,2,7\n' },
    /votes\.csv, rad 3: .*inte ”7”/,
  ],
  [
    'a column missing',
    { comments, votes: 'comment-id,vote\n0,1\n' },
    /votes\.csv, rad 1: Kolumnen voter-id saknas/,
  ],
  [
    'a vote on nothing',
    { comments, votes: 'comment-id,voter-id,vote\n9999,1,1\n' },
    /påstående 9999, som saknas/,
  ],
  [
    'an essay',
    {
      comments: `comment-id,comment-body\n4,${'x'.repeat(281)}\n`,
      votes: 'comment-id,voter-id,vote\n4,1,1\n',
    },
    /Påstående 4 är längre/,
  ],
] as const)
  test(`files with ${what} are refused with what is wrong and where, and the theme is kept`, async () => {
    const page = await send(files, newId(), 'Mitt tema')
    equal(page.status, 422)
    match(page.text, says)
    ok(page.html.includes('value="Mitt tema"'))
  })

test('what cannot become a dialogue is said of the first that is wrong', () => {
  const statement = { text: 'Ja', author: '', at: 0, moderation: 'in', isMeta: false, isSeed: false } as const
  const of = (...ids: string[]) => ({
    ...{ topic: '', description: '', votes: [], sectors: new Map<string, string>() },
    statements: ids.map((id) => ({ ...statement, id })),
  })
  deepEqual(importProblem(of()), { kind: 'no-statements' })
  deepEqual(importProblem(of('1', '2', '1')), { kind: 'twice', statement: '1' })
  equal(importProblem(of('1', '2')), null)
  deepEqual(importProblem({ ...of('1'), statements: [{ ...statement, id: '1', text: ' ' }] }), {
    kind: 'no-words',
    statement: '1',
  })
})
