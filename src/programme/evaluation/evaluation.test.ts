import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { hashOf } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import { sendDueLetters } from '../reminders/send-due-letters.ts'
import type { Db } from '../tables.ts'
import { showAnswers } from './show-answers.ts'

let world: World
before(async () => void (world = await freshWorld()))
after(() => world.close())

const db = (): Db => world.database.as()
const url = (language: string, path: string): string => `http://localhost:3000/${language}${path}`
const yesterday = plus(firstNoon, { days: -1 })
const answersAt = (eventId: string) =>
  db().selectFrom('evaluation_answer').selectAll().where('event_id', '=', eventId).execute()

/** An answer in the room. */
const answer = async (slug: string, fields: Record<string, string>) =>
  (await world.visitor()).send(`/sv/events/${slug}/evaluation`, fields)

/** Those who came to an event of yesterday, and the links that they are mailed today. */
async function linksAfter(names: readonly string[]) {
  const id = await anEvent(world.database, yesterday)
  for (const name of names)
    await aSignUp(world.database, id, {
      ...{ name, email: `${name.toLowerCase()}@${id}.example.org`, checked_in_at: yesterday },
    })
  await sendDueLetters(db(), firstNoon, { url })
  const links: string[] = []
  for (const name of names) {
    const { text_body } = await lastMailTo(world, `${name.toLowerCase()}@${id}.example.org`)
    links.push(/(\/sv\/evaluations\/\w+)/.exec(text_body)?.[1] ?? '')
  }
  return { id, links }
}

test('whoever came answers with the link from the mail, once, and nothing says who answered what or when', async () => {
  const { id, links } = await linksAfter(['Amina', 'Bo'])
  const visitor = await world.visitor()
  const page = await visitor.open(links[0] ?? '')
  match(page.text, /Svaren är anonyma/)
  const done = await visitor.press(page, 'Skicka svaren', {
    ...{ expectations: '4', contact: 'yes', who_missing: 'De unga', capacity: 'resident' },
  })
  match(done.text, /Tack!/)
  const [row, ...more] = await answersAt(id)
  equal(more.length, 0)
  deepEqual(
    { ...row, id: '' },
    {
      ...{ id: '', event_id: id, expectations: 4, said: null, learnt: null, contact: 1, next_step: null },
      ...{ who_missing: 'De unga', better: null, capacity: 'resident' },
    },
  )
  match(row?.id ?? '', /^[\da-f]{8}-[\da-f]{4}-4/, 'an id made by chance, which holds no time')
  const again = await visitor.send(links[0] ?? '', { expectations: '1' })
  equal(again.status, 409)
  match(again.text, /går att använda en gång/)
  equal((await answersAt(id)).length, 1)

  // Neither who it is nor when stands in any column of what was written; nor does the record tell.
  const columns = await sql<{ name: string }>`select * from evaluation_link`.execute(world.database.as())
  deepEqual(Object.keys(columns.rows[0] ?? {}).sort(), ['capacity', 'event_id', 'kind', 'token_hash', 'used'])
  const record = await sql<{ what: string }>`select what from record where about = ${id}`.execute(
    world.database.as(),
  )
  deepEqual(record.rows, [])
  await rejects(
    db()
      .updateTable('evaluation_link')
      .set({ used: 0 })
      .where('token_hash', '=', hashOf(links[0]?.split('/').at(-1) ?? ''))
      .execute(),
    /stays used/,
  )
  await rejects(db().updateTable('evaluation_answer').set({ said: 1 }).execute(), /an answer stands/)
})

test('two presses in the same instant count once', async () => {
  const { id, links } = await linksAfter(['Carmen'])
  const visitor = await world.visitor()
  const all = await Promise.all([1, 2, 3].map(() => visitor.send(links[0] ?? '', { said: '5' })))
  deepEqual(all.map(({ status }) => status).sort(), [200, 409, 409])
  equal((await answersAt(id)).length, 1)
})

test('the form is filled in with what somebody takes part as only where that points at nobody', async () => {
  const chosenOf = async (link: string | undefined) =>
    (await (await world.visitor()).open(link ?? '')).root
      .querySelector('option[selected]')
      ?.getAttribute('value')
  const few = await linksAfter(['A', 'B', 'C', 'D'])
  equal(await chosenOf(few.links[0]), undefined)
  const five = await linksAfter(['A', 'B', 'C', 'D', 'E'])
  equal(await chosenOf(five.links[0]), 'resident')
})

test('in the room it opens when the event begins, and takes no more answers than there are seats', async () => {
  const id = await anEvent(world.database, plus(firstNoon, { hours: 1 }), { capacity: 2 })
  match((await answer(id, { said: '4' })).text, /öppnar när träffen börjar/)
  world.clock.now = plus(firstNoon, { hours: 1 })
  equal((await answer(id, {})).status, 422)
  match((await answer(id, { said: '4' })).path, /\/evaluation\/thanks$/)
  equal((await answer(id, { said: '9' })).status, 422)
  equal((await answer(id, { said: '4' })).status, 200)
  equal((await answer(id, { said: '4' })).status, 409)
  equal((await answersAt(id)).length, 2)
  world.clock.now = firstNoon
})

test('nothing is shown of four answers; of five the means, to all, and the texts to the organisers alone', async () => {
  const id = await anEvent(world.database, yesterday)
  const { id: klara } = await aMember(world.database, 'Klara')
  await db().insertInto('event_organiser').values({ event_id: id, person_id: klara }).execute()
  const [visitor, organiser] = [await world.visitor(), await world.visitor(klara)]
  const shown = async () => {
    await showAnswers(db())
    const own = await organiser.open(`/sv/office/events/${id}/evaluation`)
    return { all: (await visitor.open(`/sv/events/${id}`)).text, own: own.text }
  }
  for (let n = 0; n < 4; n += 1) await answer(id, { expectations: '5', better: `Mer kaffe ${n}` })
  const four = await shown()
  ok(!four.all.includes('av 5') && !four.own.includes('Mer kaffe'))
  match(four.own, /för få svar/)
  await answer(id, { expectations: '1', who_missing: 'Skolan' })
  const five = await shown()
  match(five.all, /4,2 av 5 \(5 svar\)/)
  ok(!five.all.includes('Skolan') && !five.all.includes('Mer kaffe'))
  match(five.own, /Skolan/)
  match(five.own, /Mer kaffe 3/)
  await answer(id, { expectations: '1', better: 'Sent svar' })
  const six = await shown()
  match(six.all, /4,2 av 5 \(5 svar\)/)
  ok(!six.own.includes('Sent svar'))
  await rejects(
    db().updateTable('evaluation_shown').set({ answers: 6 }).where('event_id', '=', id).execute(),
    /steps of at least five/,
  )
})

test('three months later those who came say what it led to, once each, and it is counted from five on', async () => {
  const names = ['Amina', 'Bo', 'Carmen', 'Dora', 'Elias']
  const { id } = await linksAfter(names)
  const later = plus(firstNoon, { days: 90 })
  await sendDueLetters(db(), later, { url })
  for (const [index, name] of names.entries()) {
    const { text_body } = await lastMailTo(world, `${name.toLowerCase()}@${id}.example.org`)
    const link = /(\/sv\/follow-ups\/\w+)/.exec(text_body)?.[1] ?? ''
    const visitor = await world.visitor()
    const page = await visitor.open(link)
    equal((await visitor.press(page, 'Skicka svaren')).status, 422)
    const led = { led_to_something: index < 3 ? 'yes' : 'too-early', what: 'Ett samarbete' }
    match((await visitor.press(page, 'Skicka svaren', led)).text, /Tack!/)
    equal((await visitor.send(link, led)).status, 409)
  }
  await showAnswers(db())
  match(
    (await (await world.visitor()).open(`/sv/events/${id}`)).text,
    /Ja 3, nej 0, för tidigt att säga 2 \(5 svar\)/,
  )
})

test('an unknown link leads to a page that says so', async () => {
  for (const path of ['/sv/evaluations/nothing', '/sv/follow-ups/nothing']) {
    const visitor = await world.visitor()
    equal((await visitor.open(path)).status, 404)
    equal((await visitor.send(path, { said: '1' })).status, 404)
  }
})
