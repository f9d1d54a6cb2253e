import { equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { aMember } from '../../test/cast.ts'
import { freshWorld } from '../../test/world.ts'

const world = await freshWorld()
after(() => world.close())
const visitor = await world.visitor()
const amina = await world.visitor((await aMember(world.database, 'Amina', 'civil-society')).id)
const bo = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
const organiser = await world.visitor((await aMember(world.database, 'Nour')).id)

test('every page can be read in three languages and leads to all the others', async () => {
  for (const language of ['sv', 'en', 'es']) {
    const about = await visitor.open(`/${language}/about`)
    equal(about.status, 200)
    const links = about.root.querySelectorAll('main nav a').map((link) => link.getAttribute('href') ?? '')
    equal(links.length, 9)
    for (const link of links) equal((await visitor.open(link)).status, 200, link)
  }
  equal((await visitor.open('/sv/about/about')).path, '/sv/about')
  equal((await visitor.open('/sv/about/nothing-here')).status, 404)
})

test('nobody but coordinators edits, of either party', async () => {
  match((await visitor.open('/sv/office/pages/history')).path, /^\/sv\/sign-in/)
  equal((await visitor.send('/sv/office/pages/history', { 'title.sv': 'x' })).status, 404)
  equal((await organiser.open('/sv/office/pages')).status, 404)
  equal((await organiser.send('/sv/office/pages/history', { 'title.sv': 'x' })).status, 404)
  for (const one of [amina, bo]) equal((await one.open('/sv/office/pages/history')).status, 200)
  equal((await amina.open('/sv/office/pages/nothing-here')).status, 404)
})

test('a saved text is shown, with its Markdown made safe', async () => {
  const list = await amina.open('/sv/office/pages')
  const form = await amina.open(list.link('historia'))
  const fields = {
    'title.sv': 'Vår <b>historia</b>',
    'body.sv': '## Förr\n\n<script>alert(1)</script>\n\n[klick](javascript:alert(1))',
  }
  const saved = await amina.press(form, 'Spara', fields)
  equal(saved.status, 200)
  match(saved.text, /Sparat\..*Förr/)
  const page = await visitor.open('/sv/about/history')
  match(page.html, /Vår &lt;b&gt;historia&lt;\/b&gt;/)
  ok(!/<script>alert|javascript:/.test(page.html))
})

test('a mistake keeps the words and says what is missing', async () => {
  const form = await amina.open('/sv/office/pages/contact')
  const empty = { 'title.sv': '', 'title.en': ' ', 'title.es': '', 'lead.sv': 'Behåll mig' }
  const answer = await amina.press(form, 'Spara', empty)
  equal(answer.status, 422)
  match(answer.title, /^Fel:/)
  match(answer.html, /Behåll mig/)
  equal((await visitor.open('/sv/about/contact')).html.includes('Behåll mig'), false)
})

test('two who edit at once: the second sees what the first wrote, and may then replace it', async () => {
  const [first, second] = [
    await amina.open('/sv/office/pages/office'),
    await bo.open('/sv/office/pages/office'),
  ]
  world.clock.now = '2026-11-23T11:05:00.000Z'
  equal((await amina.press(first, 'Spara', { 'lead.sv': 'Aminas ingress' })).status, 200)
  world.clock.now = '2026-11-23T11:10:00.000Z'
  // A mistake on the way does not count as having seen what Amina wrote.
  const mistaken = await bo.press(second, 'Spara', { 'lead.sv': 'Bos ingress', 'title.sv': 'x'.repeat(500) })
  equal(mistaken.status, 422)
  const refused = await bo.press(mistaken, 'Spara', { 'title.sv': 'Kansliet' })
  equal(refused.status, 409)
  match(refused.text, /Någon annan har ändrat sidan.*Aminas ingress/)
  match(refused.html, /Bos ingress/)
  match((await visitor.open('/sv/about/office')).text, /Aminas ingress/)
  equal((await bo.press(refused, 'Spara')).status, 200)
  match((await visitor.open('/sv/about/office')).text, /Bos ingress/)
})

test('a text in one language alone is shown to others with a note', async () => {
  const form = await amina.open('/sv/office/pages/partners')
  await amina.press(form, 'Spara', { 'body.sv': 'Bara på svenska', 'body.en': '', 'body.es': '' })
  const page = await visitor.open('/en/about/partners')
  match(page.text, /only.*Swedish/i)
  equal(page.root.querySelector('.prose')?.getAttribute('lang'), 'sv')
})
