import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { openLog } from '#platform/log.ts'
import { plus } from '#platform/time.ts'
import { anEvent, aSignUp } from '../../../test/cast.ts'
import { aPublishedNote } from '../../../test/forum-cast.ts'
import { forumTables } from '../../../test/harvest-cast.ts'
import { aDialogue } from '../../../test/opinion-cast.ts'
import { planted } from '../../../test/opinion-map/planted.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { golfers } from '../../../test/seating-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { drawDueMaps } from '../map/draw-maps.ts'
import { reportOn } from '../seating-plan/report.ts'
import type { Db } from '../tables.ts'

let world: World
let db: Db
let by: string
let office: Visitor

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  by = await coordinatorOf(world.database, 'city', 'Lo')
  office = await world.visitor(by)
})
after(() => world.close())

const anEventNow = () => anEvent(world.database, world.clock.now)
const report = async (event: string): Promise<string> =>
  (await office.open(`/sv/office/events/${event}/report`)).html

async function dialogueOf(event: string, votes?: Parameters<typeof aDialogue>[1]['votes']) {
  const dialogue = await aDialogue(world.database, {
    ...{ eventId: event, by, now: world.clock.now },
    ...(votes && { votes }),
  })
  await drawDueMaps({ database: world.database, clock: () => world.clock.now, log: openLog('silent') })
  return `/sv/office/events/${event}/dialogue/${dialogue.id}/map`
}

test('the report draws the map that everybody may see, and tells of it in words; before it is shown, nothing', async () => {
  const event = await anEventNow()
  const desk = await dialogueOf(event)
  ok(!/id="before"|Påstående 1/.test(await report(event)))
  equal((await office.send(desk, { when: 'now' })).status, 200)
  const shown = await report(event)
  match(shown, /52 personer tog ställning till 20 påståenden före forumet/)
  match(shown, /<svg class="opinions"/)
  match(shown, /<h4 id="group-A">[\S\s]*Grupp A, 30\spersoner/)
  match(shown, /<h4 id="list-bridges-groups">/)
  match(shown, /Påstående \d+/)
})

test('where so few voted that somebody could be recognised, the report tells no numbers and draws nothing', async () => {
  const event = await anEventNow()
  const desk = await dialogueOf(event, planted({ groups: [3], statements: 8, loyalty: 0.9, common: 2 }))
  await office.send(desk, { when: 'now' })
  const shown = await report(event)
  match(shown, /id="before"/)
  ok(!/<svg class="opinions"|3 personer|tog ställning/.test(shown))
})

/** Four people at two tables, in two rounds. */
async function seated(event: string, rounds: string[][][]): Promise<string> {
  await forumTables(world.database, event, 2)
  const worth = reportOn(golfers(2, 2, rounds.length), rounds, 7)
  await db
    .insertInto('seating')
    .values({
      ...{ event_id: event, format: 'roundtable', seed: 7, version: 1, proposed_at: world.clock.now },
      ...{
        report: json(worth),
        shown_at: null,
        created_at: plus(world.clock.now, { days: -9 }),
        made_by: by,
      },
    })
    .execute()
  return report(event)
}

test('what the seating was worth is told in the numbers that it was judged by', async () => {
  const [one, other] = [
    ['p000', 'p001'],
    ['p002', 'p003'],
  ]
  const [third, fourth] = [
    ['p000', 'p002'],
    ['p001', 'p003'],
  ]
  const mixed = await seated(await anEventNow(), [
    [one, other],
    [third, fourth],
  ] as string[][][])
  match(mixed, /4 par av 4 möjliga/)
  match(mixed, /Inga par\./)
  match(mixed, /Så jämn som den kan bli/)
  ok(!mixed.includes('går inte med'), 'a bound says nothing where nobody met twice')
  const twice = await seated(await anEventNow(), [
    [one, other],
    [one, other],
  ] as string[][][])
  match(twice, /2 par av 4 möjliga/)
  match(twice, /2 gånger\./)
})

test('after moves by hand the seating is told as people sat, not as it was proposed', async () => {
  const event = await anEventNow()
  const [one = '', other = ''] = await forumTables(world.database, event, 2)
  const worth = reportOn(
    golfers(2, 2, 1),
    [
      [
        ['p000', 'p001'],
        ['p002', 'p003'],
      ],
    ],
    7,
  )
  const row = { event_id: event, format: 'roundtable' as const, seed: 7, version: 1 }
  const made = { shown_at: null, created_at: plus(world.clock.now, { days: -9 }), made_by: by }
  await db
    .insertInto('seating')
    .values({ ...row, ...made, report: json(worth), proposed_at: world.clock.now })
    .execute()
  for (const number of [1, 2])
    await db
      .insertInto('forum_round')
      .values({ event_id: event, number, minutes: 20, question_id: null })
      .execute()
  for (const table of [one, one, other, other]) {
    const person = await aSignUp(world.database, event)
    for (const round of [1, 2])
      await db
        .insertInto('table_seat')
        .values({ event_id: event, round, sign_up_id: person, table_id: table, locked: 0 })
        .execute()
  }
  const shown = await report(event)
  match(shown, /2 par av 4 möjliga/)
  match(shown, /2 gånger\./)
  match(shown, /hur alla satt till slut/)
})

test('what follows a forum leads to its report by itself, once that can be read', async () => {
  const [forum, workshop] = [
    await anEventNow(),
    await anEvent(world.database, plus(world.clock.now, { days: 30 })),
  ]
  await office.send(`/sv/office/events/${forum}/chain`, {
    do: 'link',
    side: 'after',
    'other-after': workshop,
  })
  const { slug } = await db
    .selectFrom('event')
    .select('slug')
    .where('id', '=', workshop)
    .executeTakeFirstOrThrow()
  const starts = async () => (await office.open(`/es/events/${slug}`)).root.querySelector('#starting-point')
  equal(await starts(), null)
  const now = world.clock.now
  await db.insertInto('harvest').values({ event_id: forum, changed_at: now }).execute()
  await db
    .insertInto('harvest_group')
    .values({
      ...{ id: newId(), event_id: forum, position: 1, kind: 'insight', title: json({ sv: 'Nycklar' }) },
      ...{ recommendation_id: null, made_by: by, created_at: now, changed_at: now, erased_at: null },
    })
    .execute()
  await aPublishedNote(world.database, forum, { by, at: now })
  match((await starts())?.parentNode?.text ?? '', /Leer el informe: Ett möte/)
})
