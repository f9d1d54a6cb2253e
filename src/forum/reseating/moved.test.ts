import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ForumTables } from '#forum/index.ts'
import type { MailTables } from '#platform/mail/index.ts'
import { plus } from '#platform/time.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import { aSeatedForum, type SeatedForum } from '../../../test/seated-forum.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { movedSince } from './moved.rules.ts'

let world: World
let forum: SeatedForum
let organiser: Visitor
const startsAt = '2026-11-24T12:00:00.000Z'
const db = () => world.database.as<ForumTables & ProgrammeTables & MailTables>()

before(async () => {
  world = await freshWorld({ now: plus(startsAt, { days: -2 }) })
  const shownAt = plus(startsAt, { days: -3 })
  forum = await aSeatedForum(world.database, { startsAt, tables: 3, seats: 4, rounds: 2, shownAt })
  await db().insertInto('event_organiser').values({ event_id: forum.eventId, person_id: forum.by }).execute()
  organiser = await world.visitor(forum.by)
})
after(() => world.close())

const shown = { shown_at: '2026-11-20T10:00:00.000Z', mailed: 0, begun: 0 }
const step = (version: number, kind: string, ...seats: [number, string, string | null, string | null][]) => ({
  ...{ version, kind, seats, at: '2026-11-21T10:00:00.000Z' },
})
const early = { ...step(1, 'moved', [1, 'a', 'x', 'y']), at: '2026-11-19T10:00:00.000Z' }

for (const [what, steps, more, wanted] of [
  ['moved once', [step(2, 'moved', [1, 'a', 'x', 'y'])], {}, ['1 a y']],
  [
    'moved twice: told of the last table alone',
    [step(2, 'moved', [1, 'a', 'x', 'y']), step(3, 'moved', [1, 'a', 'y', 'z'])],
    {},
    ['1 a z'],
  ],
  [
    'moved and moved back',
    [step(2, 'moved', [1, 'a', 'x', 'y']), step(3, 'undone', [1, 'a', 'y', 'x'])],
    {},
    [],
  ],
  [
    'two who changed places',
    [step(2, 'swapped', [1, 'a', 'x', 'y'], [1, 'b', 'y', 'x'])],
    {},
    ['1 a y', '1 b x'],
  ],
  ['without a table now', [step(2, 'moved', [2, 'a', 'x', null])], {}, ['2 a null']],
  ['before the seats were shown', [early], {}, []],
  ['seats that are not shown', [step(2, 'moved', [1, 'a', 'x', 'y'])], { shown_at: null }, []],
  ['mailed already', [step(2, 'moved', [1, 'a', 'x', 'y'])], { mailed: 2 }, []],
  ['told at the door', [step(2, 'moved', [1, 'a', 'x', 'y']), step(3, 'door', [1, 'a', 'y', 'z'])], {}, []],
  [
    'moved after the door',
    [step(2, 'door', [1, 'a', 'x', 'y']), step(3, 'moved', [1, 'a', 'y', 'z'])],
    {},
    ['1 a z'],
  ],
  [
    'in a round that has begun',
    [step(2, 'moved', [1, 'a', 'x', 'y'], [2, 'a', 'x', 'y'])],
    { begun: 1 },
    ['2 a y'],
  ],
] as const)
  test(`who is told of another table: ${what}`, () => {
    const moved = movedSince(steps, { ...shown, ...more })
    deepEqual(
      moved.map(({ round, signUpId, to }) => `${round} ${signUpId} ${to}`),
      wanted,
    )
  })

const mails = () => db().selectFrom('mail').select(['about', 'body']).orderBy('id').execute()
const board = () => `/en/office/events/${forum.eventId}/seating`

test('those who were moved by hand after the seats were shown are mailed, once for each change', async () => {
  const [who = '', home = ''] = [forum.people[0], forum.tables[1]]
  equal((await organiser.open(board())).text.includes('told'), false)
  const seen = await db().selectFrom('seating').select('version').executeTakeFirstOrThrow()
  const move = { person: who, round: '2', to: 't2', seen: String(seen.version), anyway: 'yes' }
  equal((await organiser.send(`${board()}/move`, move)).status, 200)
  const page = await organiser.open(board())
  match(page.text, /One person sits elsewhere than they were told/)
  match((await organiser.open(`${board()}/tell`)).text, /Person 001: Round 2: From table \d to table 2/)
  const done = await organiser.press(page, 'Email them')
  equal(done.text.includes('sits elsewhere'), false)
  const sent = await mails()
  deepEqual(
    sent.map(({ about }) => about),
    [who],
  )
  match(JSON.stringify(sent[0]?.body), /Runda 2","Från bord \d till bord 2/)
  // The same button in another window: nobody gets the mail twice.
  const again = await organiser.press(page, 'Email them')
  equal(again.status, 409)
  match(again.text, /nobody to email/)
  equal((await mails()).length, 1)
  equal(home, (await seatIn(who, 2))?.table_id)
})

const seatIn = (signUpId: string, round: number) =>
  db()
    .selectFrom('table_seat')
    .select('table_id')
    .where('sign_up_id', '=', signUpId)
    .where('round', '=', round)
    .executeTakeFirst()

test('whoever presses on an older board is told that the seats have changed', async () => {
  const page = await organiser.open(`${board()}/tell`)
  match(page.text, /Everyone sits where/)
  const answer = await organiser.send(`${board()}/tell`, { seen: '1' })
  equal(answer.status, 409)
  match(answer.text, /since you opened the page/)
})

test('the database keeps that people were mailed once for each version of shown seats', async () => {
  const { version } = await db().selectFrom('seating').select('version').executeTakeFirstOrThrow()
  const row = { event_id: forum.eventId, mailed_at: startsAt, mailed_by: forum.by, people: 1 }
  const mailed = (of: number) =>
    db()
      .insertInto('seats_mailed')
      .values({ ...row, version: of })
      .execute()
  await rejects(mailed(version + 1), /as they are/)
  await rejects(mailed(version), /unique/i)
  await db()
    .updateTable('seating')
    .set({ shown_at: null, version: version + 1 })
    .execute()
  await rejects(mailed(version + 1), /once they have been shown/)
})
