import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json } from '#platform/db.ts'
import { type Instant, plus } from '#platform/time.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db, NewEvent } from '../tables.ts'

let world: World
let db: Db
let klara: Visitor
let organiserId: string
let guest: Visitor

const day = (days: number): Instant => plus(firstNoon, { days })

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  organiserId = (await aMember(world.database, 'Klara')).id
  klara = await world.visitor(organiserId)
  guest = await world.visitor()
})
after(() => world.close())

/** An event that Klara looks after, by invitation unless something else is said. */
async function anInvitingEvent(form: Record<string, string> = {}, given: Partial<NewEvent> = {}) {
  const title = json({ sv: 'Styrmöte', en: 'Board', es: 'Junta' })
  const id = await anEvent(world.database, day(20), { title, ...given })
  await db.insertInto('event_organiser').values({ event_id: id, person_id: organiserId }).execute()
  await klara.send(`/sv/office/events/${id}/invitations/for-whom`, {
    kind: 'invitation',
    people: '2',
    ...form,
  })
  return id
}

/** Invites by a list and answers with the link that was mailed to the address. */
async function invited(event: string, address: string, form: Record<string, string>): Promise<string> {
  const at = `/sv/office/events/${event}/invitations`
  equal((await klara.send(`${at}/new`, { people_max: '2', language: 'sv', ...form })).status, 200)
  equal((await klara.send(`${at}/send`, {})).status, 200)
  return (await lastMailTo(world, address)).link
}

const signUpsAt = (event: string) =>
  db
    .selectFrom('sign_up')
    .select(['email', 'name', 'capacity', 'organisation_name', 'state', 'confirmed_at'])
    .where('event_id', '=', event)
    .where('state', '!=', 'cancelled')
    .orderBy('id')
    .execute()

test('who is known comes with the link and one press, and types nothing', async () => {
  const event = await anInvitingEvent()
  const link = await invited(event, 'amina@example.org', {
    people: 'Amina Yusuf\tamina@example.org\tGrannarna',
    capacity: 'civil-society',
  })
  const page = await guest.open(link)
  match(page.text, /Du anmäls som\s*Amina Yusuf · Civilsamhället .* · Grannarna/)
  deepEqual(page.root.querySelectorAll('main input'), [])
  deepEqual(await signUpsAt(event), [], 'opening the page signs nobody up')
  const after = await guest.press(page, 'Jag kommer')
  match(after.text, /Du kommer\. Välkommen!/)
  const [row, ...more] = await signUpsAt(event)
  deepEqual(
    [row?.name, row?.capacity, row?.organisation_name, row?.state],
    ['Amina Yusuf', 'civil-society', 'Grannarna', 'seat'],
  )
  ok(row?.confirmed_at)
  equal(more.length, 0)
  match((await lastMailTo(world, 'amina@example.org')).subject, /Du har en plats/)
  equal((await guest.send(link, { do: 'come' })).status, 200, 'pressing twice is no mistake')
  equal((await signUpsAt(event)).length, 1)
})

test('what is missing is asked, and nothing else; what was confirmed at another event is remembered', async () => {
  const event = await anInvitingEvent()
  const link = await invited(event, 'bo@example.org', { people: 'bo@example.org' })
  const page = await guest.open(link)
  const names = new Set(page.root.querySelectorAll('main input').map((one) => one.getAttribute('name')))
  deepEqual([...names], ['name', 'capacity'])
  const wrong = await guest.press(page, 'Jag kommer', { name: 'Bo Ek' })
  equal(wrong.status, 422)
  equal(wrong.root.querySelector('input[name=name]')?.getAttribute('value'), 'Bo Ek')
  match((await guest.press(wrong, 'Jag kommer', { capacity: 'elected' })).text, /Du kommer/)

  const next = await anInvitingEvent()
  const nextLink = await invited(next, 'bo@example.org', { people: 'bo@example.org' })
  match((await guest.open(nextLink)).text, /Du anmäls som\s*Bo Ek · Förtroendevald/)
})

test('"I can’t come" is one press, also when it is full, and can be changed until it begins', async () => {
  const event = await anInvitingEvent({ kind: 'everyone' }, { capacity: 1 })
  const other = await aSignUp(world.database, event, { email: 'ada@example.org' })
  const link = await invited(event, 'eva@example.org', {
    people: 'Eva Ros eva@example.org',
    capacity: 'resident',
  })
  const full = await guest.open(link)
  match(full.text, /Alla platser är tagna/)
  match((await guest.press(full, 'Jag kan inte komma')).text, /Du har svarat att du inte kan komma/)
  match((await guest.press(await guest.open(link), 'Sätt mig på väntelistan')).text, /väntelistan/)
  match((await guest.press(await guest.open(link), 'Jag kan inte komma')).text, /inte kan komma/)
  deepEqual(
    (await signUpsAt(event)).map(({ email }) => email),
    ['ada@example.org'],
  )
  equal(
    (await db.selectFrom('sign_up').select('state').where('id', '=', other).executeTakeFirst())?.state,
    'seat',
  )

  world.clock.now = day(20)
  const late = await guest.open(link)
  match(late.text, /har börjat/)
  equal(late.root.querySelectorAll('main button').length, 0)
  equal((await guest.send(link, { do: 'decline' })).status, 409)
  world.clock.now = firstNoon
})

test('a seat given back by an invited person goes to the next who waits', async () => {
  const event = await anInvitingEvent({}, { capacity: 1 })
  const link = await invited(event, 'lo@example.org', {
    people: 'Lo Berg lo@example.org',
    capacity: 'elected',
  })
  const second = await invited(event, 'mia@example.org', {
    people: 'Mia Dahl mia@example.org',
    capacity: 'elected',
  })
  await guest.press(await guest.open(link), 'Jag kommer')
  match((await guest.press(await guest.open(second), 'Sätt mig på väntelistan')).text, /väntelistan/)
  await guest.press(await guest.open(link), 'Jag kan inte komma')
  const [mia, ...more] = await signUpsAt(event)
  equal(mia?.email, 'mia@example.org')
  ok(mia?.state === 'seat' || mia?.state === 'offered')
  equal(more.length, 0)
  match(
    (await klara.open(`/sv/office/events/${event}/invitations`)).text,
    /Kommer \(1\).*Kan inte komma \(1\)/,
  )
})

test('a link is dead once a newer one is mailed, or the invitation is taken back', async () => {
  const event = await anInvitingEvent()
  const first = await invited(event, 'per@example.org', {
    people: 'Per Lund per@example.org',
    capacity: 'elected',
  })
  world.clock.now = day(1)
  await klara.send(`/sv/office/events/${event}/invitations/remind`, {})
  const { link } = await lastMailTo(world, 'per@example.org')
  for (const answer of [await guest.open(first), await guest.send(first, { do: 'come' })]) {
    equal(answer.status, 404)
    match(answer.text, /använd länken i det senaste/)
  }
  deepEqual(await signUpsAt(event), [])
  await klara.press(await klara.open(`/sv/office/events/${event}/invitations`), 'Ta tillbaka')
  equal((await guest.send(link, { do: 'come' })).status, 404)
  equal((await guest.open('/sv/invitations/nonsense')).status, 404)
  deepEqual(await signUpsAt(event), [])
  world.clock.now = firstNoon
})

const somebody = { name: 'Tove Ask', email: 'tove@example.org', capacity: 'elected' }

test('an invitation that may not be passed on signs up the invited address alone', async () => {
  const event = await anInvitingEvent()
  const link = await invited(event, 'siv@example.org', {
    people: 'Siv Holm siv@example.org',
    capacity: 'elected',
  })
  ok(!(await guest.open(link)).html.includes('somebody-else'))
  equal((await guest.open(`${link}/somebody-else`)).status, 404)
  equal((await guest.send(`${link}/somebody-else`, somebody)).status, 404)
  equal((await guest.send(link, { do: 'come', ...somebody })).status, 200)
  deepEqual(
    (await signUpsAt(event)).map(({ email, name }) => [email, name]),
    [['siv@example.org', 'Siv Holm']],
  )
})

test('one that may be passed on takes others with their own name, up to its number', async () => {
  const event = await anInvitingEvent({ forwarding: 'yes', people: '2' })
  const link = await invited(event, 'ulf@example.org', {
    people: 'Ulf Ny ulf@example.org',
    capacity: 'elected',
  })
  const own = await guest.open(link)
  const form = await guest.open(own.link('Är du någon annan'))
  ok(!form.text.includes('Ulf'))
  match((await guest.press(form, 'Anmäl mig', somebody)).text, /mejl till dig/)
  await guest.press(await guest.open(link), 'Jag kommer')
  const third = await guest.send(`${link}/somebody-else`, { ...somebody, email: 'third@example.org' })
  equal(third.status, 409)
  match(third.text, /redan anmält sig/)
  // Whoever it was passed on to confirms an address first; the invited person is known by the link.
  deepEqual(
    (await signUpsAt(event)).map(({ email, state }) => [email, state]),
    [
      ['tove@example.org', 'held'],
      ['ulf@example.org', 'seat'],
    ],
  )
  const confirm = await guest.open((await lastMailTo(world, 'tove@example.org')).link)
  await guest.press(confirm, 'Ja, jag kommer')
  deepEqual(
    (await signUpsAt(event)).map(({ state }) => state),
    ['seat', 'seat'],
  )
})

test('several of an organisation come by its link, up to its number, and are counted on the list', async () => {
  const event = await anInvitingEvent()
  const link = await invited(event, 'info@example.org', {
    organisations: 'Grannarna info@example.org',
    people_max: '2',
  })
  const page = await guest.open(link)
  match(page.text, /Inbjudan gäller Grannarna/)
  await guest.press(page, 'Anmäl mig', somebody)
  await guest.press(page, 'Anmäl mig', { ...somebody, name: 'Ali Ek', email: 'ali@example.org' })
  equal((await guest.press(page, 'Anmäl mig', { ...somebody, email: 'more@example.org' })).status, 409)
  deepEqual(
    (await signUpsAt(event)).map(({ organisation_name }) => organisation_name),
    ['Grannarna', 'Grannarna'],
  )
  match((await klara.open(`/sv/office/events/${event}/invitations`)).text, /2 av 2 kommer/)
})

const stranger = { name: 'Okänd', email: 'okand@example.org', capacity: 'resident', language: 'sv' }

test('the form for everybody lets nobody in whom the event is not for, and says what to do instead', async () => {
  const event = await anInvitingEvent({}, { slug: 'inbjudna' })
  const closed = await guest.open('/sv/events/inbjudna/sign-up')
  match(closed.text, /efter inbjudan\. Är du inbjuden, svara med länken/)
  const refused = await guest.send('/sv/events/inbjudna/sign-up', stranger)
  equal(refused.status, 409)
  deepEqual(await signUpsAt(event), [])

  const elected = await anInvitingEvent({ kind: 'sectors', capacities: 'elected' }, { slug: 'valda' })
  const form = await guest.open('/sv/events/valda/sign-up')
  const offered = form.root.querySelectorAll('input[name=capacity]').map((one) => one.getAttribute('value'))
  deepEqual(offered, ['elected'])
  const other = await guest.send('/sv/events/valda/sign-up', stranger)
  equal(other.status, 409)
  match(other.text, /för andra än det du deltar som/)
  deepEqual(await signUpsAt(elected), [])
  equal((await guest.send('/sv/events/valda/sign-up', { ...stranger, capacity: 'elected' })).status, 200)
  equal((await signUpsAt(elected)).length, 1)

  const own = await guest.open((await lastMailTo(world, stranger.email)).link)
  await guest.press(own, 'Ja, jag kommer')
  const changed = await guest.send(own.path.split('?')[0] ?? '', { ...stranger, name: 'Ny' })
  equal(changed.status, 409)
  match(changed.text, /Välj något annat/)
})

test('whoever confirms an address too late is asked anew whether the event is for them', async () => {
  const event = await anInvitingEvent({ kind: 'everyone' }, { slug: 'sent' })
  await guest.send('/sv/events/sent/sign-up', { ...stranger, email: 'sen@example.org' })
  const confirm = await guest.open((await lastMailTo(world, 'sen@example.org')).link)
  const ended = {
    state: 'cancelled',
    cancelled_at: firstNoon,
    ended_because: 'not-confirmed',
    held_until: null,
  } as const
  await db.updateTable('sign_up').set(ended).where('event_id', '=', event).execute()
  await klara.send(`/sv/office/events/${event}/invitations/for-whom`, { kind: 'invitation', people: '2' })
  const late = await guest.press(confirm, 'Ja, jag kommer')
  equal(late.status, 409)
  match(late.text, /numera efter inbjudan/)
  deepEqual(await signUpsAt(event), [])
})
