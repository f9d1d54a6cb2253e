import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { parse } from 'node-html-parser'
import { plus } from '#platform/time.ts'
import { anEvent } from '../cast.ts'
import { entryOf } from '../journeys/letter-box.ts'
import { sayYes } from '../signing-up.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../world.ts'
import { type Facts, factsOf, openEvent } from './facts.ts'

let world: World
let facts: Facts
let city: Visitor
let slug = ''
let eventId = ''

before(async () => {
  world = await freshWorld({ sample: true })
  facts = await factsOf(world)
  city = await world.visitor(facts.city)
  eventId = await anEvent(world.database, plus(firstNoon, { hours: 20 }), { capacity: 100 })
  slug = eventId
})
after(() => world.close())

const about = { capacity: 'resident', language: 'sv' }

async function signUp(fields: { name: string; email: string; organisation?: string }) {
  const visitor = await world.visitor()
  const answer = await visitor.send(`/sv/events/${slug}/sign-up`, { ...about, ...fields })
  return answer.status === 200 ? sayYes(world, visitor, fields.email) : answer
}

async function mailTo(address: string) {
  const mail = (await world.mails()).findLast(({ to_address }) => to_address === address)
  if (!mail) throw new Error(`no mail to ${address}`)
  const link = /\/sv\/sign-ups\/\w+/.exec(mail.text_body ?? '')?.[0] ?? ''
  return { text: mail.text_body ?? '', html: mail.html_body ?? '', calendar: mail.calendar ?? '', link }
}

test('a name of ten thousand letters is refused, named as a mistake, and kept', async () => {
  const name = 'Ö'.repeat(10_000)
  const answer = await signUp({ name, email: 'long@example.org' })
  equal(answer.status, 422)
  ok(answer.title.startsWith('Fel'))
  equal(answer.root.querySelector('[name="name"]')?.getAttribute('value'), name)
  equal(answer.root.querySelector('[name="email"]')?.getAttribute('value'), 'long@example.org')
  equal(answer.root.querySelector('.problems a')?.getAttribute('href'), '#field-name')
})

// Markup, formulas of every spelling, a header, a directory that is not ours, an address, and a sign that turns the line.
const names = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `=cmd|' /C calc'!A0`,
  '+1+1',
  '@SUM(1)',
  '\t=1+1',
  'Karin\r\nBcc: all@example.org',
  'BEGIN:VEVENT;X=1,2:',
  'www.elsewhere.example',
  '\u202Eeliforp',
  '&lt;b&gt;',
]

for (const [index, name] of names.entries()) {
  test(`the name ${JSON.stringify(name)} is text in page, mail, calendar file and table`, async () => {
    const email = `name-${index}@example.org`
    const plain = name.replaceAll(/[\r\n\t]+/g, ' ').trim()
    equal((await signUp({ name, email, organisation: name })).status, 200)
    const { text, html, calendar, link } = await mailTo(email)

    const own = await (await world.visitor()).open(link)
    equal(own.root.querySelector('[name="name"]')?.getAttribute('value'), plain)
    const list = await city.open(`/sv/office/events/${eventId}/sign-ups`)
    const door = await city.open(`/sv/office/events/${eventId}/door?q=${encodeURIComponent(plain)}`)
    for (const page of [own, list, door])
      equal(page.root.querySelectorAll('main script, main img, main b').length, 0)
    ok(list.text.includes(plain.replaceAll(/\s+/g, ' ')))
    ok(door.text.includes(plain.replaceAll(/\s+/g, ' ')))

    // A zero-width break keeps mail programs from making a link of it.
    ok(text.replaceAll('\u200B', '').includes(plain))
    const mail = parse(html)
    equal(mail.querySelectorAll('script, img, b').length, 0)
    equal(mail.querySelectorAll('a').length, 1)
    ok(mail.textContent.replaceAll('\u200B', '').includes(plain))
    ok(!/www\.elsewhere/.test(text + html))

    const entry = entryOf(calendar)
    equal(entry.attendee, plain.replaceAll('"', '”'))
    equal(calendar.match(/BEGIN:VEVENT/g)?.length, calendar.includes('BEGIN:VEVENT;') ? 2 : 1)

    const csv = (await city.open(`/sv/office/events/${eventId}/sign-ups.csv`)).html
    const row = csv.split('\r\n').find((line) => line.includes(email)) ?? ''
    ok(!/(^|;)"?[=+@\t-]/.test(row), row)
    ok(row.replaceAll('""', '"').includes(plain))
  })
}

test('an address in another alphabet is signed up, mailed, and shown as it is', async () => {
  for (const email of [
    '用户@例え.jp',
    'josé@exámple.es',
    'δοκιμή@παράδειγμα.δοκιμή',
    'müller@malmö.example',
  ]) {
    const { status } = await signUp({ name: 'Någon', email })
    equal(status, 200, email)
    ok((await city.open(`/sv/office/events/${eventId}/sign-ups`)).text.includes(email))
    match((await mailTo(email)).link, /sign-ups/)
    const sent = await world.deliver()
    ok(sent.some(({ to }) => JSON.stringify(to).includes(email)))
  }
})

const words = { 'title.sv': 'En gång', 'lead.sv': 'Bara en gång.' }
const event = { place_name: 'Garaget', capacity: '5', spoken: 'sv', series: 'dialogforum' }
const times = { date: '2026-12-10', starts: '12:00', ends: '13:00' }

test('the form of a new event, or of a new announcement, makes one however often it is sent', async () => {
  for (const [path, fields] of [
    ['/sv/office/events/new', { ...words, ...event, ...times }],
    ['/sv/office/news/new', words],
  ] as const) {
    const page = await city.open(path)
    const id = page.root.querySelector('[name="id"]')?.getAttribute('value') ?? ''
    const send = () => city.send(path, { ...fields, id })
    const [first, second] = await Promise.all([send(), send()])
    const third = await send()
    deepEqual([first.status, second.status, third.status], [200, 200, 200], first.text)
    ok(first.path.includes(id))
    deepEqual([second.path, third.path], [first.path, first.path])
  }
})

test('an old or broken link says what to do, and leads on', async () => {
  const visitor = await world.visitor()
  const tokens = { whole: 'a'.repeat(40), cut: 'a'.repeat(12) }
  for (const token of Object.values(tokens)) {
    for (const [path, status] of [
      [`/sv/sign-ups/${token}`, 404],
      [`/sv/sign-ups/${token}/cancel`, 404],
      [`/sv/sign-in/with/${token}`, 409],
      [`/sv/news/confirm/${token}`, 404],
      [`/sv/news/unsubscribe/${token}`, 404],
    ] as const) {
      const answer = await visitor.open(path)
      equal(answer.status, status, path)
      ok(answer.text.length > 60, path)
      ok(answer.root.querySelectorAll('main a').length > 0, `${path} leads nowhere`)
      equal((await visitor.send(path, {})).status, status, path)
    }
  }
  const late = facts.addressOf('/sign-in/with/:token')
  const now = world.clock.now
  world.clock.now = plus(now, { minutes: 16 })
  // This one was put in without an end; the ordinary one has run out by now.
  equal((await visitor.open(late)).status, 200)
  const page = await visitor.open('/sv/sign-in')
  await visitor.press(page, 'Mejla mig en länk', { email: 'omar@example.org' })
  const { text } = await mailTo('omar@example.org')
  const link = /\/sv\/sign-in\/with\/\w+/.exec(text)?.[0] ?? ''
  world.clock.now = plus(now, { minutes: 32 })
  const old = await visitor.open(link)
  equal(old.status, 409)
  match(old.text, /för gammal/)
  world.clock.now = now
})

test('a sign-up link still says how it stands when the event is over', async () => {
  await signUp({ name: 'Efter', email: 'after@example.org' })
  const { link } = await mailTo('after@example.org')
  const now = world.clock.now
  world.clock.now = plus(now, { days: 40 })
  const visitor = await world.visitor()
  const page = await visitor.open(link)
  deepEqual([page.status, page.root.querySelectorAll('main form').length], [200, 0])
  equal((await visitor.send(`${link}/cancel`, {})).status, 409)
  world.clock.now = now
})

test('when the database fails the platform says so with a number, and nothing of why', async () => {
  const open = (await openEvent(world))['slug']
  const visitor = await world.visitor()
  await sql`alter table event rename to event_elsewhere`.execute(world.database.as())
  for (const path of ['/sv', `/sv/events/${open}`, `/es/events/${open}/sign-up`]) {
    const { status, headers, text, root } = await visitor.open(path)
    equal(status, 500)
    const number = headers.get('x-request-id') ?? 'none'
    ok(text.includes(number), `${number} is not in: ${text}`)
    equal(root.querySelectorAll('h1').length, 1)
    ok(!/sqlite|postgres|relation|no such table|Error|\/src\//i.test(text), text)
  }
  await sql`alter table event_elsewhere rename to event`.execute(world.database.as())
  equal((await visitor.open('/sv')).status, 200)
})
