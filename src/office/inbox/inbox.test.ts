import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { aMember } from '../../../test/cast.ts'
import { anIdea } from '../../../test/ideas-cast.ts'
import { aQuestionAsked, ask, itemWith, questionLink } from '../../../test/inbox-cast.ts'
import { aPledge, partnersOffice } from '../../../test/partners-cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { AllTables } from '../../tables.ts'

let world: World
let bo: Visitor
let karin: Visitor

before(async () => {
  world = await freshWorld()
  bo = await partnersOffice(world)
  karin = await partnersOffice(world, 'civil-society')
})
after(() => world.close())

const inbox = (visitor: Visitor, query = ''): Promise<{ text: string }> =>
  visitor.open(`/sv/office/inbox${query}`)

test('a question reaches the office once its address is confirmed, is answered by mail and followed by a link', async () => {
  equal((await ask(world, { words: 'Obekräftad fråga', email: 'no@example.org' })).status, 200)
  const number = await aQuestionAsked(world, { words: 'Finns det hiss?' })
  const list = await inbox(bo)
  match(list.text, /Finns det hiss\?/)
  ok(!list.text.includes('Obekräftad fråga'))
  const answered = await bo.send(`/sv/office/inbox/questions/${number}`, {
    do: 'answer',
    words: 'Ja, det finns.',
  })
  equal(answered.status, 200)
  match((await lastMailTo(world, 'ebba@example.org')).text_body, /Ja, det finns\./)
  match((await (await world.visitor()).open(await questionLink(world))).text, /Ja, det finns\./)
  ok(!(await inbox(bo)).text.includes('Finns det hiss?'))
  match((await bo.open('/sv/office/inbox/answered')).text, /Finns det hiss\?/)
})

test('the same is never answered twice: the second is told who did, with the words kept', async () => {
  const number = await aQuestionAsked(world, { words: 'Två på en gång?' })
  const path = `/sv/office/inbox/questions/${number}`
  const both = await Promise.all([
    bo.send(path, { do: 'answer', words: 'Bos svar' }),
    karin.send(path, { do: 'answer', words: 'Karins svar' }),
  ])
  deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  const [second] = both.filter(({ status }) => status === 409)
  const [own, other] = both[0]?.status === 409 ? ['Bos svar', 'Karin'] : ['Karins svar', 'Bo']
  match(second?.text ?? '', new RegExp(`Besvarad av ${other}`))
  match(second?.html ?? '', new RegExp(`>${own}</textarea>`))
  const mails = (await world.mails()).filter(({ text_body }) => /Bos svar|Karins svar/.test(text_body))
  equal(mails.length, 1)
})

test('whoever gives away what another has just given away is told whose it is', async () => {
  await aQuestionAsked(world, { words: 'Vem tar mig?' })
  const [seenByBo, seenByKarin] = [await bo.open('/sv/office/inbox'), await karin.open('/sv/office/inbox')]
  const people = seenByBo.root
    .querySelectorAll('select[name="to"] option')
    .map((one) => one.getAttribute('value') ?? '')
  const [, first = '', second = ''] = people
  const item = itemWith(seenByBo, 'Vem tar mig?')
  equal((await bo.send('/sv/office/inbox', { do: 'assign', item, to: first })).status, 200)
  const told = await karin.send('/sv/office/inbox', {
    do: 'assign',
    item: itemWith(seenByKarin, 'Vem tar mig?'),
    to: second,
  })
  equal(told.status, 409)
  match(told.text, /”Vem tar mig\?” gavs till .* av Bo klockan/)
  equal(
    (await inbox(bo, '?to=me')).text.includes('Vem tar mig?') !==
      (await inbox(karin, '?to=me')).text.includes('Vem tar mig?'),
    true,
  )
})

test('ideas, pledges and questions stand in one list, and can be told apart', async () => {
  await anIdea(world, { what: 'Fler bänkar i inkorgen', email: 'idea@example.org' })
  await aPledge(world, { what: 'En hörsal i inkorgen', email: 'pledge@example.org' })
  const all = (await inbox(bo)).text
  for (const words of ['Fler bänkar i inkorgen', 'En hörsal i inkorgen', 'Vem tar mig?'])
    ok(all.includes(words), words)
  const pledges = (await inbox(bo, '?kind=pledge')).text
  ok(pledges.includes('En hörsal i inkorgen') && !pledges.includes('Fler bänkar i inkorgen'))
})

test('an idea that is given away in the inbox is given away on its own page', async () => {
  const page = await bo.open('/sv/office/inbox')
  const [, first = ''] = page.root
    .querySelectorAll('select[name="to"] option')
    .map((one) => one.getAttribute('value') ?? '')
  const item = itemWith(page, 'Fler bänkar i inkorgen')
  equal((await bo.send('/sv/office/inbox', { do: 'assign', item, to: first })).status, 200)
  const db = world.database.as<AllTables>()
  const idea = await db
    .selectFrom('idea')
    .select('assigned_to')
    .where('what', '=', 'Fler bänkar i inkorgen')
    .executeTakeFirst()
  equal(idea?.assigned_to, first)
  const again = await karin.send('/sv/office/inbox', { do: 'assign', item, to: first })
  equal(again.status, 409, 'as it was seen before')
})

test('spam is put aside with a reason and put back with one press; ideas are not', async () => {
  await aQuestionAsked(world, { words: 'Köp följare ett', email: 'spam1@example.org' })
  await aQuestionAsked(world, { words: 'Köp följare två', email: 'spam2@example.org' })
  const page = await bo.open('/sv/office/inbox')
  const item = ['Köp följare ett', 'Köp följare två', 'Fler bänkar i inkorgen'].map((words) =>
    itemWith(page, words),
  )
  equal((await bo.send('/sv/office/inbox', { do: 'close', item })).status, 422, 'without a reason')
  const closed = await bo.send('/sv/office/inbox', { do: 'close', item, reason: 'advertising' })
  match(closed.text, /2 saker är undanlagda/)
  const left = (await inbox(bo)).text
  ok(!left.includes('Köp följare') && left.includes('Fler bänkar i inkorgen'))
  const number = await numberOf('Köp följare ett')
  const path = `/sv/office/inbox/questions/${number}`
  equal((await karin.send(path, { do: 'answer', words: 'Nej tack' })).status, 409)
  await karin.press(await karin.open('/sv/office/inbox/closed'), 'Lägg tillbaka')
  match((await inbox(bo)).text, /Köp följare ett/)
})

const numberOf = async (words: string): Promise<number> => {
  const db = world.database.as<AllTables>()
  const row = await db
    .selectFrom('contact_question')
    .select('number')
    .where('words', '=', words)
    .executeTakeFirst()
  return row?.number ?? 0
}

test('what waits too long is late, and can be shown alone', async () => {
  const number = await aQuestionAsked(world, { words: 'Hör ni mig?', email: 'late@example.org' })
  const now = world.clock.now
  ok(!(await inbox(bo, '?late=yes')).text.includes('Hör ni mig?'))
  world.clock.now = plus(now, { days: 14 })
  match((await inbox(bo, '?late=yes')).text, /Hör ni mig\?.*dagar sent/)
  match((await bo.open('/sv/office')).text, /i inkorgen har väntat för länge/)
  await bo.send(`/sv/office/inbox/questions/${number}`, { do: 'answer', words: 'Ja' })
  ok(!(await inbox(bo, '?late=yes')).text.includes('Hör ni mig?'))
})

test('answers to begin from are the office’s own, in the language of the question', async () => {
  const id = '0197f000-0000-7000-8000-000000000009'
  const text = { id, seen: '0', 'name.sv': 'Hiss', 'words.sv': 'Ja, hiss.', 'words.es': 'Sí, hay ascensor.' }
  equal((await bo.send('/sv/office/inbox/texts/new', text)).status, 200)
  const number = await aQuestionAsked(world, {
    words: '¿Hay ascensor?',
    language: 'es',
    email: 'es@example.org',
  })
  match(
    (await bo.open(`/sv/office/inbox/questions/${number}?text=${id}`)).html,
    /Sí, hay ascensor\.<\/textarea>/,
  )
  equal(
    (await karin.send(`/sv/office/inbox/texts/${id}`, { ...text, seen: '0', 'words.sv': 'Annat' })).status,
    409,
  )
  equal(
    (await karin.send(`/sv/office/inbox/texts/${id}`, { ...text, seen: '1', 'words.sv': 'Annat' })).status,
    200,
  )
})

test('whoever is asked to answer a question may, and nobody else who is no coordinator', async () => {
  const number = await aQuestionAsked(world, { words: 'Om träffen?', email: 'event@example.org' })
  const path = `/sv/office/inbox/questions/${number}`
  const klara = await aMember(world.database, 'Klara')
  const visitor = await world.visitor(klara.id)
  equal((await visitor.open(path)).status, 404)
  const db = world.database.as<AllTables>()
  const { id } = await db
    .selectFrom('contact_question')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const by_person = klara.id
  const row = { kind: 'question' as const, item_id: id, person_id: klara.id, by_person, at: world.clock.now }
  await db.insertInto('inbox_assignment').values(row).execute()
  match((await visitor.open('/sv/office')).text, /Kansliet ber dig svara: Om träffen\?/)
  equal((await visitor.send(path, { do: 'assign', to: '', seen: world.clock.now })).status, 404)
  equal((await visitor.send(path, { do: 'answer', words: 'Så här är det.' })).status, 200)
})
