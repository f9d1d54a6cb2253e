import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { anOrganisation } from '../../../test/cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { forgetCommenters } from './consultation/forget-commenters.ts'
import { aMaking, type Cast } from '../../../test/successor-cast.ts'

let world: World
let db: Db
let cast: Cast
let bo: Visitor
let mia: Visitor
let guest: Visitor
const office = '/sv/office/next-plan'

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  cast = await aMaking(world)
  ;({ bo, mia, guest } = cast)
})
after(() => world.close())

test('the next plan is begun once, beside no other, and everybody sees how far it is', async () => {
  match((await guest.open('/sv/plan/next')).text, /till och med 31 dec\. 2026/)
  const form = await bo.open(`${office}/begin`)
  equal((await bo.press(form, 'Börja', { starts_on: '2026-06-01', 'lead.sv': 'Kort' })).status, 409)
  equal((await bo.press(form, 'Börja', { 'lead.sv': '' })).status, 422)
  const path = await bo.press(form, 'Börja', { 'lead.sv': 'Vidare mot samma mål' })
  match(path.text, /3 av 3 åtaganden saknar svar.*Malmö stad: 2 åtaganden/)
  await bo.press(form, 'Börja', { 'lead.sv': 'Vidare mot samma mål' })
  equal((await bo.press(await mia.open(`${office}/begin`), 'Börja', { 'lead.sv': 'En till' })).status, 409)
  match((await guest.open('/sv/plan/next')).text, /utkast och gäller inte än.*3 saknar svar/)
  match((await guest.open('/sv/plan')).text, /Nästa plan skrivs nu/)
})

test('each party answers for its own; what goes on is in the draft, and an end has a reason that shows', async () => {
  const [one, two] = cast.numbers
  const at = `${office}/commitments/${one}`
  // Mia's party does not own it: there is nothing to fill in, and a form that is sent all the same is refused.
  ok(!(await mia.open(at)).html.includes('name="answer"'))
  equal((await mia.send(at, { do: 'answer', answer: 'end', 'reason.sv': 'Nej' })).status, 409)
  await guest.send(at, { do: 'answer', answer: 'continue' })
  match((await bo.open(office)).text, /3 av 3/, 'a stranger answers for nobody')
  equal((await bo.press(await bo.open(at), 'Svara', { answer: 'end' })).status, 422)
  await bo.press(await bo.open(at), 'Svara', { answer: 'continue' })
  match((await bo.open(`${office}/draft`)).text, /Öppna skolgårdarna.*fortsätter åtagande/)
  await bo.press(await bo.open(at), 'Svara', { answer: 'end', 'reason.sv': 'Det sköter sig självt nu.' })
  ok(!(await bo.open(`${office}/draft`)).text.includes('Öppna skolgårdarna'))
  match((await guest.open('/sv/plan/next/commitments')).text, /Avslutas.*Det sköter sig självt nu/)
  // Two owners: with one silent, it is unanswered and said so.
  await mia.press(await mia.open(`${office}/commitments/${two}`), 'Svara', {
    answer: 'change',
    'reason.es': 'Más lento',
  })
  match((await guest.open('/sv/plan/next/commitments')).text, /Malmö stad har inte svarat än/)
  await bo.press(await bo.open(`${office}/commitments/${two}`), 'Svara', { answer: 'continue' })
  match((await guest.open('/sv/plan/next/commitments')).text, /Fortsätter med ändringar.*Más lento/)
})

test('what goes on has the words in force: also those that came after the answer, unless it was worded anew', async () => {
  const [, two] = cast.numbers
  const reword = async (title: string): Promise<void> => {
    const form = await bo.open(`/sv/office/commitments/${two}/change`)
    const words = { 'title.sv': title, 'reason.sv': 'Det blev fler.', 'measure.en': '' }
    const proposed = await bo.press(form, wordsFor('sv')('revisions.propose.button'), words)
    const asked = await mia.open(`${proposed.path.replace('/plan/', '/office/')}/answer`)
    await mia.press(asked, wordsFor('sv')('revisions.answer.send'), { answer: 'yes' })
    match((await guest.open(`/sv/plan/commitments/${two}`)).text, new RegExp(title))
  }
  await reword('Tre salar')
  const draft = await bo.open(`${office}/draft`)
  match(draft.text, /Tre salar/)
  ok(!draft.text.includes('Två salar'))
  const own = await bo.open(draft.link('Tre salar'))
  await bo.press(own, 'Spara', { 'title.sv': 'Tre salar varje kväll', due: '2028-05-01' })
  await reword('Fyra salar')
  match((await bo.open(`${office}/draft`)).text, /Tre salar varje kväll/)
})

test('an organisation answers by a mailed link; where it is silent, the parties end it together', async () => {
  const [, , three] = cast.numbers
  const at = `${office}/commitments/${three}`
  equal((await bo.press(await bo.open(at), 'avsluta åtagandet', { 'because.sv': '' })).status, 422)
  const asked = await bo.press(await bo.open(`${office}/commitments/ask`), 'Mejla 1', { language: 'es' })
  match(asked.text, /1 organisation har fått en länk/)
  const { link, subject } = await lastMailTo(world, 'byalaget@example.org')
  match(subject, /compromisos/)
  const list = await guest.open(link)
  const page = await guest.open(list.link(String(three)))
  equal((await guest.press(page, 'Responder', { answer: 'change' })).status, 422)
  match((await guest.press(page, 'Responder', { answer: 'continue' })).text, /Gracias/)
  equal((await guest.open('/sv/plan/next/answer/nothing')).status, 404)
  match((await bo.open(office)).text, /Alla har svarat/)
  equal((await bo.send(at, { do: 'end', 'because.sv': 'Tyst' })).status, 409)
  // A fourth that nobody can answer for any longer.
  const number = await cast.addCommitment({ organisation: await anOrganisation(world.database, 'Upplösta') })
  const silent = `${office}/commitments/${number}`
  await bo.press(await bo.open(silent), 'avsluta åtagandet', { 'because.sv': 'Finns inte mer' })
  match((await bo.open(office)).text, /1 av 4 åtaganden saknar svar/)
  await mia.press(await mia.open(silent), 'avsluta åtagandet', { 'because.sv': 'Upplöst i våras' })
  match((await bo.open(office)).text, /Alla har svarat/)
})

test('of two who edit a paragraph at once, the second is told, with the words kept', async () => {
  const form = await bo.open(`${office}/paragraphs/new`)
  await bo.press(form, 'Spara', { 'words.sv': 'Första tanken', 'words.es': 'Primera idea' })
  const path = (await bo.open(`${office}/draft`)).link('Ändra stycke 1')
  const [his, hers] = [await bo.open(path), await mia.open(path)]
  await bo.press(his, 'Spara', { 'words.sv': 'Bos tanke' })
  const told = await mia.press(hers, 'Spara', { 'words.sv': 'Mias tanke' })
  equal(told.status, 409)
  match(told.text, /Det den andra skrev.*Bos tanke/)
  match(told.html, /Mias tanke/)
  await mia.press(told, 'Spara')
  match((await guest.open('/sv/plan/next')).text, /Mias tanke/)
})

test('a draft commitment is due in the plan and under a goal that holds', async () => {
  const words = {
    'title.sv': 'Fler kvällar',
    'measure.sv': 'Tio kvällar',
    goal: cast.goal,
    parties: cast.parties,
  }
  const form = await mia.open(`${office}/draft/new`)
  equal((await mia.press(form, 'Spara', { ...words, due: '2026-12-01' })).status, 409)
  equal((await mia.press(form, 'Spara', { ...words, due: '2028-05-01', goal: cast.draftGoal })).status, 409)
  equal((await mia.press(form, 'Spara', { ...words, due: '2028-05-01', parties: [] })).status, 422)
  const draft = await mia.press(form, 'Spara', { ...words, due: '2028-05-01' })
  match(draft.text, /Åtaganden \(3\)/)
})

const say = async (part: string, given: Record<string, string>, language = 'sv') => {
  const buttons = { sv: 'Skicka', en: 'Send', es: 'Enviar' }
  const form = await guest.open(`/${language}/plan/next/comment/${part}`)
  const fields = { words: 'Bra, men sent.', email: 'rut@example.org', ...given }
  return guest.press(form, buttons[language as 'sv'], fields)
}

test('a public comment is confirmed, read, answered, and told of in the language it was written in', async () => {
  equal((await guest.open('/sv/plan/next/comment/whole')).status, 409)
  const open = await bo.open(`${office}/consultation`)
  equal((await bo.press(open, 'Öppna', { last_day: '2026-12-01' })).status, 409)
  await bo.press(open, 'Öppna', { last_day: '2026-12-20' })
  const part = /comment\/(paragraph\.[\w-]+)/.exec((await guest.open('/es/plan/next')).html)?.[1] ?? ''
  equal((await say(part, { words: '' })).status, 422)
  equal((await say(part, { shows_name: 'yes' })).status, 422)
  const given = { words: '=1+1 ¿Y los domingos?', email: 'ana@example.org', name: 'Ana', shows_name: 'yes' }
  match((await say(part, given, 'es')).text, /Mira tu correo/)
  ok(!(await guest.open('/sv/plan/next')).text.includes('domingos'))
  const mine = await guest.open((await lastMailTo(world, 'ana@example.org')).link)
  match((await guest.press(mine, 'Sí,')).text, /se mostrará/)
  ok(!(await guest.open('/sv/plan/next')).text.includes('domingos'))
  const comment = (await bo.open(`${office}/comments`)).link('domingos')
  await bo.press(await bo.open(comment), 'Visa för alla')
  match((await guest.open('/sv/plan/next')).text, /Ana · .*domingos\?Inget svar än/)
  const reply = await mia.open(`${office}/answer`)
  const ids = [comment.split('/').at(-1) ?? '']
  equal((await mia.press(reply, 'Svara', { comments: ids })).status, 422)
  const answer = { comments: ids, outcome: 'not-taken-in', 'words.sv': 'Det blir för dyrt.' }
  await mia.press(reply, 'Svara', answer)
  equal((await mia.send(`${office}/answer`, answer)).status, 409, 'answered once')
  const told = await lastMailTo(world, 'ana@example.org')
  equal(told.subject, 'Respuesta a tu comentario')
  match(told.text_body, /No incorporado[^]*Det blir för dyrt/)
  match((await guest.open('/sv/plan/next')).text, /Inte intaget.*Det blir för dyrt/)
  const csv = await bo.open(`${office}/comments.csv`)
  match(csv.html, /'=1\+1/, 'no cell of the file is a formula')
  ok(!csv.html.includes('ana@example.org'))
})

test('what holds a personal number is never shown; whoever wrote it is told why', async () => {
  await say('whole', { words: 'Min granne 19900118-9811 borde flytta.' })
  await guest.press(await guest.open((await lastMailTo(world, 'rut@example.org')).link), 'Ja,')
  const at = (await bo.open(`${office}/comments`)).link('granne')
  match((await bo.open(at)).text, /personnummer/)
  equal((await bo.send(at, { do: 'show' })).status, 409)
  equal((await bo.press(await bo.open(at), 'Visa inte')).status, 422)
  await bo.press(await bo.open(at), 'Visa inte', { reason: 'Det står ett personnummer i den.' })
  match((await lastMailTo(world, 'rut@example.org')).text_body, /Det står ett personnummer/)
  ok(!(await guest.open('/sv/plan/next')).text.includes('granne'))
})

test('an address can only be mailed so often, and people are forgotten a year after the round', async () => {
  let status = 200
  for (let tries = 0; tries < 25 && status === 200; tries += 1)
    ({ status } = await say('whole', { id: newId(), email: 'per@example.org' }))
  equal(status, 429)
  world.clock.now = plus(firstNoon, { days: 60 })
  match((await guest.open('/sv/plan/next')).text, /Planen före har slutat och nästa är inte antagen/)
  equal((await guest.open('/sv/plan/next/comment/whole')).status, 409)
  await forgetCommenters(db, plus(firstNoon, { days: 30 }))
  const count = async () =>
    await db.selectFrom('consultation_comment').select(['words', 'name', 'email']).execute()
  equal((await count()).length, 2, 'nobody confirmed the others')
  await forgetCommenters(db, plus(firstNoon, { days: 400 }))
  const rows = await count()
  equal(rows.filter(({ email }) => email !== null).length, 0)
  equal(
    rows
      .map(({ name }) => name)
      .filter(Boolean)
      .join(),
    'Ana',
  )
  ok(!rows.some(({ words }) => words.includes('granne')))
})
