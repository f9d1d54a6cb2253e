import { equal, match, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import { aMember } from '../../../test/cast.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { PlanTables } from '../tables.ts'
import { forgetProposers, tellProposers } from './tell-proposers.ts'

let world: World
let office: Visitor
let other: Visitor
let guest: Visitor

const url = (language: string, path: string): string => `http://localhost:3000/${language}${path}`

before(async () => {
  world = await freshWorld()
  office = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  other = await world.visitor(await coordinatorOf(world.database, 'civil-society', 'Ina'))
  guest = await world.visitor()
})

after(() => world.close())

const linkTo = async (email: string): Promise<string> =>
  /http:\/\/localhost:3000(\/sv\/focus-areas\/confirm\/\w+)/.exec(
    (await lastMailTo(world, email)).text_body,
  )?.[1] ?? ''

test('somebody proposes, confirms, is shown, supported, left out with a reason and told of it once', async () => {
  const call = { year: '2027', opens: '2026-01-01', closes: '2099-12-31' }
  equal((await office.send('/sv/office/focus-areas', call)).status, 200)
  const form = await guest.open('/sv/focus-areas/2027/propose')
  const words = { title: 'Ungas platser', why: 'De saknas.', language: 'sv', email: 'liv@example.org' }
  match((await guest.press(form, 'Lämna förslaget', words)).text, /Titta i din e-post/)
  equal((await guest.open('/sv/focus-areas/2027')).text.includes('Ungas platser'), false)
  await guest.press(await guest.open(await linkTo('liv@example.org')), 'Ja, det är mitt förslag')
  equal(
    (await guest.open('/sv/focus-areas/2027')).text.includes('Ungas platser'),
    false,
    'not before it is read',
  )

  const { rows } = await sql<{ id: string }>`select id from focus_submission`.execute(world.database.as())
  const id = rows[0]?.id ?? ''
  equal((await guest.open(`/sv/office/focus-areas/submissions/${id}`)).text.includes('Visa för alla'), false)
  await office.press(await office.open(`/sv/office/focus-areas/submissions/${id}`), 'Visa för alla')
  match((await guest.open('/sv/focus-areas/2027')).text, /Ungas platser/)

  for (const _ of [1, 2]) {
    const support = await guest.open(`/sv/focus-areas/proposals/${id}/support`)
    await guest.press(support, 'Ställ mig bakom', { email: 'ali@example.org' })
  }
  await guest.press(await guest.open(await linkTo('ali@example.org')), 'Ja, jag står bakom det')
  match((await guest.open('/sv/focus-areas/2027')).text, /1 står bakom/)

  const proposal = await office.open(`/sv/office/focus-areas/proposals/${id}`)
  const early = await office.press(proposal, 'Säg att det inte valdes', { 'reason.sv': 'Tas nästa år.' })
  equal(early.status, 409)
  await office.send('/sv/office/focus-areas', { ...call, closes: '2026-01-31' })
  await office.press(proposal, 'Säg att det inte valdes', { 'reason.sv': 'Tas nästa år.' })
  match((await guest.open('/sv/focus-areas/2027')).text, /Tas nästa år/)
  for (const _ of [1, 2]) await tellProposers(world.database.as(), { now: world.clock.now, url })
  match((await lastMailTo(world, 'liv@example.org')).text_body, /Tas nästa år/)
  const told = sql<{ n: number }>`select count(*) as n from mail where subject like '%valdes inte%'`
  equal(Number((await told.execute(world.database.as())).rows[0]?.n), 1)
  await forgetProposers(world.database.as(), '2027-06-01T10:00:00.000Z')
  const left = sql<{ n: number }>`select count(*) as n from focus_submission where email is not null`
  equal(Number((await left.execute(world.database.as())).rows[0]?.n), 0)
})

test('the database chooses nothing without the plan, and supports nothing that is decided', async () => {
  const run = (text: string): Promise<unknown> => sql.raw(text).execute(world.database.as())
  await rejects(run(`update focus_proposal set state = 'chosen'`), /chosen by a revision/)
  await rejects(run(`update focus_proposal set reason = '{}'`), /check/i)
  await rejects(
    run(`insert into focus_support (id, proposal_id, address_key, asked_at)
      select 'x', id, '${'a'.repeat(64)}', created_at from focus_proposal`),
    /still a proposal/,
  )
})

test('the year’s areas are chosen when every party has said yes, and by nobody else and no earlier', async () => {
  const year = world.clock.now.slice(0, 4)
  await office.send('/sv/office/focus-areas', { year, opens: '2026-01-01', closes: '2099-12-31' })
  const put = await office.open(`/sv/office/focus-areas/${year}/new`)
  const words = { 'title.sv': 'Platser för unga', 'why.sv': 'De saknas.' }
  await office.press(put, 'Lägg in förslaget', words)
  const db = world.database.as<PlanTables>()
  const { id } = await db
    .selectFrom('focus_proposal')
    .select('id')
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow()
  const path = `/sv/office/focus-areas/${year}/choose`
  const mine = { id: newId(), areas: id, 'reason.sv': 'Mitt.' }
  const nobody = await world.visitor((await aMember(world.database, 'Nils')).id)
  for (const one of [guest, nobody]) await one.send(path, mine)
  equal((await db.selectFrom('revision').select('id').execute()).length, 0, 'for coordinators alone')
  const page = await other.open(path)
  const choice = { areas: id, 'reason.sv': 'Flest frågade om det.' }
  equal((await other.press(page, 'Föreslå för parterna', choice)).status, 409, 'the call is still open')
  await office.send('/sv/office/focus-areas', { year, opens: '2026-01-01', closes: '2026-01-31' })
  equal((await other.press(page, 'Föreslå för parterna', { 'reason.sv': 'Inget valt.' })).status, 409)
  const proposed = await other.press(page, 'Föreslå för parterna', choice)
  equal(proposed.status, 200)
  match(proposed.text, /Platser för unga/)
  equal(
    (await guest.open('/sv/focus-areas')).text.includes('Platser för unga'),
    false,
    'one yes is not enough',
  )
  const answer = await office.open(proposed.path.replace('/plan/', '/office/') + '/answer')
  await office.press(answer, 'Skicka svaret', { answer: 'yes' })
  match((await guest.open('/sv/focus-areas')).text, /Platser för unga/)
  match((await guest.open('/sv/plan')).text, /Platser för unga/)
})

const run = (text: string): Promise<unknown> => sql.raw(text).execute(world.database.as())

test('the database lets no area into a year, out of it or changed without the parties', async () => {
  const kept = /chosen by a revision/
  await rejects(run(`update focus_area set title = '{"sv": "Annat"}'`), kept)
  await rejects(run('delete from focus_area'), kept)
  const copy = (title: string, year: string) => `insert into focus_area
    (id, plan_id, year, position, title, about, proposal_id, revision_id)
    select 'x', plan_id, ${year}, position + 1, ${title}, about, proposal_id, revision_id from focus_area`
  await rejects(run(copy('title', 'year')), kept)
  await rejects(run(copy('title', 'year + 1').replace('position + 1', 'position')), kept)
  await rejects(run(copy(`'{"sv": "Annat"}'`, 'year').replace('position + 1', 'position')), kept)
})
