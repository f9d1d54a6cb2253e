import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { wordsFor } from '#platform/words.ts'
import { actingFor, anHour } from '../../../test/hour-cast.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'

let world: World
let hour = ''
let later = ''
let [city, society, anna]: Visitor[] = []
let sides = { city: '', society: '' }
const t = wordsFor('sv')

before(async () => {
  world = await freshWorld()
  const [bo, amina] = [
    await coordinatorOf(world.database, 'city', 'Bo'),
    await coordinatorOf(world.database, 'civil-society', 'Amina'),
  ]
  sides = {
    city: (await actingFor(world, bo, firstNoon)).side,
    society: (await actingFor(world, amina, firstNoon)).side,
  }
  city = await world.visitor(bo)
  society = await world.visitor(amina)
  anna = await world.visitor()
  hour = await anHour(world, '2026-12-10T08:00:00.000Z')
  later = await anHour(world, '2027-02-11T08:00:00.000Z')
})
after(() => world.close())

const who = { city: () => city as Visitor, society: () => society as Visitor, anna: () => anna as Visitor }
const series = async () => (await who.anna().open('/sv/series/malmo-hour')).text
const slotsOf = (event: string) => `/sv/office/events/${event}/slots`
const desk = '/sv/office/series/malmo-hour'

const filled = (side: string, title: string, email: string) => ({
  ...{ side, title, kind: 'project', learn: 'Hur man börjar.\nOch slutar.', presenter: 'Byalaget' },
  ...{ url: 'https://example.org/mer', email, language: 'sv' },
})

async function proposes(side: string, title: string, email: string) {
  const form = await who.anna().open(`/sv/series/malmo-hour/propose?side=${side}`)
  const sent = await who.anna().press(form, t('malmo-hour.propose.send'), filled(side, title, email))
  equal(sent.path, '/sv/series/malmo-hour/proposed')
  const { link } = await lastMailTo(world, email)
  const own = await who.anna().press(await who.anna().open(link), t('malmo-hour.own.confirm'))
  ok(own.text.includes(t('malmo-hour.standing.waiting')))
  return link
}

async function accepts(office: Visitor, title: string): Promise<string> {
  const path = (await office.open(`${desk}/turns`)).link(title)
  const page = await office.press(await office.open(path), t('malmo-hour.proposal.send'), {
    answer: 'accepted',
  })
  equal(page.status, 200)
  return path
}

test('slots of an hour are laid out, and go to the sides in turn, also across hours', async () => {
  match(await series(), /Först att presentera är Malmö stad/)
  const laid = await who.city().press(await who.city().open(slotsOf(hour)), 'Lägg upp passen')
  match(laid.text, /Pass 1 Malmö stad.*Pass 2 civilsamhället/)
  await who.society().press(await who.society().open(slotsOf(later)), 'Lägg upp passen', { 'minutes.2': '' })
  const shown = await series()
  match(shown, /Malmötimmen om grannar, torsdag 11 februari 2027.*Pass 1 Malmö stad/)
  const wrong = await who
    .city()
    .press(await who.city().open(slotsOf(later)), 'Lägg till passet', { 'minutes.1': 'x' })
  equal(wrong.status, 422)
})

test('a stranger proposes for a side, confirms by the link in a mail, and hears what the office decides', async () => {
  const form = await who.anna().open('/sv/series/malmo-hour/propose')
  const empty = await who.anna().press(form, t('malmo-hour.propose.send'), { title: 'Kvar' })
  equal(empty.status, 422)
  const places = ['side', 'kind', 'learn', 'presenter'].map((field) =>
    empty.html.indexOf(t(`malmo-hour.mistake.${field}`)),
  )
  deepEqual(
    places,
    places.toSorted((x, y) => x - y),
    'mistakes in the order of the form',
  )
  ok(empty.html.includes('value="Kvar"'), 'the words are kept')
  await proposes(sides.city, 'Badkvällar', 'anna@example.org')
  ok(!(await series()).includes('Badkvällar'), 'nobody sees it before it is accepted')
  await accepts(who.city(), 'Badkvällar')
  match(await series(), /Väntar på ett pass.*Badkvällar/)
  match((await lastMailTo(world, 'anna@example.org')).subject, /^Ja till ditt förslag/)
})

test('a declined proposal comes with the reason, and its words change no more', async () => {
  const link = await proposes(sides.society, 'Reklam', 'rut@example.org')
  const path = (await who.society().open(`${desk}/turns`)).link('Reklam')
  const noReason = await who.society().press(await who.society().open(path), 'Svara', { answer: 'declined' })
  equal(noReason.status, 422)
  await who.society().press(noReason, 'Svara', { answer: 'declined', because: 'Det är en produkt.' })
  match((await lastMailTo(world, 'rut@example.org')).text_body, /Det är en produkt\./)
  match((await who.anna().open(link)).text, /Det är en produkt\./)
  const late = { ...filled(sides.society, 'Annat', ''), do: 'change' }
  equal((await who.anna().send(link, late)).status, 409)
  equal((await who.society().send(path, { do: 'decide', answer: 'accepted' })).status, 409)
})

test('another side’s proposals do not exist for a coordinator', async () => {
  await proposes(sides.society, 'Hemligt', 'eva@example.org')
  const path = (await who.society().open(`${desk}/turns`)).link('Hemligt')
  equal((await who.city().open(path)).status, 404)
  for (const what of ['decide', 'schedule', 'put-back'])
    equal((await who.city().send(path, { do: what, answer: 'accepted' })).status, 404)
  ok(!(await who.city().open(`${desk}/turns`)).text.includes('Hemligt'))
  const mine = await who.society().open('/sv/office')
  ok(mine.text.includes('förslag till Malmötimmen väntar på svar'))
  ok(!(await who.city().open('/sv/office')).text.includes('förslag till Malmötimmen väntar på svar'))
})

test('an accepted presentation gets a slot of its own side, and it is the other one’s turn', async () => {
  const path = (await who.city().open(`${desk}/turns`)).link('Badkvällar')
  await who.city().press(await who.city().open(path), 'Ge presentationen passet')
  const page = await who.anna().open(`/sv/events/${hour}`)
  match(page.text, /Pass 1 Malmö stad kl. 09.00–09.25 .*Badkvällar · projekt ?Presenteras av Byalaget/)
  match(page.text, /Pass 2 civilsamhället kl. 09.25–09.50 .*Ledig/)
  match(await series(), /Nu står civilsamhället på tur och får nästa nya pass: Malmö stad hade turen före/)
  const { link, subject } = await lastMailTo(world, 'anna@example.org')
  match(subject, /har fått ett pass/)
  const own = await who.anna().open(link)
  match(own.text, /har ett pass/)
  equal((await who.anna().send(link, { ...filled('', 'Nytt', ''), do: 'change' })).status, 409)
})

test('a slot of the other side is refused, with what to do instead', async () => {
  const path = await accepts(who.society(), 'Hemligt')
  const slots = await who.society().open(slotsOf(hour))
  const taken = slots.root.querySelector('input[name="slot"]')?.getAttribute('value') ?? ''
  const cityPath = (await who.city().open(`${desk}/turns`)).link('Badkvällar')
  const refused = await who.city().send(cityPath, { do: 'schedule', slot: taken })
  equal(refused.status, 409)
  match(refused.text, /Passet är en annan sidas/)
  await who.society().press(await who.society().open(path), 'Ge presentationen passet')
  deepEqual((await who.society().send(path, { do: 'schedule', slot: 'none' })).status, 404)
})

test('letting a turn pass gives the slot to the other side, who is told why', async () => {
  const page = await who.city().open(slotsOf(later))
  equal((await who.city().press(page, 'Stå över')).status, 422)
  const passed = await who.city().press(page, 'Stå över', { reason: 'Vi bygger om.' })
  match(passed.text, /Pass 1 civilsamhället/)
  match(await series(), /Här stod Malmö stad över: Vi bygger om\./)
  match((await lastMailTo(world, 'amina@example.org')).text_body, /Vi bygger om\./)
})

test('a withdrawn presentation frees its slot for the same side', async () => {
  const { link } = await lastMailTo(world, 'eva@example.org')
  const own = await who.anna().press(await who.anna().open(link), 'Dra tillbaka förslaget')
  match(own.text, /Förslaget är tillbakadraget/)
  match((await who.anna().open(`/sv/events/${hour}`)).text, /Pass 2 civilsamhället .*Ledig/)
  match((await lastMailTo(world, 'amina@example.org')).subject, /tillbakadragen/)
})
