import { deepEqual, doesNotMatch, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { json } from '#platform/db.ts'
import { type Instant, instantAt, plus } from '#platform/time.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { baseUrl, firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { sendDueLetters } from '../reminders/send-due-letters.ts'
import type { Db, NewEvent } from '../tables.ts'
import { linkEvents } from './link-steps.ts'
import { stepsBefore } from './load-chain.ts'

let world: World
let db: Db
let bo: Visitor
let boId: string
let guest: Visitor

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  boId = await coordinatorOf(world.database, 'city', 'Bo')
  bo = await world.visitor(boId)
  guest = await world.visitor()
})
after(() => world.close())

const day = (days: number): Instant => plus(firstNoon, { days })

const anEventNamed = (name: string, days: number, given: Partial<NewEvent> = {}): Promise<string> =>
  anEvent(world.database, day(days), { slug: name, title: json({ sv: `Om ${name}` }), ...given })

const desk = (id: string): string => `/sv/office/events/${id}/chain`
const link = (id: string, other: string, side = 'after') =>
  bo.send(desk(id), { do: 'link', side, [`other-${side}`]: other })

/** The titles of the chain on an event's page, the one whose page it is between stars. */
const chainOn = async (name: string, who: Visitor = guest): Promise<string[]> => {
  const { root } = await who.open(`/sv/events/${name}`)
  return root.querySelectorAll('#chain li').map((one) => {
    const title = one.querySelector('.thread-title')?.textContent ?? ''
    return one.getAttribute('aria-current') ? `*${title}*` : title
  })
}

test('from a survey to a lunch it is one line, the same on every event of it', async () => {
  const forum = await anEventNamed('forum', 10)
  const hour = await anEventNamed('timme', 20)
  const workshop = await anEventNamed('verkstad', 30)
  equal((await link(forum, hour)).status, 200)
  equal((await link(workshop, forum, 'before')).status, 200)
  const survey = { do: 'survey', id: crypto.randomUUID(), side: 'before', on_date: '2026-11-20' }
  const filled = { ...survey, 'title.sv': 'Vad ska vi prata om?', url: 'https://example.org/survey' }
  equal((await bo.send(desk(forum), filled)).status, 200)
  equal((await bo.send(desk(forum), filled)).status, 200, 'sent twice it is there once')

  deepEqual(await chainOn('forum'), ['Vad ska vi prata om?', '*Om forum*', 'Om timme', 'Om verkstad'])
  deepEqual(await chainOn('verkstad'), ['Vad ska vi prata om?', 'Om forum', 'Om timme', '*Om verkstad*'])
  const page = await guest.open('/sv/events/timme')
  match(page.root.querySelector('#chain')?.innerHTML ?? '', /href="https:\/\/example.org\/survey"/)
  deepEqual(
    (await stepsBefore(db, workshop)).map(({ event, survey: one }) => (event ?? one)?.title),
    [{ sv: 'Vad ska vi prata om?' }, { sv: 'Om forum' }],
  )
  const thread = await guest.open('/sv/thread/event/verkstad')
  match(thread.text, /Enkät.*Vad ska vi prata om\?.*Träff.*Om forum.*Träff.*Om verkstad/)

  const unlinked = await bo.press(await bo.open(desk(forum)), 'Ta bort länken')
  match(unlinked.text, /Länken är borttagen/)
  const left = await db.selectFrom('chain_step').select('id').where('kind', '=', 'survey').execute()
  equal(left.length, 0, 'the survey is in no chain any more')
  deepEqual(await chainOn('forum'), ['*Om forum*', 'Om timme', 'Om verkstad'])
})

test('what cannot follow is refused on the same page, which says what to do instead', async () => {
  const [one, two, three] = [
    await anEventNamed('ett', 1),
    await anEventNamed('tva', 2),
    await anEventNamed('tre', 3),
  ]
  equal((await link(one, two)).status, 200)
  equal((await link(two, three)).status, 200)
  const circle = await link(three, one)
  equal(circle.status, 409)
  match(circle.text, /Det blir en cirkel/)
  match((await link(one, two)).text, /redan länkade/)
  const before = await link(three, await anEventNamed('noll', 0), 'after')
  match(before.text, /kan inte komma före/)
  equal((await link(one, '', 'before')).status, 422)
  equal((await link(one, 'no-such', 'before')).status, 404)
  equal((await bo.send(desk(one), { do: 'survey', id: crypto.randomUUID(), on_date: 'x' })).status, 422)
})

test('drafts, unlisted events and what somebody else looks after do not show through a chain', async () => {
  const open = await anEventNamed('oppen', 5)
  const draft = await anEventNamed('utkast', 6, { published_at: null })
  const hidden = await anEventNamed('dold', 7)
  const last = await anEventNamed('sist', 8)
  const unlisted = { event_id: hidden, kind: 'invitation' as const, capacities: '', unlisted: 1 }
  await db.insertInto('event_audience').values(unlisted).execute()
  for (const [from, to] of [
    [open, draft],
    [draft, hidden],
    [hidden, last],
  ] as const)
    equal((await link(from, to)).status, 200)
  deepEqual(await chainOn('oppen'), ['*Om oppen*', 'Om sist'])
  deepEqual(await chainOn('oppen', bo), ['*Om oppen*', 'Om sist'], 'the page is the same for the office')
  equal((await guest.open('/sv/thread/event/sist')).text.includes('Om dold'), false)

  const klara = (await aMember(world.database, 'Klara')).id
  await db.insertInto('event_organiser').values({ event_id: open, person_id: klara }).execute()
  const hers = await world.visitor(klara)
  const page = await hers.open(desk(open))
  equal(page.status, 200)
  ok(!page.html.includes('Om utkast') && !page.html.includes('Om dold'))
  equal((await hers.send(desk(open), { do: 'link', side: 'after', 'other-after': draft })).status, 404)
  equal((await hers.open(desk(draft))).status, 404)
  match((await bo.open(desk(open))).text, /Om utkast/)
})

test('the database lets in no circle and moves no link, whoever asks it', async () => {
  const [a, b, c] = [await anEventNamed('a', 1), await anEventNamed('b', 1), await anEventNamed('c', 1)]
  equal((await link(a, b)).status, 200)
  equal((await link(b, c)).status, 200)
  const raw = (from: string, to: string) =>
    sql`insert into event_link (from_step, to_step, linked_by, linked_at)
      values (${from}, ${to}, ${boId}, ${firstNoon})`.execute(db)
  await rejects(raw(c, a), /circle/)
  await rejects(raw(b, a), /circle/)
  await rejects(raw(a, a), /circle|check|constraint/)
  await rejects(sql`update event_link set to_step = ${a} where from_step = ${b}`.execute(db), /never moved/)
  const step = (id: string, event: string | null, kind: string) =>
    sql`insert into chain_step (id, event_id, kind, added_by, added_at)
      values (${id}, ${event}, ${kind}, ${boId}, ${firstNoon})`.execute(db)
  const d = await anEventNamed('d', 1)
  await rejects(step('other', d, 'event'), /check|CHECK/)
  await rejects(step('survey', null, 'survey'), /check|CHECK/)
  await raw(a, c)
})

test('of two desks that close a circle at once, one is refused', async () => {
  const [a, b] = [await anEventNamed('runt-1', 1), await anEventNamed('runt-2', 1)]
  const by = await aMember(world.database, 'Ada', 'city')
  const at = (eventId: string) => ({ db, by, eventId, now: firstNoon })
  const answers = await Promise.all([linkEvents(at(a), b, 'after'), linkEvents(at(b), a, 'after')])
  deepEqual(answers.toSorted(), ['circle', null])
})

test('one press on a forum’s desk makes its idea workshop, which the letter of thanks tells of', async () => {
  const { id: series_id } = await db
    .selectFrom('series')
    .select('id')
    .where('key', '=', 'dialogforum')
    .executeTakeFirstOrThrow()
  const forum = await anEventNamed('stora', 10, { series_id, title: json({ sv: 'Om mat', es: 'Comida' }) })
  const guestId = await aSignUp(world.database, forum, { email: 'rut@example.org', checked_in_at: day(10) })
  ok(guestId)
  const page = await bo.open((await bo.open(`/sv/office/events/${forum}`)).link('Planera idéverkstaden'))
  doesNotMatch(page.text, /value="dialogforum"/)
  const asForum = await bo.press(page, 'Gör ett utkast', { date: '2027-01-14', series: 'dialogforum' })
  equal(asForum.status, 404, 'a workshop is no forum')
  const early = await bo.press(page, 'Gör ett utkast', { date: '2026-11-30' })
  equal(early.status, 409)
  match(early.text, /följer på forumet/)
  equal((await bo.press(page, 'Gör ett utkast', { date: '' })).status, 422)
  const made = await bo.press(page, 'Gör ett utkast', { date: '2027-01-14' })
  equal(made.status, 200)
  match(made.text, /Idéverkstad: Om mat/)
  await bo.press(page, 'Gör ett utkast', { date: '2027-01-14' })
  const all = await db.selectFrom('event').selectAll().where('slug', 'like', 'ideverkstad%').execute()
  equal(all.length, 1)
  deepEqual(all[0]?.title, { sv: 'Idéverkstad: Om mat', es: 'Taller de ideas: Comida' })
  equal(all[0]?.starts_at, instantAt('2027-01-14', '13:00'))
  deepEqual(await chainOn('stora'), [], 'a draft is nobody’s business yet')

  await bo.press(await bo.open(`${made.path}/publish`), 'Publicera')
  deepEqual(await chainOn('stora'), ['*Om mat*', 'Idéverkstad: Om mat'])
  const url = (language: string, path: string): string => `${baseUrl}/${language}${path}`
  await sendDueLetters(db, plus(day(11), { hours: 1 }), { url })
  const letter = (await world.mails()).findLast(({ to_address }) => to_address === 'rut@example.org')
  match(letter?.text_body ?? '', /Så här fortsätter det: Idéverkstad: Om mat, 14 jan\. 2027/)
})
