import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { Member } from '#platform/http.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import { aDialogue } from '../../../test/dialogue-cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { statementsPerPerson } from './dialogue.rules.ts'

let world: World
let by: Member
let eventId: string
before(async () => {
  world = await freshWorld()
  by = await aMember(world.database, 'Bo', 'city')
  eventId = await anEvent(world.database, plus(firstNoon, { days: 30 }))
})
after(() => world.close())

const db = (): Db => world.database.as()
const open = (event = eventId) => aDialogue(world.database, event, { by, at: world.clock.now })
type Opened = Awaited<ReturnType<typeof open>>
const vote = (visitor: Visitor, { slug, statements }: Opened, which: number, word: string) =>
  visitor.send(`/sv/dialogue/${slug}`, { statement: statements[which] ?? '', vote: word, me: newToken() })
const standing = ({ id }: Opened) =>
  db()
    .selectFrom('statement')
    .select(['agrees', 'passes', 'disagrees'])
    .where('dialogue_id', '=', id)
    .orderBy('number')
    .execute()
const cast = async ({ statements }: Opened) =>
  (await db().selectFrom('vote_cast').select('id').where('statement_id', 'in', statements).execute()).length

test('of 150 who vote at once from one network nobody is lost, and a form that is sent twice counts once', async () => {
  const dialogue = await open()
  const visitors = await Promise.all(Array.from({ length: 150 }, () => world.visitor()))
  const answers = await Promise.all(
    visitors.map((visitor, index) => vote(visitor, dialogue, 0, index % 3 === 0 ? 'disagree' : 'agree')),
  )
  deepEqual([...new Set(answers.map((answer) => answer.status))], [200])
  deepEqual((await standing(dialogue))[0], { agrees: 100, passes: 0, disagrees: 50 })
  const me = newToken()
  const form = { statement: dialogue.statements[1] ?? '', vote: 'agree', me }
  const twice = await Promise.all([
    (await world.visitor()).send(`/sv/dialogue/${dialogue.slug}`, form),
    (await world.visitor()).send(`/sv/dialogue/${dialogue.slug}`, form),
  ])
  deepEqual(
    twice.map((answer) => answer.status),
    [200, 200],
  )
  deepEqual((await standing(dialogue))[1], { agrees: 1, passes: 0, disagrees: 0 })
})

test('a vote is changed, the latest counts, and every one is kept', async () => {
  const dialogue = await open()
  const visitor = await world.visitor()
  await vote(visitor, dialogue, 0, 'agree')
  world.clock.now = plus(world.clock.now, { minutes: 1 })
  const page = await visitor.open(`/sv/dialogue/${dialogue.slug}/votes`)
  await visitor.press(page, 'Ändra till: Håller inte med')
  deepEqual((await standing(dialogue))[0], { agrees: 0, passes: 0, disagrees: 1 })
  equal(await cast(dialogue), 2)
})

test('a vote that comes after the end is refused, with the statement still on the page', async () => {
  const dialogue = await open()
  const visitor = await world.visitor()
  await vote(visitor, dialogue, 0, 'agree')
  await db()
    .updateTable('dialogue')
    .set({ closed_at: plus(world.clock.now, { minutes: 1 }) })
    .where('id', '=', dialogue.id)
    .execute()
  world.clock.now = plus(world.clock.now, { minutes: 2 })
  const late = await vote(visitor, dialogue, 1, 'agree')
  equal(late.status, 409)
  match(late.text, /Dialogen har stängt.*Föreningar ska betala samma hyra/)
  const written = await visitor.send(`/sv/dialogue/${dialogue.slug}/write`, {
    words: 'Mina ord.',
    language: 'sv',
  })
  equal(written.status, 409)
  match(written.text, /Mina ord\./)
})

test('a statement that is taken away keeps its votes, and those who voted see that it is gone', async () => {
  const dialogue = await open()
  const visitor = await world.visitor()
  await vote(visitor, dialogue, 0, 'agree')
  const office = await world.visitor(by.id)
  const desk = `/sv/office/events/${eventId}/dialogue/${dialogue.id}/statements/${dialogue.statements[0]}`
  const none = await office.press(await office.open(desk), 'Ta bort från dialogen')
  equal(none.status, 422)
  world.clock.now = plus(world.clock.now, { minutes: 1 })
  const gone = await office.press(await office.open(desk), 'Ta bort från dialogen', {
    reason: 'Om en person.',
  })
  equal(gone.status, 200)
  const late = await vote(await world.visitor(), dialogue, 0, 'agree')
  equal(late.status, 409)
  match((await visitor.open(`/sv/dialogue/${dialogue.slug}/votes`)).text, /Visas inte längre/)
  deepEqual((await standing(dialogue))[0], { agrees: 1, passes: 0, disagrees: 0 })
})

test('somebody who writes and writes is thanked, and asked to leave room for others', async () => {
  const dialogue = await open()
  const visitor = await world.visitor()
  const write = (words: string) =>
    visitor.send(`/sv/dialogue/${dialogue.slug}/write`, { words, language: 'sv', despite: 'yes' })
  for (let count = 0; count < statementsPerPerson; count += 1)
    equal((await write(`Påstående ${count} från samma person.`)).status, 200)
  const more = await write('Ett till.')
  equal(more.status, 409)
  match(more.text, /så många påståenden som en person kan.*Ett till\./)
  const like = await (
    await world.visitor()
  ).send(`/sv/dialogue/${dialogue.slug}/write`, {
    ...{ words: 'Skolornas salar ska lånas ut om kvällarna', language: 'sv' },
  })
  equal(like.status, 409)
  match(like.text, /Det här påminner om ?Skolornas salar/)
})

test('two devices become one person by a mailed link, and the latest vote counts', async () => {
  const dialogue = await open()
  const [phone, laptop] = [await world.visitor(), await world.visitor()]
  await vote(phone, dialogue, 0, 'agree')
  await vote(phone, dialogue, 1, 'pass')
  world.clock.now = plus(world.clock.now, { minutes: 1 })
  await vote(laptop, dialogue, 0, 'disagree')
  await phone.send(`/sv/dialogue/${dialogue.slug}/you`, { email: 'ada@example.org' })
  const { link } = await lastMailTo(world, 'ada@example.org')
  await laptop.press(await laptop.open(link), 'Ja, fortsätt här')
  const sums = await standing(dialogue)
  deepEqual(sums.slice(0, 2), [
    { agrees: 0, passes: 0, disagrees: 1 },
    { agrees: 0, passes: 1, disagrees: 0 },
  ])
  equal(await cast(dialogue), 3)
  for (const device of [phone, laptop])
    match((await device.open(`/sv/dialogue/${dialogue.slug}`)).text, /2 klara, 2 kvar|Vad deltar du som/)
})

test('a sign-up votes as itself from its own page, with the sector it told', async () => {
  const event = await anEvent(world.database, plus(firstNoon, { days: 30 }))
  const dialogue = await open(event)
  const signUp = await aSignUp(world.database, event, { capacity: 'elected' })
  const token = newToken()
  const row = { token_hash: hashOf(token), sign_up_id: signUp, created_at: world.clock.now }
  await db().insertInto('personal_link').values(row).execute()
  for (const visitor of [await world.visitor(), await world.visitor()]) {
    const page = await visitor.press(await visitor.open(`/sv/sign-ups/${token}`), 'Börja svara')
    equal(page.status, 200)
    await vote(visitor, dialogue, 0, 'agree')
  }
  deepEqual((await standing(dialogue))[0], { agrees: 1, passes: 0, disagrees: 0 })
  const people = await db()
    .selectFrom('voter')
    .select(['capacity', 'sign_up_id'])
    .where('dialogue_id', '=', dialogue.id)
    .where('merged_into', 'is', null)
    .execute()
  deepEqual(people, [{ capacity: 'elected', sign_up_id: signUp }])
})

test('the database itself takes no vote before, after, on what is not shown, or from another dialogue', async () => {
  const [dialogue, other] = [await open(), await open()]
  const voter = { id: newId(), dialogue_id: dialogue.id, token_hash: newId(), language: 'sv' as const }
  await db()
    .insertInto('voter')
    .values({ ...voter, capacity: null, created_at: world.clock.now })
    .execute()
  const at = (moment: string, statement = dialogue.statements[0]) =>
    sql`insert into vote (statement_id, voter_id, vote, at)
      values (${statement}, ${voter.id}, 1, ${moment})`.execute(db())
  await rejects(at(plus(world.clock.now, { days: -1 })), /while the dialogue is open/)
  await rejects(at(plus(world.clock.now, { days: 11 })), /while the dialogue is open/)
  await rejects(at(world.clock.now, other.statements[0]), /while the dialogue is open/)
  await at(world.clock.now)
  await rejects(sql`delete from vote where voter_id = ${voter.id}`.execute(db()), /kept/)
  await rejects(sql`delete from vote_cast where voter_id = ${voter.id}`.execute(db()), /stays/)
  const say = sql`update statement set words = 'Annat' where id = ${dialogue.statements[0]}`
  await rejects(say.execute(db()), /as it was written/)
})
