import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AllTables } from '../../tables.ts'
import { newId } from '#platform/ids.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { organisations } from '../../../test/report-cast.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { freshWorld, type World } from '../../../test/world.ts'
import { forgetAsked } from './close-surveys.ts'
import { followSurveys } from './follow-surveys.ts'

const url = (language: string, path: string): string => `http://localhost:3000/${language}${path}`
const base = '/sv/office/years/2026/survey'

let world: World
let bo: Visitor

const follow = (day: string): Promise<void> => {
  world.clock.now = `${day}T08:05:00.000Z`
  return followSurveys(world.database.as(), { now: world.clock.now, url })
}
const db = () => world.database.as<AllTables>()
const linkOf = async (number: number): Promise<string> =>
  (await lastMailTo(world, `post${number}@example.org`)).link.replace('/en/', '/sv/')
const marks = (mark: string): Record<string, string> =>
  Object.fromEntries([1, 2, 3, 4, 5, 6].map((position) => [`mark-${position}`, mark]))

before(async () => {
  world = await freshWorld()
  await organisations(world.database, { associations: 8, companies: 2 })
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
})
after(() => world.close())

test('the office plans it with the statements that are proposed, and is told what is wrong with the dates', async () => {
  const page = await bo.open(base)
  equal(page.status, 200)
  match(page.text, /Vi blir tillfrågade i tid/)
  const statements = Object.fromEntries(
    page.root
      .querySelectorAll('textarea')
      .map((one) => [one.getAttribute('name') ?? '', one.textContent.trim()]),
  )
  const early = await bo.send(base, { ...statements, opensOn: '2026-11-24', closesOn: '2026-11-30' })
  equal(early.status, 409)
  match(early.text, /minst två veckor/)
  const bad = await bo.send(base, { ...statements, 'dialog.sv': '', 'dialog.en': '', 'dialog.es': '' })
  equal(bad.status, 422)
  const planned = await bo.send(base, { ...statements, opensOn: '2026-11-24', closesOn: '2026-12-15' })
  ok(planned.status < 400, planned.text)
})

/** Somebody who has joined the agreement and stands in no directory. */
async function joinedBesideDirectory(name: string, email: string): Promise<void> {
  const { now } = world.clock
  const by = await db().selectFrom('coordinator').select('person_id').executeTakeFirstOrThrow()
  const when = { asked_at: now, conditions_at: now, confirmed_at: now, decided_at: now }
  await db()
    .insertInto('signatory')
    .values({
      ...{
        id: newId(),
        organisation_id: null,
        organisation_name: name,
        category: 'culture',
        person_name: null,
      },
      ...{ email, language: 'sv', about: null, state: 'joined', ...when, decided_by: by.person_id },
      ...{ reason: null, joined_on: now.slice(0, 10), left_on: null, wiped_at: null },
    })
    .execute()
}

test('each organisation is asked once, by a link of its own, on the first day', async () => {
  await joinedBesideDirectory('Kören', 'koren@example.org')
  await joinedBesideDirectory('Organisation 1', 'Post1@example.org')
  await follow('2026-11-23')
  equal((await world.mails()).length, 0)
  await follow('2026-11-24')
  await follow('2026-11-25')
  const mails = await world.mails()
  equal(mails.length, 11, 'each address once, also those beside the directory')
  const beside = await world.visitor()
  match((await beside.open((await lastMailTo(world, 'koren@example.org')).link)).text, /organi/)
  equal(new Set(await Promise.all([1, 2, 3].map(linkOf))).size, 3)
})

test('an organisation answers without an account, and changes its answer; it stays one', async () => {
  const anyone = await world.visitor()
  const link = await linkOf(1)
  const half = await anyone.send(link, { 'mark-1': '3' })
  equal(half.status, 422)
  match(half.text, /Kan inte säga/)
  ok((await anyone.send(link, { ...marks('2'), words: 'Fråga oss före beslutet.' })).status < 400)
  ok(
    (await anyone.send(link, { ...marks('4'), 'mark-2': 'none', words: 'Fråga oss tidigare.' })).status < 400,
  )
  const answers = await db().selectFrom('survey_answer').selectAll().execute()
  deepEqual(
    answers.map(({ sector }) => sector),
    ['civil-society'],
  )
  const given = await db().selectFrom('survey_mark').select('mark').orderBy('position').execute()
  deepEqual(
    given.map(({ mark }) => mark),
    [4, null, 4, 4, 4, 4],
  )
  equal((await db().selectFrom('survey_words').select('words').execute())[0]?.words, 'Fråga oss tidigare.')
  match((await anyone.open(link)).text, /Fråga oss tidigare/)
})

test('nothing in the database leads from an answer to its sender', async () => {
  const asked = await db().selectFrom('survey_asked').selectAll().execute()
  const links = await db().selectFrom('survey_link').selectAll().execute()
  const answers = await db().selectFrom('survey_answer').selectAll().execute()
  const words = await db().selectFrom('survey_words').selectAll().execute()
  const known = new Set([...asked, ...links].flatMap((row) => Object.values(row)))
  const shared = [...answers, ...words].flatMap(({ survey_id, ...row }) => {
    ok(known.has(survey_id))
    return Object.entries(row).filter(([name, value]) => name === 'key' && known.has(value))
  })
  deepEqual(shared, [])
  // And no hour in which somebody answered.
  ok(!Object.keys({ ...answers[0], ...words[0] }).some((name) => name.endsWith('_at') && name !== 'read_at'))
  equal(
    (await db().selectFrom('record').select('id').where('what', '=', 'survey-answered').execute()).length,
    0,
  )
})

test('while it is open nobody sees results or reads words; the office sees how many have answered', async () => {
  match((await bo.open(base)).text, /Har svarat/)
  const read = await bo.open(`${base}/words`)
  ok(!read.text.includes('Fråga oss tidigare'))
  const { key = '' } = (await db().selectFrom('survey_words').select('key').execute())[0] ?? {}
  equal((await bo.send(`${base}/words`, { key, number: '1', 'quoted-1': 'x' })).status, 409)
  match((await bo.open('/sv/plan/years/principles')).text, /Ingen enkät är avslutad/)
})

test('those who are silent are reminded once, and the link they had leads to the new one', async () => {
  const old = await linkOf(2)
  await follow('2026-12-07')
  await follow('2026-12-08')
  equal((await world.mails()).length, 11 + 10)
  const anyone = await world.visitor()
  const stale = await anyone.send(old, marks('1'))
  equal(stale.status, 409)
  match(stale.text, /nyare länk/)
  for (const number of [2, 3, 4, 5, 9]) ok((await anyone.send(await linkOf(number), marks('3'))).status < 400)
})

test('once it is closed nobody answers, and only groups of five are shown', async () => {
  await follow('2026-12-16')
  const anyone = await world.visitor()
  equal((await anyone.send(await linkOf(6), marks('1'))).status, 409)
  const page = await anyone.open('/sv/plan/years/principles')
  match(page.text, /6 av 11 tillfrågade svarade/)
  match(page.text, /3,2 \(6 svar\)/)
  // Five associations and one company: whoever took the five from the six would be left with one.
  match(page.text, /Sektor för sektor 2026Ingen grupp är stor nog att visas/)
  ok(!page.text.includes('Fråga oss tidigare'))
})

test('words are quoted once the office has read them', async () => {
  const { key = '' } = (await db().selectFrom('survey_words').select('key').execute())[0] ?? {}
  const quote = { key, number: '1', 'quoted-1': 'Fråga oss tidigare.' }
  ok((await bo.send(`${base}/words`, quote)).status < 400)
  match((await bo.open('/sv/plan/years/principles')).text, /Fråga oss tidigare/)
})

test('a month later links, addresses and who was asked are gone; the results stay', async () => {
  const link = await linkOf(1)
  await forgetAsked(world.database.as(), '2027-01-14T08:00:00.000Z')
  equal((await db().selectFrom('survey_link').select('token_hash').execute()).length, 11 + 10)
  await forgetAsked(world.database.as(), '2027-01-16T08:00:00.000Z')
  equal((await db().selectFrom('survey_link').select('token_hash').execute()).length, 0)
  const asked = await db().selectFrom('survey_asked').select(['email', 'organisation_id', 'sector']).execute()
  ok(asked.every((one) => one.email === null && one.organisation_id === null && one.sector === null))
  const anyone = await world.visitor()
  equal((await anyone.open(link)).status, 404)
  match((await anyone.open('/sv/plan/years/principles')).text, /6 av 11 tillfrågade svarade/)
})
