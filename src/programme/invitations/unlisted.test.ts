import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import { sendDueLetters } from '../reminders/index.ts'
import type { AllTables } from '../../tables.ts'

let world: World
before(async () => {
  world = await freshWorld()
})
after(() => world.close())

test('what is in no list is seen by personal links alone, also after what was said there', async () => {
  const db = world.database.as<AllTables>()
  const bo = await aMember(world.database, 'Bo', 'city')
  const office = await world.visitor(bo.id)
  const guest = await world.visitor()
  const title = json({ sv: 'Styrmöte' })
  const id = await anEvent(world.database, plus(firstNoon, { days: 9 }), { slug: 'styrmote', title })
  const at = `/sv/office/events/${id}/invitations`
  await office.send(`${at}/for-whom`, { kind: 'invitation', unlisted: 'yes', people: '2' })
  await office.send(`${at}/new`, { people: 'Amina amina@example.org', capacity: 'elected', people_max: '1' })
  await office.send(`${at}/send`, {})
  const page = await guest.open((await lastMailTo(world, 'amina@example.org')).link)
  match(page.text, /Styrmöte.*Biblioteket/)
  await guest.press(page, 'Jag kommer')
  const mail = await lastMailTo(world, 'amina@example.org')
  const entry =
    (await world.mails()).find(({ id: one }) => one === mail.id)?.calendar?.replaceAll(/\r\n /g, '') ?? ''
  ok(entry.includes('/sv/sign-ups/') && !entry.includes('/events/styrmote'), entry)
  const own = await guest.open(mail.link)
  equal(own.status, 200)
  ok(!own.html.includes('/events/styrmote'), 'no link leads where the guest may not go')

  const recommendation = { id: newId(), event_id: id, number: 1, text: json({ sv: 'Hemlig sak' }) }
  const receiver = { receiver_organisation_id: null, receiver_name: 'Nämnden', created_at: firstNoon }
  const handed = { handed_over_on: '2026-11-22', answer_due_on: '2027-01-22' }
  await db
    .insertInto('recommendation')
    .values({ ...recommendation, ...receiver, ...handed, written_by: bo.id })
    .execute()
  for (const path of [
    '/recommendations',
    '/recommendations/1',
    '/thread/recommendation/1',
    '/thread/event/styrmote',
  ])
    ok(!(await guest.open(`/sv${path}`)).html.includes('Hemlig sak'), path)
})

test('the letters after what is in no list lead to nothing that the guest may not see', async () => {
  const db = world.database.as<AllTables>()
  const id = await anEvent(world.database, '2027-02-18T11:00:00.000Z', { slug: 'dolt' })
  await aSignUp(world.database, id, {
    name: 'Kom',
    email: 'kom@example.org',
    checked_in_at: '2027-02-18T11:00:00.000Z',
  })
  await aSignUp(world.database, id, { name: 'Borta', email: 'borta@example.org' })
  await db
    .insertInto('event_audience')
    .values({ event_id: id, kind: 'invitation', capacities: '', unlisted: 1, people_max: 1 })
    .execute()
  world.clock.now = '2027-02-19T09:00:00.000Z'
  const url = (language: string, path: string) => `http://localhost:3000/${language}${path}`
  await sendDueLetters(world.database.as(), world.clock.now, { url })
  const guest = await world.visitor()
  for (const email of ['kom@example.org', 'borta@example.org']) {
    const { text_body } = await lastMailTo(world, email)
    const links = [...text_body.matchAll(/http:\/\/localhost:3000(\S+)/g)].map(([, path = '']) => path)
    ok(
      links.some((path) => path.includes('/sign-ups/')),
      text_body,
    )
    for (const path of links) equal((await guest.open(path)).status, 200, path)
    ok(!text_body.includes('träffens sida'), text_body)
  }
})
