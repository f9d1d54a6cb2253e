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

test('nobody but coordinators edits, of either party', async () => {
  const address = '/sv/office/series/dialogforum'
  match((await visitor.open(address)).path, /^\/sv\/sign-in/)
  equal((await visitor.send(address, { 'name.sv': 'x' })).status, 404)
  for (const path of ['/sv/office/series', address]) equal((await organiser.open(path)).status, 404)
  equal((await organiser.send(address, { 'name.sv': 'x' })).status, 404)
  for (const one of [amina, bo]) equal((await one.open(address)).status, 200)
  equal((await amina.open('/sv/office/series/nothing-here')).status, 404)
})

test('what is saved is shown to everybody, and written down', async () => {
  const list = await amina.open((await amina.open('/sv/office')).link('Serierna'))
  match(list.text, /Minst sex gånger om året/)
  const fields = {
    ...{
      'name.sv': 'Lunch\noch lärande',
      'lead.sv': 'En ny ingress',
      'about.sv': '<script>alert(1)</script>',
    },
    ...{ 'audience.sv': 'Alla i Malmö', lead_days: '100' },
  }
  const saved = await amina.press(await amina.open(list.link('Lunch')), 'Spara', fields)
  equal(saved.status, 200)
  const page = await visitor.open(saved.link('Se serien'))
  for (const words of ['Lunch och lärande', 'En ny ingress', 'Alla i Malmö'])
    ok(page.text.includes(words), words)
  match(page.text, /6 återstår att planera/)
  ok(!page.html.includes('<script>alert'))
  const record = world.database.as<RecordTables>().selectFrom('record').select('detail')
  const written = await record.where('what', '=', 'series-changed').execute()
  deepEqual(written, [{ detail: { key: 'lunch-and-learn' } }])
})

test('the page of a series leads coordinators to its form, and nobody else', async () => {
  const page = await amina.open('/sv/series/dialogforum')
  equal((await amina.open(page.link('Ändra serien'))).status, 200)
  for (const one of [visitor, organiser])
    ok(!(await one.open('/sv/series/dialogforum')).text.includes('Ändra serien'))
})

test('a mistake stands at its field and keeps the words', async () => {
  const form = await amina.open('/sv/office/series/malmo-hour')
  const wrong: [Record<string, string>, field: string][] = [
    [{ 'name.sv': '', 'name.en': ' ', 'name.es': '' }, 'name-sv'],
    ...['', '1.5', '-1', '367', 'många'].map((lead_days): [Record<string, string>, string] => [
      { lead_days },
      'lead_days',
    ]),
  ]
  for (const [fields, field] of wrong) {
    const answer = await amina.press(form, 'Spara', { 'lead.sv': 'Behåll mig', ...fields })
    equal(answer.status, 422, JSON.stringify(fields))
    match(answer.title, /^Fel:/)
    const links = answer.root.querySelectorAll('.problems a')
    deepEqual(
      links.map((link) => link.getAttribute('href')),
      [`#field-${field}`],
    )
    ok(!answer.root.querySelector('.problems')?.text.includes('Välj'), JSON.stringify(fields))
    match(answer.html, /Behåll mig/)
  }
  ok(!(await visitor.open('/sv/series/malmo-hour')).html.includes('Behåll mig'))
})

test('two who edit at once: the second sees what the first wrote, and may then replace it', async () => {
  const address = '/sv/office/series/dialogforum'
  const [first, second] = [await amina.open(address), await bo.open(address)]
  equal((await amina.press(first, 'Spara', { 'lead.sv': 'Aminas ingress', lead_days: '50' })).status, 200)
  // A mistake on the way does not make the second one forget how it stood at first.
  const mistaken = await bo.press(second, 'Spara', { 'lead.sv': 'Bos ingress', lead_days: 'x' })
  equal(mistaken.status, 422)
  const refused = await bo.press(mistaken, 'Spara', { lead_days: '42' })
  equal(refused.status, 409)
  match(refused.text, /Någon annan har ändrat serien.*Aminas ingress.*50/)
  match(refused.html, /Bos ingress/)
  match((await visitor.open('/sv/series/dialogforum')).text, /Aminas ingress/)
  equal((await bo.press(refused, 'Spara')).status, 200)
  match((await visitor.open('/sv/series/dialogforum')).text, /Bos ingress/)
})
