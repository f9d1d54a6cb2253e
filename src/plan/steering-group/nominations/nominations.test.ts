import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { instantAt, plus } from '#platform/time.ts'
import { aMember } from '../../../../test/cast.ts'
import { coordinatorOf, lastMailTo } from '../../../../test/people-cast.ts'
import { aCall, aSeat } from '../../../../test/steering-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../../test/world.ts'
import type { Db } from '../../tables.ts'
import { forgetNominations } from './forget-nominations.ts'

let world: World
let db: Db
let bo: Visitor
let mia: Visitor
let guest: Visitor
let organiser: Visitor
let culture: string
let committee: string

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  mia = await world.visitor(await coordinatorOf(world.database, 'civil-society', 'Mia'))
  organiser = await world.visitor((await aMember(world.database, 'Olle')).id)
  guest = await world.visitor()
  culture = await aSeat(mia, 'Kultur')
  committee = await aSeat(mia, 'Beredning', { body: 'nomination-committee' })
})
after(() => world.close())

const closed = instantAt('2026-12-14', '09:00')
const meeting = instantAt('2026-12-20', '18:00')
const idOf = (seat: string): string => seat.split('/').at(-1) ?? ''

async function nominate(call: string, nominee: string, given: Record<string, string> = {}, language = 'sv') {
  const form = await guest.open(`/${language}/steering-group/nominations/${call}/nominate`)
  const button = { sv: 'Skicka nomineringen', es: 'Enviar' }[language] ?? 'Send'
  return guest.press(form, button, {
    ...{ seat: idOf(culture), nominee_name: nominee, nominee_email: `${nominee.toLowerCase()}@example.org` },
    ...{ nominee_language: 'en', why: 'För att', email: 'rut@example.org', ...given },
  })
}

const confirm = async (email = 'rut@example.org') => {
  const page = await guest.open((await lastMailTo(world, email)).link)
  return guest.press(page, page.path.startsWith('/es/') ? 'Sí,' : 'Ja,')
}

const accept = async (nominee: string, given: Record<string, string> = {}) => {
  const { link } = await lastMailTo(world, `${nominee.toLowerCase()}@example.org`)
  return guest.press(await guest.open(link), 'Yes, I accept', given)
}

test('somebody is nominated without an account, says yes, is elected and gets the seat', async () => {
  world.clock.now = firstNoon
  const { id } = await aCall(mia, [culture, committee])
  const at = `/sv/steering-group/nominations/${id}`
  match((await guest.open('/sv/steering-group')).text, /Nominera till styrgruppen: civilsamhället/)
  equal((await nominate(id, 'Noor', { why: '' })).status, 422)
  match((await nominate(id, 'Noor', {}, 'es')).text, /Mira tu correo/)
  equal((await world.mails()).filter((one) => one.to_address === 'noor@example.org').length, 0)
  match((await confirm()).text, /Hemos preguntado|¡Gracias!/)
  const asked = await lastMailTo(world, 'noor@example.org')
  match(asked.subject, /You have been nominated for the steering group/)
  ok(!asked.text_body.includes('rut@example.org'), 'nobody learns who asked')
  const before = await guest.open(at)
  match(before.text, /Ingen har tackat ja/)
  ok(!before.text.includes('Noor'))

  match((await accept('Noor', { shows_name: 'yes', presentation: 'I paint.' })).text, /name is shown/)
  match(
    (await guest.open(at)).text,
    /En person har tackat ja.*Noor, KulturI paint\.|Noor, Kultur\s*I paint\./,
  )
  await nominate(id, 'Lo', { email: 'eva@example.org' })
  await confirm('eva@example.org')
  await accept('Lo')
  match((await guest.open(at)).text, /2 personer har tackat ja\. En av dem visas inte med namn/)
  ok(!(await guest.open(at)).text.includes('Lo,'))

  const desk = `/sv/office/steering-group/calls/${id}`
  equal((await mia.send(`${desk}/elect`, {})).status, 409, 'not while it is open')
  world.clock.now = closed
  const { link } = await lastMailTo(world, 'noor@example.org')
  await mia.press(await mia.open(`${desk}/recommend`), 'Spara förslaget', {
    recommended: await nominationOf('noor@example.org'),
    'recommendation.sv': 'Hon kan fältet.',
  })
  match((await guest.open(at)).text, /Föreslås av valberedningen.*Hon kan fältet/)
  equal((await mia.send(`${desk}/elect`, {})).status, 409, 'not before the meeting')
  world.clock.now = meeting
  const noor = await nominationOf('noor@example.org')
  const wrong = { [`seat-${idOf(committee)}`]: noor }
  match((await mia.send(`${desk}/elect`, wrong)).text, /Bara den som har tackat ja till den platsen/)
  const elected = await mia.send(`${desk}/elect`, {
    [`seat-${idOf(culture)}`]: noor,
    'result.sv': '21 röster',
  })
  equal(elected.status, 200, elected.text)
  match((await guest.open(at)).text, /Så blev detKulturNoor.*Vakant21 röster/)
  match((await lastMailTo(world, 'noor@example.org')).subject, /You have a seat in the steering group/)
  match((await guest.open('/sv/steering-group')).text, /Tillträder: *Noor.*Vald på valmötet 20 dec\. 2026/)
  equal((await mia.send(`${desk}/elect`, {})).status, 409, 'it is decided once')
  equal((await guest.send(link, { do: 'decline' })).status, 409)

  await forgetNominations(db, plus(meeting, { days: 29 }))
  equal((await names(id)).length, 2)
  await forgetNominations(db, plus(meeting, { days: 31 }))
  equal((await names(id)).length, 0, 'everybody is wiped')
  match((await guest.open('/sv/steering-group')).text, /Noor/, 'but who was elected is known by the seat')
  equal((await guest.open(link)).status, 404)
})

const nominationOf = async (email: string): Promise<string> => {
  const query = db.selectFrom('nomination').select('id').where('nominee_email', '=', email)
  return (await query.executeTakeFirstOrThrow()).id
}

const names = (call: string) =>
  db
    .selectFrom('nomination')
    .select('id')
    .where('call_id', '=', call)
    .where('nominee_name', 'is not', null)
    .execute()

test('a no wipes everything at once, and what nobody confirms is gone after a week', async () => {
  world.clock.now = firstNoon
  const { id } = await aCall(mia, [committee])
  await nominate(id, 'Siv', { seat: 'nomination-committee' })
  await confirm()
  const { link } = await lastMailTo(world, 'siv@example.org')
  const no = await guest.press(await guest.open(link), 'No, thank you')
  equal(no.path, `/en/steering-group/nominations/${id}`)
  equal((await guest.open(link)).status, 404)
  equal((await names(id)).length, 0)
  await nominate(id, 'Tor', { seat: 'nomination-committee' })
  await nominate(id, 'Tor', { seat: 'nomination-committee', email: 'x@example.org' })
  equal((await world.mails()).filter((one) => one.to_address === 'x@example.org').length, 0, 'once is enough')
  await forgetNominations(db, plus(firstNoon, { days: 8 }))
  equal((await names(id)).length, 0)
  equal((await guest.open(`/sv/steering-group/nominations/${id}/nominate`)).status, 200)
  world.clock.now = closed
  const late = await guest.send(`/sv/steering-group/nominations/${id}/nominate`, {
    ...{ id: crypto.randomUUID(), seat: 'nomination-committee', nominee_name: 'Sen', why: 'x' },
    ...{ nominee_email: 's@example.org', nominee_language: 'sv', email: 'r@example.org' },
  })
  equal(late.status, 409)
  match(late.text, /har stängt/)
  equal(late.root.querySelector('input[name=nominee_name]')?.getAttribute('value'), 'Sen')
})

test('the other side, an organiser and nobody at all can neither call, recommend nor elect', async () => {
  world.clock.now = firstNoon
  const { id } = await aCall(mia, [culture])
  const desk = `/sv/office/steering-group/calls/${id}`
  world.clock.now = meeting
  const days = {
    ...{ opens_on: '2026-11-23', closes_on: '2027-01-10', election_on: '2027-01-20' },
    ...{ term_starts_on: '2027-02-01', term_ends_on: '2028-12-31', seats: idOf(culture) },
    ...{ 'criteria.sv': 'a', 'criteria.en': 'b', 'criteria.es': 'c' },
  }
  for (const [what, fields] of [
    ['edit', days],
    ['recommend', { 'recommendation.sv': 'Min vän' }],
    ['elect', { 'result.sv': 'Jag bestämde' }],
  ] as const) {
    const refused = await bo.send(`${desk}/${what}`, fields)
    equal(refused.status, 409, what)
    match(refused.text, /Varje part bestämmer om sina egna platser/)
    for (const who of [organiser, guest]) equal((await who.send(`${desk}/${what}`, fields)).status, 404)
  }
  const theirs = { ...days, id: crypto.randomUUID() }
  equal(
    (await bo.send('/sv/office/steering-group/calls/new', theirs)).status,
    409,
    'a seat of the other side',
  )
  ok(
    !(await bo.open(desk)).text.includes('Nominerad av'),
    'who is nominated is not the other side’s business',
  )
})

test('criteria are published in all three languages', async () => {
  world.clock.now = firstNoon
  const { answer } = await aCall(mia, [culture], { 'criteria.es': '' })
  equal(answer.status, 422)
  match(answer.text, /kriterierna på alla tre språken/)
})
