import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ForumTables } from '#forum/index.ts'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { openLog } from '#platform/log.ts'
import { plus } from '#platform/time.ts'
import { anEvent } from '../../../test/cast.ts'
import { aDialogue, type Opened } from '../../../test/opinion-cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { drawDueMaps } from '../map/draw-maps.ts'
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

interface Forum {
  eventId: string
  dialogue: Opened
  proposal: string
}

/** A forum whose map everybody sees, and somebody who proposed something. */
async function aForum(isShown = true): Promise<Forum> {
  const { now } = world.clock
  const eventId = await anEvent(world.database, plus(now, { days: 9 }))
  const shown = isShown ? { dialogue: { shown_at: now } } : {}
  const dialogue = await aDialogue(world.database, { eventId, by, now, ...shown })
  await drawDueMaps({ database: world.database, clock: () => now, log: openLog('silent') })
  const proposal = newId()
  const row = {
    id: proposal,
    event_id: eventId,
    sign_up_id: null,
    words: 'Var är bänkarna?',
    created_at: now,
  }
  await db.insertInto('table_proposal').values(row).execute()
  return { eventId, dialogue, proposal }
}

const desk = (eventId: string): string => `/sv/office/events/${eventId}/table-questions`

test('before the map is shown only proposals are offered, and then what bridges and what divides too', async () => {
  const hidden = await office.open(desk((await aForum(false)).eventId))
  match(hidden.text, /Var är bänkarna/)
  ok(!/Påstående/.test(hidden.text), hidden.text)
  const { text } = await office.open(desk((await aForum()).eventId))
  match(text, /Förenar.*Påstående.*Skiljer åt.*Påstående.*Föreslaget i anmälan.*Var är bänkarna/)
})

test('ticked statements become a wording in each language, which is saved, moved, changed and removed', async () => {
  const { eventId, proposal } = await aForum()
  const list = await office.open(desk(eventId))
  const boxes = list.root.querySelectorAll('input[type=checkbox]')
  const [key = ''] = boxes.map((box) => box.getAttribute('value'))
  const page = await office.press(list, 'Gör en fråga', { from: key })
  const suggested = page.root.querySelector('textarea[lang=en]')?.textContent ?? ''
  match(suggested, /Many agree on this: “Statement \d+” Which steps/)
  equal(page.root.querySelector('textarea[lang=es]')?.textContent, '', 'nobody translated it to Spanish')
  const saved = await office.press(page, 'Spara frågan')
  equal(saved.path, desk(eventId))
  match(saved.text, /Vilka steg kan vi ta tillsammans.*Från påstående \d+, som förenar/)
  // The very same form again makes no second question.
  await office.press(page, 'Spara frågan')
  const second = await office.open(`${desk(eventId)}/new?from=p:${proposal}`)
  match(second.root.querySelector('textarea[lang=sv]')?.textContent ?? '', /^Var är bänkarna\?$/)
  await office.press(second, 'Spara frågan')
  const order = async (): Promise<string[]> =>
    (await office.open(desk(eventId))).root
      .querySelectorAll('.asked')
      .map((one) => one.textContent.slice(0, 8))
  deepEqual(await order(), ['Många är', 'Var är b'])
  await office.press(await office.open(desk(eventId)), 'Flytta ner')
  deepEqual(await order(), ['Var är b', 'Många är'])

  const slug = (
    await db.selectFrom('event').select('slug').where('id', '=', eventId).executeTakeFirstOrThrow()
  ).slug
  const seen = await (await world.visitor()).open(`/sv/events/${slug}`)
  match(seen.text, /Det här pratar borden om ?Var är bänkarna\? ?föreslagen av en som anmälde sig/)

  const edit = await office.open((await office.open(desk(eventId))).link('Ändra'))
  equal((await office.press(edit, 'Spara frågan', { 'words.sv': '' })).status, 422)
  match(
    (await office.press(edit, 'Spara frågan', { 'words.sv': 'Var står bänkarna?' })).text,
    /Var står bänkarna/,
  )
  await office.press(await office.open((await office.open(desk(eventId))).link('Ändra')), 'Ta bort frågan')
  deepEqual(await order(), ['Många är'])
})

test('what is no longer there, or another event’s, is no source, and the words are kept', async () => {
  const [one, other] = [await aForum(), await aForum()]
  const refused = await office.send(`${desk(one.eventId)}/new`, {
    ...{ 'words.sv': 'Hur då?', 'words.en': '', 'words.es': '', from: `p:${other.proposal}` },
  })
  equal(refused.status, 409)
  match(refused.text, /välj igen/)
  equal(refused.root.querySelector('textarea[lang=sv]')?.textContent, 'Hur då?')
})

test('once the forum is over its questions stay as they were', async () => {
  const { eventId } = await aForum()
  await office.send(`${desk(eventId)}/new`, { 'words.sv': 'Hur då?', 'words.en': '', 'words.es': '' })
  const edit = await office.open((await office.open(desk(eventId))).link('Ändra'))
  await db
    .updateTable('event')
    .set({
      ends_at: world.clock.now,
      starts_at: plus(world.clock.now, { hours: -2 }),
      sign_up_closes_at: plus(world.clock.now, { hours: -2 }),
    })
    .where('id', '=', eventId)
    .execute()
  equal((await office.press(edit, 'Spara frågan', { 'words.sv': 'Varför?' })).status, 409)
  equal((await office.press(edit, 'Ta bort frågan')).status, 409)
  match((await office.open(desk(eventId))).text, /Hur då/)
})

test('the database lets no thirteenth question in, and nothing from another forum or from a hidden map', async () => {
  const [forum, other, hidden] = [await aForum(), await aForum(), await aForum(false)]
  const question = (eventId: string, position: number): ForumTables['forum_question'] & { words: never } =>
    ({
      ...{ id: newId(), event_id: eventId, position, words: json({ sv: 'Hur?' }), made_by: by },
      ...{ created_at: world.clock.now, changed_at: world.clock.now },
    }) as never
  const rows = Array.from({ length: 12 }, (_, at) => question(forum.eventId, at + 1))
  await db.insertInto('forum_question').values(rows).execute()
  const refused = async (work: Promise<unknown>, why: RegExp): Promise<void> =>
    match(
      String(
        await work.then(
          () => null,
          (error: unknown) => error,
        ),
      ),
      why,
    )
  await refused(
    db.insertInto('forum_question').values(question(forum.eventId, 13)).execute(),
    /at most twelve/,
  )
  const own = question(hidden.eventId, 1)
  await db.insertInto('forum_question').values(own).execute()
  const source = (questionId: string, statement: string | undefined) => ({
    ...{ id: newId(), question_id: questionId, statement_id: statement ?? '', because: 'bridging' as const },
    proposal_id: null,
  })
  for (const row of [
    source(rows[0]?.id ?? '', other.dialogue.statements[0]),
    source(own.id, hidden.dialogue.statements[0]),
  ])
    await refused(db.insertInto('forum_question_source').values(row).execute(), /before its own forum/)
  await db
    .insertInto('forum_question_source')
    .values(source(rows[0]?.id ?? '', forum.dialogue.statements[0]))
    .execute()
})
