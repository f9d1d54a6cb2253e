import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Instant, instantAt, plus } from '#platform/time.ts'
import { anEvent } from '../../../test/cast.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { forgetSupporters } from './forget-supporters.ts'

let world: World
let db: Db
let bo: Visitor
let mia: Visitor
let guest: Visitor
let seriesId: string

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  mia = await world.visitor(await coordinatorOf(world.database, 'civil-society', 'Mia'))
  guest = await world.visitor()
  const series = db.selectFrom('series').select('id').where('key', '=', 'dialogforum')
  seriesId = (await series.executeTakeFirstOrThrow()).id
})
after(() => world.close())

const closing: Instant = instantAt('2026-12-14', '00:00')

/** A call from today through 13 December; where its page is, and its desk. */
async function aCall(given: Record<string, string> = {}) {
  world.clock.now = firstNoon
  const form = await bo.open('/sv/office/series/dialogforum/theme-calls/new')
  const days = { first_day: '2026-11-23', last_day: '2026-12-13' }
  const desk = await bo.press(form, 'Spara utlysningen', { ...days, ...given })
  equal(desk.status, 200, desk.text)
  const id = desk.path.split('/').at(-1) ?? ''
  return { id, at: `/sv/themes/${id}`, desk: `/sv/office/theme-calls/${id}` }
}

const words = {
  title: 'Nattbussar',
  why: 'Den som slutar sent\nkommer inte hem.',
  who: 'Kollektivtrafiken',
  language: 'sv',
  capacity: 'resident',
}

async function propose(at: string, email: string, given: Record<string, string> = {}, who = guest) {
  const form = await who.open(`${at}/propose`)
  return who.press(form, 'Skicka förslaget', { ...words, email, wants_news: 'yes', ...given })
}

const confirm = async (email: string) => {
  const page = await guest.open((await lastMailTo(world, email)).link)
  return guest.press(page, page.path.startsWith('/es/') ? 'Sí,' : 'Ja,')
}

/** The only proposal that is called so, shown by a coordinator. */
async function show(desk: string, title: string): Promise<string> {
  const path = (await bo.open(desk)).link(title)
  await bo.press(await bo.open(path), 'Visa förslaget')
  return path.split('/').at(-1) ?? ''
}

const second = async (at: string, id: string, email: string, capacity = 'civil-society', news = 'yes') => {
  const form = await guest.open(`${at}/${id}/second`)
  return guest.press(form, 'Stöd förslaget', { email, capacity, wants_news: news })
}

test('a theme is proposed, read, seconded and set, and whoever wished to know is told in their language', async () => {
  const forum = await anEvent(world.database, plus(firstNoon, { days: 60 }), {
    ...{ slug: 'varens-forum', series_id: seriesId },
  })
  const { at, desk } = await aCall({ event: forum })
  match((await guest.open('/sv/series/dialogforum')).text, /Temat kommer från er.*till och med 13 dec\. 2026/)
  match((await guest.open('/sv/events/varens-forum')).text, /Föreslå eller stöd ett tema/)

  match((await propose(at, 'rut@example.org')).text, /Titta i din inkorg/)
  ok(!(await bo.open(desk)).text.includes('Nattbussar'), 'nobody’s until the address is confirmed')
  match((await confirm('rut@example.org')).text, /Förslaget är bekräftat/)
  match((await guest.open(at)).text, /1 förslag väntar på att läsas/)
  ok(!(await guest.open(at)).text.includes('Nattbussar'), 'shown to nobody until it is read')
  const id = await show(desk, 'Nattbussar')
  match((await lastMailTo(world, 'rut@example.org')).subject, /Ditt förslag visas/)
  const page = await guest.open(at)
  match(page.text, /NattbussarDen som slutar sentkommer inte hem\.Kan svara: Kollektivtrafiken1 person/)
  ok(!page.html.includes('rut@example.org'))

  const spanish = await guest.open(`/es/themes/${at.split('/').at(-1)}/${id}/second`)
  const fields = { email: 'ana@example.org', capacity: 'civil-society', wants_news: 'yes' }
  await guest.press(spanish, 'Apoyar la propuesta', fields)
  match((await guest.open(`/es/themes/${at.split('/').at(-1)}`)).text, /escrito en sueco/)
  match((await confirm('ana@example.org')).path, /^\/es\//)
  await second(at, id, 'per@example.org', 'elected', '')
  await confirm('per@example.org')

  world.clock.now = closing
  const form = await bo.open((await bo.open(desk)).link('Sätt temat'))
  match(form.text, /Nattbussar \(3 personer\)/)
  equal((await bo.press(form, 'Sätt temat och berätta', { choice: 'other' })).status, 422)
  const set = await bo.press(form, 'Sätt temat och berätta', { choice: id, 'theme.es': 'Volver a casa' })
  match(set.text, /Temat är satt.*Bo, Malmö stad/)
  const told = (await world.mails()).filter(({ subject }) => /Dialogforum: (Nattbussar|Volver)/.test(subject))
  deepEqual(told.map(({ to_address, subject }) => [to_address, subject]).toSorted(), [
    ['ana@example.org', 'El tema de Dialogforum: Volver a casa'],
    ['rut@example.org', 'Temat för Dialogforum: Volver a casa'],
  ])
  match(
    (await guest.open('/sv/events/varens-forum')).text,
    /3 personer har föreslagit.*förslaget ”Nattbussar”/,
  )

  const theirs = await mia.press(await mia.open(desk), 'bakom temat')
  match(theirs.text, /Mia, /)
  match((await guest.open(at)).text, /Bakom temat stårMalmö stad och civilsamhället/)
  equal((await mia.send(desk, { do: 'back' })).status, 409)
  equal((await bo.send(`${desk}/theme`, { choice: id })).status, 409, 'it is set once')
  equal((await bo.send(`${desk}/${id}`, { do: 'turn-down', reason: 'Nej' })).status, 409)
})

test('a call has a first and a last day: too early or too late is refused with the words kept', async () => {
  const { at, desk } = await aCall({ first_day: '2026-11-25' })
  equal((await guest.open(`${at}/propose`)).root.querySelectorAll('main form').length, 0)
  const id = crypto.randomUUID()
  const early = await guest.send(`${at}/propose`, { ...words, id, email: 'tom@example.org' })
  equal(early.status, 409)
  match(early.text, /har inte öppnat/)

  world.clock.now = instantAt('2026-11-25', '00:00')
  await propose(at, 'tom@example.org')
  await propose(at, 'lo@example.org', { title: 'Tystnad' })
  await confirm('lo@example.org')
  const quiet = await show(desk, 'Tystnad')
  equal((await bo.send(`${desk}/theme`, { choice: quiet })).status, 409, 'not while people may propose')

  world.clock.now = closing
  const late = await guest.send(`${at}/propose`, { ...words, id, email: 'sen@example.org' })
  equal(late.status, 409)
  match(late.text, /har stängt/)
  equal(late.root.querySelector('input[name=title]')?.getAttribute('value'), 'Nattbussar')
  const seconding = { email: 'sen@example.org', capacity: 'resident' }
  equal((await guest.send(`${at}/${quiet}/second`, seconding)).status, 409)
  // What was sent in time counts when it is confirmed afterwards, for a week.
  world.clock.now = instantAt('2026-12-02', '00:00')
  const old = await guest.press(await guest.open((await lastMailTo(world, 'tom@example.org')).link), 'Ja,')
  equal(old.status, 200)
  world.clock.now = instantAt('2026-12-13', '23:59')
  await propose(at, 'ulf@example.org', { title: 'I sista stund' })
  world.clock.now = closing
  equal((await confirm('ulf@example.org')).status, 200)
  match((await bo.open(desk)).text, /I sista stund/)
})

test('a call that got nothing says so, and the theme needs a reason', async () => {
  const { at, desk } = await aCall()
  match((await guest.open(at)).text, /Inga förslag att visa än/)
  world.clock.now = closing
  match((await guest.open(at)).text, /Inget förslag kom in/)
  const form = await bo.open(`${desk}/theme`)
  const bare = await bo.press(form, 'Sätt temat', { choice: 'other', 'theme.sv': 'Lokaler' })
  equal(bare.status, 422)
  match(bare.text, /varför det blir ett annat tema/)
  const why = { 'theme.sv': 'Lokaler', 'reason.sv': 'Ingen hörde av sig.' }
  equal((await bo.press(form, 'Sätt temat', { choice: 'other', ...why })).status, 200)
  const page = await guest.open(at)
  match(page.text, /Lokaler.*Inget av förslagen.*Ingen har föreslagit.*Ingen hörde av sig/)
})

test('what is turned down has a reason, which its author reads and nobody else', async () => {
  const { at, desk } = await aCall()
  await propose(at, 'eva@example.org', { title: 'Min granne' })
  await confirm('eva@example.org')
  const judge = await bo.open((await bo.open(desk)).link('Min granne'))
  equal((await bo.press(judge, 'Visa det inte')).status, 422)
  await bo.press(judge, 'Visa det inte', { reason: 'Det handlar om en person. Se www.evil.example' })
  const mail = await lastMailTo(world, 'eva@example.org')
  match(mail.text_body, /Det handlar om en person/)
  ok(!mail.text_body.includes('www.evil'), 'nobody’s words make a link')
  const page = await guest.open(at)
  match(page.text, /1 förslag visas inte/)
  ok(!page.text.includes('granne') && !page.text.includes('en person'))
  const { id } = await db
    .selectFrom('theme_proposal')
    .select('id')
    .where('title', '=', 'Min granne')
    .executeTakeFirstOrThrow()
  equal((await guest.open(`${at}/${id}/second`)).status, 404)
  equal((await guest.send(`${at}/${id}/second`, { email: 'x@example.org', capacity: 'other' })).status, 404)
})

test('everybody seconds once, is answered alike, and may take it back', async () => {
  const { at, desk } = await aCall()
  await propose(at, 'ivo@example.org', { title: 'Bad i hamnen' })
  await confirm('ivo@example.org')
  const id = await show(desk, 'Bad i hamnen')
  const count = async (): Promise<string> => /(\d+) person/.exec((await guest.open(at)).text)?.[1] ?? ''
  match((await second(at, id, 'siv@example.org')).text, /Titta i din inkorg/)
  equal(await count(), '1', 'not before it is confirmed')
  await confirm('siv@example.org')
  const { link } = await lastMailTo(world, 'siv@example.org')
  match((await second(at, id, 'siv@example.org')).text, /Titta i din inkorg/)
  match((await second(at, id, 'ivo@example.org')).text, /Titta i din inkorg/)
  equal((await lastMailTo(world, 'siv@example.org')).link, link, 'no second mail')
  equal(await count(), '2')
  equal((await second(at, id, 'not an address')).status, 422)

  const own = await guest.press(await guest.open(link), 'Berätta inte för mig')
  match(own.text, /Vi berättar inte/)
  await guest.press(own, 'Ta tillbaka mitt stöd')
  equal(await count(), '1')
  equal((await guest.open(link)).status, 404)

  const member = await mia.press(await mia.open(`${at}/${id}/second`), 'Stöd', { capacity: 'civil-society' })
  match(member.text, /Tack! Du står bakom förslaget.*2 personer/)
})

test('groups of fewer than five are not told apart', async () => {
  const { at, desk } = await aCall()
  await propose(at, 'ed@example.org', { title: 'Cyklar' })
  await confirm('ed@example.org')
  const id = await show(desk, 'Cyklar')
  const row = { proposal_id: id, kind: 'seconded', language: 'sv', wants_news: 0, token_hash: null } as const
  const times = { asked_at: world.clock.now, confirmed_at: world.clock.now, forgotten_at: null }
  const many = (capacity: 'elected' | 'civil-society', count: number) =>
    Array.from({ length: count }, (_, n) => ({
      ...{ id: crypto.randomUUID(), email: `${capacity}${n}@example.org`, capacity, ...row, ...times },
    }))
  await db
    .insertInto('theme_support')
    .values([...many('elected', 4), ...many('civil-society', 6)])
    .execute()
  const { text } = await guest.open(at)
  match(text, /11 personer Civilsamhället[^:]*: 6 · övriga: 5/)
  ok(!/Förtroendevald[^:]*: 4/.test(text))
})

test('what nobody confirms is forgotten after a week, and addresses a month after the theme', async () => {
  const { id, at, desk } = await aCall()
  await propose(at, 'gus@example.org', { title: 'Obekräftat' })
  await propose(at, 'ida@example.org', { title: 'Bekräftat' })
  await confirm('ida@example.org')
  const chosen = await show(desk, 'Bekräftat')
  world.clock.now = closing
  await forgetSupporters(db, closing)
  const left = db.selectFrom('theme_proposal').select('title').where('call_id', '=', id)
  deepEqual(
    (await left.execute()).map(({ title }) => title),
    ['Bekräftat'],
  )
  await bo.send(`${desk}/theme`, { choice: chosen })
  await world.deliver()
  await forgetSupporters(db, plus(closing, { days: 29 }))
  const emails = async () =>
    db.selectFrom('theme_support').select('email').where('proposal_id', '=', chosen).execute()
  deepEqual(await emails(), [{ email: 'ida@example.org' }])
  await forgetSupporters(db, plus(closing, { days: 31 }))
  deepEqual(await emails(), [{ email: null }])
  ok(!(await world.mails()).some(({ to_address }) => to_address === 'ida@example.org'))
  match((await guest.open(at)).text, /1 person har föreslagit/)
})
