import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { aMember, anOrganisation } from '../../test/cast.ts'
import { adoptedByAll, anAnswer, aRecommendation, goalIds } from '../../test/plan-cast.ts'
import { type Answer, freshWorld, type Visitor, type World } from '../../test/world.ts'
import { commitmentsWithoutUpdate } from './commitments.sql.ts'
import type { Db } from './tables.ts'

let world: World
let db: Db
let bo: Member
let amina: Member
let city: Visitor
let civil: Visitor
let stranger: Visitor
let goals: Map<number, string>

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await aMember(world.database, 'Bo', 'city')
  amina = await aMember(world.database, 'Amina', 'civil-society')
  city = await world.visitor(bo.id)
  civil = await world.visitor(amina.id)
  stranger = await world.visitor()
  goals = await goalIds(world.database)
  for (const number of [1, 2]) {
    await adoptedByAll(world.database, number, [bo, amina], world.clock.now)
  }
})

after(() => world.close())

const promise = (given: Record<string, string | string[]> = {}): Record<string, string | string[]> => ({
  goal: goals.get(1) ?? '',
  'title.sv': 'Öppna skolgårdarna',
  'measure.sv': 'Fem skolgårdar är öppna',
  due: '2026-12-20',
  parties: [bo.party?.id ?? ''],
  'reason.sv': 'Det behövs.',
  ...given,
})

const press = 'Föreslå'

/** Proposed by one and said yes to by the other: then it stands in the plan. */
async function promised(by: Visitor, given: Record<string, string | string[]> = {}): Promise<Answer> {
  return agreed(by, await by.press(await by.open('/sv/office/commitments/new'), press, promise(given)))
}

async function agreed(by: Visitor, proposed: Answer): Promise<Answer> {
  if (proposed.status !== 200) return proposed
  const other = by === city ? civil : city
  const form = await other.open(`${proposed.path.replace('/plan/', '/office/')}/answer`)
  const answered = await other.press(form, 'Skicka svaret', { answer: 'yes' })
  return by.open(answered.root.querySelector('a.above')?.getAttribute('href') ?? '')
}

const rows = (): Promise<{ count: number }> =>
  db
    .selectFrom('revision')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()

test('a commitment is promised under a goal, and everybody can read it', async () => {
  const page = await promised(city, { 'title.en': 'Open the schoolyards <b>now</b>' })
  equal(page.status, 200)
  match(page.path, /^\/sv\/plan\/commitments\/\d+$/)
  const seen = await stranger.open(page.path.replace('/sv/', '/en/'))
  match(seen.text, /Open the schoolyards <b>now<\/b>/)
  match(seen.text, /Not started/)
  match(seen.text, /1\. A more inclusive Malmö/)
  match((await stranger.open('/sv/plan')).text, /Öppna skolgårdarna/)
  match((await stranger.open('/es/plan/goals/1')).text, /Öppna skolgårdarna/)
})

test('a form that is sent twice is one proposal', async () => {
  const form = await city.open('/sv/office/commitments/new')
  const before = await rows()
  const [first, second] = await Promise.all([1, 2].map(() => city.press(form, press, promise())))
  equal(first?.path, second?.path)
  equal((await rows()).count, before.count + 1)
})

test('those who write at the same time get numbers of their own', async () => {
  const form = await Promise.all([city, civil, city].map((one) => one.open('/sv/office/commitments/new')))
  const answers = await Promise.all(
    form.map((page, index) => (index === 1 ? civil : city).press(page, press, promise())),
  )
  equal(new Set(answers.map((answer) => answer.path)).size, 3)
})

test('what is missing is said beside its field, and the words are kept', async () => {
  const page = await promised(city, { goal: '', 'measure.sv': '', parties: [], due: 'snart' })
  equal(page.status, 422)
  match(page.title, /^Fel:/)
  match(page.text, /Välj vilket mål åtagandet hör till/)
  match(page.text, /Välj minst en part/)
  ok(page.html.includes('Öppna skolgårdarna'))
})

test('organisations of the directory can promise too, and others are asked for', async () => {
  await anOrganisation(world.database, 'Byalaget på Holmen')
  const given = { parties: [], organisations: 'byalaget på holmen' }
  match((await promised(city, given)).text, /Ansvarig\s*Byalaget på Holmen/)
  const unknown = await promised(city, { ...given, organisations: 'Byalaget på Holmen\nOkända föreningen' })
  equal(unknown.status, 422)
  match(unknown.text, /finns inte i katalogen/)
})

test('nothing is promised under a draft goal, or for a day when the plan is over', async () => {
  const draft = await promised(city, { goal: goals.get(3) ?? '' })
  equal(draft.status, 409)
  match(draft.text, /Målet är ett utkast/)
  const late = await promised(city, { due: '2027-01-31' })
  equal(late.status, 409)
  match(late.text, /medan planen gäller/)
})

test('a plan that is over takes no new commitments', async () => {
  const form = await city.open('/sv/office/commitments/new')
  const now = world.clock.now
  world.clock.now = '2027-01-02T10:00:00.000Z'
  equal((await city.press(form, press, promise())).status, 409)
  match((await city.open('/sv/office/commitments/new')).text, /Planen är slut/)
  match((await stranger.open('/sv/plan')).text, /Gällde från/)
  world.clock.now = now
})

test('a recommendation becomes a commitment with its words and its thread, once in a plan', async () => {
  const on = '2026-11-10T10:00:00.000Z'
  const id = await aRecommendation(world.database, amina, { number: 7, on, handedOverOn: '2026-11-12' })
  const address = `/sv/office/recommendations/${id}/commitment`
  doesNotMatch((await civil.open('/sv/recommendations/7')).text, /Gör den till ett åtagande/)
  match((await civil.open(address)).text, /Mottagaren har inte sagt ja/)
  equal((await civil.send(address, promise())).status, 409)
  await anAnswer(world.database, amina, id, 'partly')
  const form = await civil.open(address)
  match(form.text, /Rekommendation 7 från Forum 7/)
  equal(form.root.querySelector('[name="what.sv"]')?.textContent, 'Öppna skolgården på kvällen (7)')
  match((await civil.open('/sv/recommendations/7')).text, /Gör den till ett åtagande/)
  const proposed = await civil.press(form, press, promise({ 'title.sv': 'Skolgården om kvällen' }))
  const waiting = (await civil.open('/sv/recommendations/7')).text
  match(waiting, /vill göra den till ett åtagande\. Parternas svar väntas/)
  doesNotMatch(waiting, /Gör den till ett åtagande/)
  const made = await agreed(civil, proposed)
  equal(made.status, 200)
  match(made.text, /Forum 7/)
  match((await stranger.open('/sv/recommendations/7')).text, /Skolgården om kvällen/)

  match((await city.open(address)).text, /redan ett åtagande/)
  const again = await city.send(
    address,
    promise({
      id: '019a0000-0000-7000-8000-000000000000',
      revision: '019a0000-0000-7000-8000-000000000009',
      decide_by: '2026-12-20',
    }),
  )
  equal(again.status, 409)
  match(again.text, /redan ett åtagande/)
})

test('a recommendation that nobody has been handed does not become a commitment', async () => {
  const on = '2026-11-10T10:00:00.000Z'
  const id = await aRecommendation(world.database, amina, { number: 8, on, handedOverOn: null })
  match((await city.open(`/sv/office/recommendations/${id}/commitment`)).text, /inte överlämnad än/)
  equal((await city.open('/sv/office/recommendations/nothing/commitment')).status, 404)
  const declined = await aRecommendation(world.database, amina, { number: 9, on, handedOverOn: '2026-11-12' })
  await anAnswer(world.database, amina, declined, 'declined')
  doesNotMatch((await city.open('/sv/recommendations/9')).text, /Gör den till ett åtagande/)
  match((await city.open(`/sv/office/recommendations/${declined}/commitment`)).text, /inte sagt ja/)
})

test('how it goes is told by its party, with evidence, and stays', async () => {
  const { path } = await promised(city)
  const form = await city.open((await city.open(path)).link('Berätta hur det går'))
  const told = {
    state: 'under-way',
    'said.sv': 'Tre gårdar är öppna.',
    evidence: 'https://example.org/rapport',
  }
  const page = await city.press(form, 'Publicera', told)
  match(page.text, /På väg/)
  match(page.text, /Tre gårdar är öppna\./)
  ok(page.html.includes('href="https://example.org/rapport"'))
  // The same form once more, as when somebody presses twice.
  await city.press(form, 'Publicera', told)
  equal((await stranger.open(path)).text.split('Tre gårdar').length, 2)
  ok(!(await stranger.open(path)).text.includes('Berätta hur det går'))
})

test('the other party’s coordinator can’t say how it goes, but either can for what both have promised', async () => {
  const { path } = await promised(city)
  const address = `${path.replace('/plan/', '/office/')}/update`
  const page = await civil.open(address)
  match(page.text, /den andra partens/)
  equal(page.root.querySelector('textarea'), null)
  const told = { id: '019a0000-0000-7000-8000-000000000001', state: 'done' }
  const refused = await civil.send(address, told)
  equal(refused.status, 409)
  match(refused.text, /den andra partens/)
  match((await stranger.open(path)).text, /Inte påbörjat/)

  const both = await promised(city, { parties: [bo.party?.id ?? '', amina.party?.id ?? ''] })
  const theirs = await civil.open(`${both.path.replace('/plan/', '/office/')}/update`)
  const evidence = 'https://example.org/skolgardar'
  match((await civil.press(theirs, 'Publicera', { state: 'done', evidence })).text, /Klart/)
})

test('done takes something that shows it, and a number says what it counts and of which day', async () => {
  const { path } = await promised(city)
  const form = await city.open(`${path.replace('/plan/', '/office/')}/update`)
  const bare = await city.press(form, 'Publicera', { state: 'done', 'said.sv': 'Klart nu.' })
  equal(bare.status, 409)
  match(bare.text, /Visa vad som är klart/)
  match(bare.text, /Klart nu\./, 'the words are kept')
  const half = await city.press(form, 'Publicera', { state: 'done', amount: '14' })
  equal(half.status, 422)
  match(half.text, /Skriv vad siffran räknar/)
  match(half.text, /Skriv vilken dag siffran gäller/)
  const whole = { state: 'done', amount: '14', 'unit.sv': 'skolgårdar öppna', day: '2026-11-20' }
  equal((await city.press(form, 'Publicera', { ...whole, amount: '14 %' })).status, 422)
  equal((await city.press(form, 'Publicera', { ...whole, event: 'no-such-event' })).status, 404)
  const page = await city.press(form, 'Publicera', whole)
  match(page.text, /14 skolgårdar öppna, 20 nov\. 2026/)
  match(page.text, /1 sak att titta på/)
  // What was shown once holds for the updates after.
  const again = await city.open(`${path.replace('/plan/', '/office/')}/update`)
  match((await city.press(again, 'Publicera', { state: 'done' })).text, /Klart/)
})

test('stopping takes a reason, and a link must be one', async () => {
  const { path } = await promised(city)
  const form = await city.open(`${path.replace('/plan/', '/office/')}/update`)
  const silent = await city.press(form, 'Publicera', { state: 'stopped' })
  equal(silent.status, 409)
  match(silent.text, /Skriv varför åtagandet stoppas/)
  const script = await city.press(form, 'Publicera', { state: 'done', evidence: 'javascript:alert(1)' })
  equal(script.status, 422)
  match(
    (await city.press(form, 'Publicera', { state: 'stopped', 'said.sv': 'Pengarna tog slut.' })).text,
    /Stoppat/,
  )
})

test('only coordinators reach the pages where something is promised', async () => {
  const nobody = await aMember(world.database, 'Nils')
  const visitor = await world.visitor(nobody.id)
  for (const path of [
    '/sv/office/commitments/new',
    '/sv/office/commitments/1/update',
    '/sv/office/goals/1/edit',
  ]) {
    match((await stranger.open(path)).path, /sign-in/)
    equal((await stranger.send(path, promise())).status, 404)
    equal((await visitor.open(path)).status, 404)
    equal((await visitor.send(path, promise())).status, 404)
  }
})

test('the office hears of open commitments that nobody has told of for long', async () => {
  const silent = await commitmentsWithoutUpdate(db, '2027-03-01T00:00:00.000Z', '2026-12-31')
  ok(silent.length > 0)
  ok(silent.every((one) => one.state === 'not-started' || one.state === 'under-way'))
  deepEqual(await commitmentsWithoutUpdate(db, '2026-01-01T00:00:00.000Z', '2026-12-31'), [])
  deepEqual(await commitmentsWithoutUpdate(db, '2027-03-01T00:00:00.000Z', '2027-01-01'), [])
})
