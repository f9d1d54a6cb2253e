import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import type { RecordTables } from '#platform/record.ts'
import { plus } from '#platform/time.ts'
import { aMember } from '../../../test/cast.ts'
import { freshWorld } from '../../../test/world.ts'

const world = await freshWorld()
after(() => world.close())
const visitor = await world.visitor()
const amina = await world.visitor((await aMember(world.database, 'Amina', 'civil-society')).id)
const bo = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
const organiser = await world.visitor((await aMember(world.database, 'Nour')).id)

const draft = '/sv/office/agreement/versions/2'
const edit = `${draft}/edit`
const ask = 'Fråga parterna om den här versionen'
const answer = 'Lämna svaret'

const aMinutePasses = (): void => void (world.clock.now = plus(world.clock.now, { seconds: 60 }))

const happened = async (what: string) => {
  const rows = world.database.as<RecordTables>().selectFrom('record').select('id').where('what', '=', what)
  return (await rows.execute()).length
}

test('on a new installation the first version is a draft, until both have said yes', async () => {
  const first = '/sv/office/agreement/versions/1'
  equal((await visitor.open('/sv/plan/agreement/versions/1')).status, 404)
  await amina.press(await amina.open(first), ask)
  await bo.press(await bo.open(first), answer, { answer: 'yes' })
  match((await visitor.open('/sv/plan/agreement/versions/1')).text, /Gäller från/)
})

test('a draft is begun from what is in force, once, by either party, and nobody else sees it', async () => {
  const office = await amina.open('/sv/office/agreement')
  const begun = await amina.press(office, 'Börja på en ny version')
  equal(begun.path, edit)
  equal((await bo.press(office, 'Börja på en ny version')).path, edit)
  equal(await happened('agreement-drafted'), 1)
  equal((await visitor.open('/sv/plan/agreement/versions/2')).status, 404)
  equal((await visitor.open('/sv/plan/agreement/versions/99')).status, 404)
  match((await visitor.open(edit)).path, /^\/sv\/sign-in/)
  equal((await visitor.send(edit, { 'title.sv': 'x' })).status, 404)
  for (const path of [edit, draft, '/sv/office/agreement']) {
    equal((await organiser.open(path)).status, 404, path)
    equal((await organiser.send(path, { 'title.sv': 'x', seen: '' })).status, 404, path)
  }
})

test('an agreement without a title is not saved, and the words stay in the form', async () => {
  const empty = { 'title.sv': '', 'title.en': ' ', 'title.es': '', 'vision.sv': 'Behåll mig' }
  const page = await amina.press(await amina.open(edit), 'Spara', empty)
  equal(page.status, 422)
  match(page.title, /^Fel:/)
  match(page.html, /Behåll mig/)
  ok(!(await amina.open(draft)).html.includes('Behåll mig'))
})

test('two who edit a draft at once: the second sees what the first wrote, and may then replace it', async () => {
  const [first, second] = [await amina.open(edit), await bo.open(edit)]
  aMinutePasses()
  equal((await amina.press(first, 'Spara', { 'about.sv': 'Aminas ord' })).status, 200)
  // A mistake in between does not make the other's words seen.
  const mistaken = await bo.press(second, 'Spara', { 'title.sv': '', 'title.en': '', 'title.es': '' })
  equal(mistaken.status, 422)
  const refused = await bo.press(mistaken, 'Spara', { 'title.sv': 'Bos rubrik', 'about.sv': 'Bos ord' })
  equal(refused.status, 409)
  match(refused.text, /Någon ändrade utkastet medan du skrev.*Aminas ord/)
  match(refused.html, /Bos ord/)
  match((await bo.open(draft)).text, /Aminas ord/)
  equal((await bo.press(refused, 'Spara')).status, 200)
  match((await bo.open(draft)).text, /Bos ord/)
})

test('a version is in force when every party has said yes; what was before stays to be read', async () => {
  const stale = await amina.open(draft)
  aMinutePasses()
  await bo.press(await bo.open(edit), 'Spara', { 'vision.sv': 'En ny vision <i>för alla</i>' })
  equal((await amina.press(stale, ask)).status, 409)
  match((await amina.press(await amina.open(draft), ask)).text, /Väntar på svar/)
  const rests = await bo.send(edit, { 'title.sv': 'Annat', seen: '' })
  ok([409, 422].includes(rests.status))
  ok(!(await visitor.open('/sv/plan/agreement')).text.includes('En ny vision'))
  match((await bo.open('/sv/office')).text, /version 2 av överenskommelsen ska gälla/)

  await bo.press(await bo.open(draft), answer, { answer: 'yes' })
  const page = await visitor.open('/sv/plan/agreement')
  match(page.text, /En ny vision.*Version 2.*Version 1/)
  ok(!page.html.includes('<i>för alla'))
  match((await visitor.open('/en/plan/agreement')).text, /Autonomy and independence/)
  const earlier = await visitor.open('/sv/plan/agreement/versions/1')
  match(earlier.text, /tidigare version/)
  ok(!earlier.text.includes('En ny vision'))
  equal((await visitor.open('/sv/plan/agreement/versions/2')).status, 200)
  equal(await happened('agreement-in-force'), 2)
  equal((await bo.open(edit)).path, draft, 'what is in force has no form any more')
  const kept = await bo.send(edit, { 'title.sv': 'Annat', seen: '' })
  deepEqual(
    [kept.status >= 400, (await visitor.open('/sv/plan/agreement')).text.includes('Annat')],
    [true, false],
  )
})

test('what a version changed is read word by word, and the first one has nothing before it', async () => {
  const path = (await visitor.open('/sv/plan/agreement')).link('ord för ord')
  equal(path, '/sv/plan/agreement/versions/2/difference')
  const page = await visitor.open(path)
  match(page.html, /<del>.*Borttaget.*<ins>.*En ny vision/s)
  match(page.text, /Bos ord/)
  ok(!page.text.includes('Självständighet'), 'what is the same is not shown')
  equal((await visitor.open('/sv/plan/agreement/versions/1/difference')).status, 404)
})

test('everybody sees by name who speaks for each party, and no address', async () => {
  const page = await visitor.open('/sv/plan/agreement')
  match(page.text, /Malmö stad.*Bo, samordnare.*[Cc]ivilsamhället.*Amina, samordnare/)
  ok(!page.text.includes('Nour'))
  ok(!page.html.includes('@'))
})

test('where a version was decided is added also later; an original is a pdf', async () => {
  const page = await amina.open(draft)
  const decision = {
    body: 'Kommunstyrelsen',
    decided_on: '2026-11-20',
    paragraph: '§ 412',
    case_number: 'STK-1',
  }
  equal((await amina.press(page, 'Skriv in beslutet', { body: '' })).status, 422)
  const shown = await amina.press(page, 'Skriv in beslutet', decision)
  match(shown.text, /Kommunstyrelsen.*§ 412.*STK-1/)
  await amina.press(page, 'Skriv in beslutet', decision)
  equal(await happened('agreement-decision-added'), 1)
  const file = (name: string, text: string) => {
    const body = new FormData()
    body.append('file', new File([text], name, { type: 'application/pdf' }))
    return amina.sendFiles(`${draft}/originals`, body)
  }
  equal((await file('original.pdf', 'inte en pdf')).status, 422)
  equal((await file('original.pdf', '%PDF-1.4\n%%EOF')).status, 200)
  const link = (await visitor.open('/sv/plan/agreement/versions/2')).link('Undertecknat original')
  equal((await visitor.open('/sv/plan/agreement')).link('Undertecknat original av version 2'), link)
  equal((await visitor.open(link)).headers.get('content-type'), 'application/pdf')
  for (const one of [organiser, visitor]) equal((await one.send(`${draft}/decisions`, decision)).status, 404)
})
