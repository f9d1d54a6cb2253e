import { equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { aMember } from '../../../test/cast.ts'
import { aShownIdea, deed } from '../../../test/ideas-cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { adoptedByAll, goalIds } from '../../../test/plan-cast.ts'
import { aNewOne, answered, otherwise, partyOf, proposal } from '../../../test/revision-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { followingToday } from './tidings.ts'
import { tellOfThreads } from './tell-followers-of-thread.ts'

let world: World
let db: Db
let guest: Visitor
let office: Visitor
let bo: Member
let carmen: Member
let day = 0
const url = (language: string, path: string): string => `http://localhost:3000/${language}${path}`
const mailsTo = async (email: string) =>
  (await world.mails()).filter((one) => one.to_address === email).length

/** The clock of the next morning. */
async function nextMorning(): Promise<void> {
  day += 1
  await tellOfThreads(db, { now: plus(world.clock.now, { days: day }), url })
}

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await aMember(world.database, 'Bo', 'city')
  carmen = await aMember(world.database, 'Carmen', 'civil-society')
  guest = await world.visitor()
  office = await world.visitor(bo.id)
  await adoptedByAll(world.database, 1, [bo, carmen], world.clock.now)
})
after(() => world.close())

async function follow(email: string, path: string): Promise<void> {
  await guest.press(await guest.open(path), 'Enviar el enlace', { email })
  const { link } = await lastMailTo(world, email)
  await guest.press(await guest.open(link), 'Sí, quiero saberlo')
}

test('what comes of an idea is told to whoever wished it, in their language, and once to those behind it', async () => {
  const number = await aShownIdea(world, office, { what: 'Fler bänkar vid ån', email: 'rut@example.org' })
  const page = await guest.open(`/es/ideas/${number}`)
  ok(page.html.includes(`/es/thread/idea/${number}/follow`))
  for (const email of ['liv@example.org', 'rut@example.org'])
    await follow(email, `/es/thread/idea/${number}/follow`)
  await nextMorning()
  const before = await mailsTo('rut@example.org')
  equal(await mailsTo('liv@example.org'), 1, 'what was there already is no news')
  await deed(office, number, { do: 'answer', state: 'considered', 'words.sv': 'Vi mäter först.' })
  await nextMorning()
  equal(await mailsTo('liv@example.org'), 2)
  const { text_body, subject } = await lastMailTo(world, 'liv@example.org')
  match(subject, /novedad/)
  match(text_body, /Fler bänkar vid ån/)
  match(text_body, new RegExp(`/es/ideas/${number}`))
  equal(await mailsTo('rut@example.org'), before, 'other letters tell whoever wrote it')
})

test('how a proposed change of the plan goes is told, and then what becomes of what it changed', async () => {
  const { now } = world.clock
  const goal = (await goalIds(world.database)).get(1) ?? ''
  const change = aNewOne(goal, partyOf(bo), 'Nattöppet')
  const commitment = 'commitment_id' in change ? change.commitment_id : ''
  const id = await proposal(world.database, bo, [change], { now })
  const { number } = await db
    .selectFrom('revision')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  ok((await guest.open(`/es/plan/revisions/${number}`)).html.includes(`/thread/revision/${number}/follow`))
  for (const email of ['ali@example.org', carmen.email])
    await follow(email, `/es/thread/revision/${number}/follow`)
  const before = await mailsTo(carmen.email)
  await nextMorning()
  equal(await mailsTo('ali@example.org'), 1)
  await answered(world.database, carmen, id, { now })
  await nextMorning()
  const told = await lastMailTo(world, 'ali@example.org')
  match(told.text_body, new RegExp(`/es/plan/revisions/${number}`))
  match(told.text_body, /En vigor/)
  match(told.text_body, /\/es\/plan\/commitments\/1/)
  ok((await mailsTo(carmen.email)) <= before + 1, 'whoever decides is told of the change by its own letter')
  const later = await proposal(
    world.database,
    bo,
    [await otherwise(world.database, commitment, { title: { sv: 'Kvällsöppet' } })],
    { now },
  )
  await answered(world.database, carmen, later, { now, answer: 'no' })
  await nextMorning()
  equal(await mailsTo('ali@example.org'), 2, 'another change of the same is not what was asked about')
})

test('drafts and what is not there cannot be followed; the database knows what can', async () => {
  const draft = newId()
  const row = { id: draft, number: 99, party_id: partyOf(bo), made_by: bo.id }
  const plan = await db.selectFrom('plan').select('id').executeTakeFirstOrThrow()
  await sql`insert into revision (id, number, plan_id, kind, title, reason, state, party_id, made_by, created_at, changed_at)
    values (${row.id}, 99, ${plan.id}, 'change', '{}', '{"sv":"x"}', 'draft', ${row.party_id}, ${row.made_by},
      ${world.clock.now}, ${world.clock.now})`.execute(db)
  equal((await followingToday(db, 'revision', draft)).length, 0)
  for (const path of ['revision/99', 'revision/x', 'revision/12345', 'idea/777'])
    equal((await guest.open(`/sv/thread/${path}/follow`)).status, 404, path)
  await rejects(
    sql`insert into thread_wish (id, follower_id, kind, thing_id, asked_at)
      select 'w', id, 'person', 'x', created_at from thread_follower`.execute(db),
    /check/i,
  )
})
