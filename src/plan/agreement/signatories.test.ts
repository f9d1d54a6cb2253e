import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import type { PlanTables } from '#plan/tables.ts'
import { aMember } from '../../../test/cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { confirmJoining } from './ask-to-join.ts'
import { decideSignatory, endSignatory, forgetSignatoryAskers } from './decide-signatory.ts'

let world: World
let city: Visitor
let civil: Visitor
let stranger: Visitor

before(async () => {
  world = await freshWorld()
  city = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
  civil = await world.visitor((await aMember(world.database, 'Amina', 'civil-society')).id)
  stranger = await world.visitor()
})
after(() => world.close())

const fields = (organisation: string, email: string, language = 'sv') => ({
  ...{ organisation, category: 'culture', name: 'Kim Ek', email, language },
  ...{ about: 'Vi sjunger.', conditions: ['active', 'democratic', 'equal-worth'] },
})

/** Fills in the form and presses the mailed link; the address of the page on which the office decides. */
async function asked(organisation: string, email: string, language = 'sv'): Promise<string> {
  const form = await stranger.open('/sv/agreement/join')
  const sent = await stranger.press(form, 'Skicka', fields(organisation, email, language))
  equal(sent.path, '/sv/agreement/join/sent')
  const { link } = await lastMailTo(world, email)
  const page = await stranger.open(link)
  const buttons = { sv: 'Bekräfta', en: 'Confirm', es: 'Confirmar' }
  await stranger.press(page, buttons[language as 'sv'])
  const row = await signatory(organisation)
  return `/sv/office/agreement/signatories/${row.id}`
}

const signatory = (organisation: string) =>
  world.database
    .as<PlanTables>()
    .selectFrom('signatory')
    .selectAll()
    .where('organisation_name', '=', organisation)
    .executeTakeFirstOrThrow()

test('a form with mistakes comes back with the words kept, and sends nothing', async () => {
  const form = await stranger.open('/sv/agreement/join')
  const wrong = { ...fields('Kören', 'inte en adress'), category: '', conditions: ['active'] }
  const answer = await stranger.press(form, 'Skicka', wrong)
  equal(answer.status, 422)
  match(answer.title, /^Fel:/)
  match(answer.text, /Välj ett område/)
  match(answer.text, /Kryssa i alla tre villkoren/)
  match(answer.html, /Vi sjunger\./)
  equal((await world.mails()).length, 0)
})

test('from the form over the mailed link and the decision to the public list, and off it again', async () => {
  const address = await asked('Kören Bryggan', 'koren@example.org', 'es')
  const list = '/sv/plan/agreement/signatories'
  ok(!(await stranger.open(list)).text.includes('Kören Bryggan'), 'nobody is listed before the decision')
  match((await civil.open('/sv/office')).text, /Kören Bryggan vill ansluta sig/)

  const page = await civil.open(address)
  equal((await civil.press(page, 'Svara', {})).status, 422)
  const bare = await civil.press(page, 'Svara', { answer: 'turn-down' })
  deepEqual([bare.status, /Skriv varför ni säger nej/.test(bare.text)], [409, true])
  match((await civil.press(page, 'Svara', { answer: 'accept' })).text, /Organisationen har fått ett mejl/)
  match((await lastMailTo(world, 'koren@example.org')).link, /^\/es\/plan\/agreement\/signatories/)
  const again = await city.press(page, 'Svara', { answer: 'accept' })
  deepEqual([again.status, /redan fått svar/.test(again.text)], [409, true])

  const shown = await stranger.open(list)
  match(shown.text, /Kören Bryggan/)
  ok(!/Kim Ek|koren@example/.test(shown.html), 'the list shows organisations, never people')
  match((await stranger.open('/sv/plan/agreement')).text, /1 organisation står bakom/)

  const leaving = await city.open(address)
  equal((await city.press(leaving, 'Ta bort från listan', { reason: '' })).status, 422)
  await city.press(leaving, 'Ta bort från listan', { reason: 'Kören har lagts ner.' })
  match((await stranger.open(list)).text, /Har varit med.*Kören Bryggan/)
  const gone = await city.press(leaving, 'Ta bort från listan', { reason: 'Igen.' })
  deepEqual([gone.status, /står inte på listan/.test(gone.text)], [409, true])
})

test('a form that is sent twice is one question, and a link pressed twice changes nothing', async () => {
  const form = await stranger.open('/sv/agreement/join')
  for (const _ of [1, 2]) await stranger.press(form, 'Skicka', fields('Dubbelkören', 'dubbel@example.org'))
  const rows = world.database.as<PlanTables>().selectFrom('signatory').select('id')
  equal((await rows.where('organisation_name', '=', 'Dubbelkören').execute()).length, 1)
  const { link } = await lastMailTo(world, 'dubbel@example.org')
  const page = await stranger.open(link)
  equal((await signatory('Dubbelkören')).state, 'unconfirmed', 'opening the link changes nothing')
  for (const _ of [1, 2]) match((await stranger.press(page, 'Bekräfta')).text, /Tack, det är bekräftat/)
  const { confirmed_at, state } = await signatory('Dubbelkören')
  deepEqual([state, confirmed_at !== null], ['waiting', true])
})

test('nobody but coordinators sees who has asked, or decides', async () => {
  const address = await asked('Stängda kören', 'stangd@example.org')
  const organiser = await world.visitor((await aMember(world.database, 'Nour')).id)
  for (const path of ['/sv/office/agreement/signatories', address]) {
    equal((await organiser.open(path)).status, 404)
    match((await stranger.open(path)).path, /^\/sv\/sign-in/)
  }
  for (const one of [organiser, stranger])
    for (const form of [{ answer: 'accept' }, { what: 'leave', reason: 'Bort.' }])
      equal((await one.send(address, form)).status, 404)
  equal((await signatory('Stängda kören')).state, 'waiting')
})

test('of two who decide at once one does, and the organisation gets one answer', async () => {
  const address = await asked('Snabba kören', 'snabb@example.org')
  const page = await city.open(address)
  const answers = await Promise.all([
    city.press(page, 'Svara', { answer: 'accept' }),
    civil.press(page, 'Svara', { answer: 'turn-down', reason: 'För snabb.' }),
  ])
  deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
  equal((await world.mails()).filter(({ to_address }) => to_address === 'snabb@example.org').length, 2)
})

test('an old link is refused, and what nobody confirmed or was turned down is forgotten', async () => {
  const { database, clock } = world
  const form = await stranger.open('/sv/agreement/join')
  await stranger.press(form, 'Skicka', fields('Sena kören', 'sen@example.org'))
  const { link } = await lastMailTo(world, 'sen@example.org')
  const turnedDown = await asked('Nekade kören', 'nekad@example.org')
  await city.press(await city.open(turnedDown), 'Svara', { answer: 'turn-down', reason: 'Inte i Malmö.' })
  const later = plus(clock.now, { days: 91 })
  await forgetSignatoryAskers(database.as(), later)
  equal((await stranger.open(link)).status, 404)
  const { person_name, email, organisation_name, reason } = await signatory('Nekade kören')
  deepEqual([person_name, email, organisation_name, reason].map(Boolean), [false, false, true, true])
  const db = database.as<PlanTables>()
  const late = await db
    .selectFrom('signatory')
    .select('id')
    .where('organisation_name', '=', 'Sena kören')
    .execute()
  equal(late.length, 0)
  equal(
    (await signatory('Snabba kören')).email === null,
    (await signatory('Snabba kören')).state !== 'joined',
  )
})

test('what has left or was not confirmed cannot be decided behind the pages either', async () => {
  const address = await asked('Sista kören', 'sist@example.org')
  const { id } = await signatory('Sista kören')
  const act = {
    by: await aMember(world.database, 'Eva', 'city'),
    now: world.clock.now,
    url: () => 'http://x',
  }
  equal(await endSignatory(world.database.as(), id, { reason: 'Nej.' }, act), 'not-on-list')
  const yes = { answer: 'accept', reason: null } as const
  equal(await decideSignatory(world.database.as(), id, yes, act), null)
  await confirmJoining(world.database.as(), id, world.clock.now)
  equal((await signatory('Sista kören')).state, 'joined')
  match((await city.open(address)).text, /Ta bort från listan/)
})
