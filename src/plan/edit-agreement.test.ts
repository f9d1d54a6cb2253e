import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import type { RecordTables } from '#platform/record.ts'
import { aMember } from '../../test/cast.ts'
import { freshWorld } from '../../test/world.ts'

const world = await freshWorld()
after(() => world.close())
const visitor = await world.visitor()
const amina = await world.visitor((await aMember(world.database, 'Amina', 'civil-society')).id)
const bo = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
const organiser = await world.visitor((await aMember(world.database, 'Nour')).id)

const happened = async (what: string) => {
  const rows = world.database.as<RecordTables>().selectFrom('record').select('id').where('what', '=', what)
  return (await rows.execute()).length
}

test('nobody but coordinators comes in, of either party', async () => {
  for (const path of ['agreement', 'plans/new', 'plans/2022-2026']) {
    match((await visitor.open(`/sv/office/${path}`)).path, /^\/sv\/sign-in/)
    equal((await visitor.send(`/sv/office/${path}`, { 'title.sv': 'x' })).status, 404)
    equal((await organiser.open(`/sv/office/${path}`)).status, 404)
    for (const one of [amina, bo]) equal((await one.open(`/sv/office/${path}`)).status, 200)
  }
  equal((await amina.open('/sv/office/plans/1990-1991')).status, 404)
})

test('the agreement and its principles are worded anew for everybody to read, the goals are not', async () => {
  const form = await amina.open('/sv/office/agreement')
  match(form.text, /Ett antaget mål ändras aldrig/)
  equal(form.link('Arbeta med målen'), '/sv/office/goals')
  const name = form.root
    .querySelectorAll('main [name]')
    .map((one) => one.getAttribute('name') ?? '')
    .find((one) => /^name-.*\.sv$/.test(one))
  const saved = await amina.press(form, 'Spara', {
    'vision.sv': 'En ny vision <i>för alla</i>',
    [name ?? '']: 'En ny princip',
  })
  equal(saved.status, 200)
  match(saved.text, /Sparat\./)
  const page = await visitor.open('/sv/plan/agreement')
  match(page.text, /En ny vision.*En ny princip/)
  ok(!page.html.includes('<i>för alla'))
  match((await visitor.open('/en/plan/agreement')).text, /Autonomy and independence/)
  equal(await happened('agreement-changed'), 1)
})

test('an agreement without a title is not saved, and the words stay in the form', async () => {
  const form = await amina.open('/sv/office/agreement')
  const empty = { 'title.sv': '', 'title.en': ' ', 'title.es': '', 'vision.sv': 'Behåll mig' }
  const answer = await amina.press(form, 'Spara', empty)
  equal(answer.status, 422)
  match(answer.title, /^Fel:/)
  match(answer.html, /Behåll mig/)
  ok(!(await visitor.open('/sv/plan/agreement')).html.includes('Behåll mig'))
})

for (const [what, path, shown] of [
  ['the agreement', '/sv/office/agreement', '/sv/plan/agreement'],
] as const) {
  test(`two who edit ${what} at once: the second sees what the first wrote, and may then replace it`, async () => {
    const [first, second] = [await amina.open(path), await bo.open(path)]
    equal((await amina.press(first, 'Spara', { 'about.sv': 'Aminas ord' })).status, 200)
    // A mistake in between does not make the other's words seen.
    const mistaken = await bo.press(second, 'Spara', { 'title.sv': '', 'title.en': '', 'title.es': '' })
    equal(mistaken.status, 422)
    const refused = await bo.press(mistaken, 'Spara', { 'title.sv': 'Bos rubrik', 'about.sv': 'Bos ord' })
    equal(refused.status, 409)
    match(refused.text, /Någon annan har ändrat.*Aminas ord/)
    match(refused.html, /Bos ord/)
    match((await visitor.open(shown)).text, /Aminas ord/)
    equal((await bo.press(refused, 'Spara')).status, 200)
    match((await visitor.open(shown)).text, /Bos rubrik.*Bos ord/)
  })
}

const next = { 'title.sv': 'Plan 2027–2030', 'lead.sv': 'Hur vi går vidare.' }

test('the next plan begins the day after the one before, once, and all can read it', async () => {
  const list = await amina.open('/sv/office/plans')
  const form = await amina.open(list.link('Ny plan'))
  const days = { starts_on: '2027-01-01', ends_on: '2030-12-31' }
  const begun = await amina.press(form, 'Lägg till planen', { ...next, ...days })
  equal(begun.path, '/sv/plan/periods/2027-2030')
  match((await visitor.open('/sv/plan/periods/2027-2030')).text, /Plan 2027–2030.*Hur vi går vidare/)
  // Nobody has adopted it yet.
  ok(!(await visitor.open('/sv/plan')).text.includes('Plan 2027–2030'))
  // Pressed twice.
  const again = await amina.press(form, 'Lägg till planen', { ...next, ...days })
  equal(again.path, '/sv/plan/periods/2027-2030')
  equal(await happened('plan-begun'), 1)
})

test('a plan that overlaps another, or ends before it begins, is refused with the words kept', async () => {
  const form = await bo.open('/sv/office/plans/new')
  const overlapping = { ...next, starts_on: '2030-12-31', ends_on: '2033-12-31' }
  const refused = await bo.press(form, 'Lägg till planen', overlapping)
  equal(refused.status, 409)
  match(refused.text, /En annan plan gäller några av de dagarna/)
  match(refused.html, /Hur vi går vidare/)
  const backwards = { starts_on: '2034-01-01', ends_on: '2031-01-01' }
  const mistaken = await bo.press(refused, 'Lägg till planen', backwards)
  equal(mistaken.status, 422)
  match(mistaken.text, /behöver sluta efter att den har börjat/)
  deepEqual(
    [await happened('plan-begun'), (await visitor.open('/sv/plan/periods/2030-2033')).status],
    [1, 404],
  )
})

test('of two who begin a plan for the same years at once, one does', async () => {
  const [first, second] = [await amina.open('/sv/office/plans/new'), await bo.open('/sv/office/plans/new')]
  const fields = { ...next, starts_on: '2031-01-01', ends_on: '2034-12-31' }
  const answers = await Promise.all([
    amina.press(first, 'Lägg till planen', fields),
    bo.press(second, 'Lägg till planen', fields),
  ])
  deepEqual(answers.map((answer) => answer.status).sort(), [200, 409])
})
