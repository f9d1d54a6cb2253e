import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sendDueLetters } from '#programme/index.ts'
import { plus } from '#platform/time.ts'
import type { ForumTables } from '#forum/index.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import { aSignUp } from '../../../test/cast.ts'
import { aSeatedForum, ownLink, type SeatedForum } from '../../../test/seated-forum.ts'
import { freshWorld, type World } from '../../../test/world.ts'

let world: World
let forum: SeatedForum
const startsAt = '2026-11-24T12:00:00.000Z'

before(async () => {
  world = await freshWorld()
  forum = await aSeatedForum(world.database, { startsAt })
})
after(() => world.close())

const tables = () => world.database.as<ForumTables & ProgrammeTables>()
const show = (shown_at: string | null) =>
  tables().updateTable('seating').set({ shown_at }).where('event_id', '=', forum.eventId).execute()
const move = (signUpId: string, round: number, table: number) =>
  tables()
    .updateTable('table_seat')
    .set({ table_id: forum.tables[table - 1] ?? '' })
    .where('sign_up_id', '=', signUpId)
    .where('round', '=', round)
    .execute()
const runs = (round: number) =>
  tables()
    .insertInto('round_run')
    .values({
      ...{
        event_id: forum.eventId,
        round,
        started_at: startsAt,
        ends_at: plus(startsAt, { minutes: 25 }),
        ended_at: null,
      },
      started_by: null,
    })
    .execute()
const personNumber = (number: number): string => forum.people[number - 1] ?? ''

test('tables are shown to those who come only once the organizers show them', async () => {
  await show(null)
  const token = await ownLink(world.database, personNumber(1))
  const visitor = await world.visitor()
  const own = await visitor.open(`/en/sign-ups/${token}`)
  equal(own.root.querySelector('a[href$="/tables"]'), null)
  const early = await visitor.open(`/en/sign-ups/${token}/tables`)
  match(early.text, /once they are ready/)
  ok(!early.text.includes('Table 1'))
  await show(startsAt)
  const shown = await visitor.open(`/en/sign-ups/${token}`)
  equal(shown.root.querySelector('a[href$="/tables"]')?.textContent, 'Your tables')
  const page = await visitor.open(`/en/sign-ups/${token}/tables`)
  match(page.text, /Round 1[\s\S]*Next[\s\S]*Table 1[\s\S]*Bord A[\s\S]*Question 1\?[\s\S]*Hearing loop/)
  equal((await visitor.open('/en/sign-ups/nonsense/tables')).status, 404)
})

test('a change is told until it is said to be seen, and only the change that stood on the page', async () => {
  const moved = personNumber(2)
  const token = await ownLink(world.database, moved)
  const visitor = await world.visitor()
  const address = `/en/sign-ups/${token}/tables`
  ok(!(await visitor.open(address)).text.includes('Tables have changed'))
  await move(moved, 2, 3)
  match((await visitor.open(address)).text, /table in round 2 is now 3 \(it was 2\)/)
  await visitor.open(address)
  match((await visitor.open(address)).text, /now 3 \(it was 2\)/)
  // Meanwhile the seats have changed again: what was seen was an older page.
  await visitor.send(address, { do: 'seen', version: '0' })
  match((await visitor.open(address)).text, /now 3 \(it was 2\)/)
  await visitor.send(address, { do: 'seen', version: '1' })
  ok(!(await visitor.open(address)).text.includes('it was'))
  await move(moved, 2, 1)
  match((await visitor.open(address)).text, /now 1 \(it was 3\)/)
  await move(moved, 2, 3)
  ok(!(await visitor.open(address)).text.includes('it was'), 'moved back: nothing is new')
})

test('a change before the seats are shown is nobody’s business', async () => {
  await show(null)
  await move(personNumber(3), 1, 1)
  await show(startsAt)
  const token = await ownLink(world.database, personNumber(3))
  const page = await (await world.visitor()).open(`/en/sign-ups/${token}/tables`)
  ok(!page.text.includes('it was'))
})

test('companions without a link of their own are on the page of whoever brings them', async () => {
  const companion = await aSignUp(world.database, forum.eventId, {
    ...{ name: 'Maja Medföljare', brought_by: personNumber(4), email: null },
  })
  const extra = { event_id: forum.eventId, sign_up_id: companion, locked: 0 }
  await tables().updateTable('forum_table').set({ seats: 6 }).where('event_id', '=', forum.eventId).execute()
  await tables()
    .insertInto('table_seat')
    .values({ ...extra, round: 1, table_id: forum.tables[2] ?? '' })
    .execute()
  const token = await ownLink(world.database, personNumber(4))
  const page = await (await world.visitor()).open(`/sv/sign-ups/${token}/tables`)
  match(page.text, /Era bord[\s\S]*Maja Medföljare[\s\S]*Bord 3/)
})

test('the table at the door is that of the round to come, and a number by hand stands for everybody else', async () => {
  const seatless = await aSignUp(world.database, forum.eventId, { name: 'Handskriven' })
  const byHand = [
    { sign_up_id: seatless, label: 'Scenen' },
    { sign_up_id: personNumber(5), label: 'Fel' },
  ]
  await tables().insertInto('table_number').values(byHand).execute()
  const labelOf = async (id: string) =>
    (await tables().selectFrom('table_label').select('label').where('sign_up_id', '=', id).execute()).map(
      ({ label }) => label,
    )
  equal(String(await labelOf(seatless)), 'Scenen')
  equal(String(await labelOf(personNumber(5))), '2')
  const visitor = await world.visitor(forum.by)
  await tables()
    .insertInto('event_organiser')
    .values({ event_id: forum.eventId, person_id: forum.by })
    .execute()
  const list = await visitor.open(`/sv/office/events/${forum.eventId}/paper/door-list`)
  match(list.text, /Handskriven[\s\S]*Scenen[\s\S]*Person 005/)
  await runs(1)
  await tables().updateTable('round_run').set({ ended_at: startsAt }).execute()
  await runs(2)
  equal(String(await labelOf(personNumber(5))), '3')
  await show(null)
  equal(String(await labelOf(personNumber(5))), 'Fel')
  await show(startsAt)
})

test('the letter of the day before leads to the tables, once they are shown', async () => {
  world.clock.now = '2026-11-23T12:00:00.000Z'
  await sendDueLetters(world.database.as(), world.clock.now, {
    url: (language, path) => `http://x/${language}${path}`,
  })
  const mails = await world.mails()
  ok(mails.length > 0)
  const [letter] = mails.filter(({ text_body }) => text_body.includes('Person 001'))
  match(letter?.text_body ?? '', /Dina bord.*\/sign-ups\/\w+\/tables/)
  const [seatless] = mails.filter(({ text_body }) => text_body.includes('Handskriven'))
  ok(seatless && !seatless.text_body.includes('/tables'))
})
