import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { aQuestionAsked, closeAll } from '../../../test/inbox-cast.ts'
import { partnersOffice } from '../../../test/partners-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { AllTables } from '../../tables.ts'

let world: World
let office: Visitor

before(async () => {
  world = await freshWorld()
  office = await partnersOffice(world)
})
after(() => world.close())

/** One sending of a program, from a network and an address of its own. */
async function send(number: number): Promise<number> {
  const robot = await world.visitor()
  robot.headers['x-forwarded-for'] = `198.51.100.${number % 250}`
  const fields = { id: newId(), opened: plus(world.clock.now, { seconds: -30 }), words: `Köp nu ${number}` }
  const answer = await robot.send('/sv/contact', {
    ...{ ...fields, name: '', language: 'sv', website: '', email: `bot${number}@example.org` },
  })
  return answer.status
}

test('of 200 sendings in a minute none reaches the office, their mails wait their turn, and a person gets through', async () => {
  const statuses: number[] = []
  for (let number = 0; number < 200; number += 1) statuses.push(await send(number))
  ok(statuses.every((status) => status === 200))
  ok(!(await office.open('/sv/office/inbox')).text.includes('Köp nu'), 'nobody has confirmed an address')
  const mails = await world.mails()
  equal(mails.filter((mail) => mail.next_attempt_at === mail.created_at).length, 60, 'so many leave at once')
  match((await (await world.visitor()).open('/en/contact/sent')).text, /may take up to 5 minutes/)
})

test('when they do confirm, they stand as a wave, and one press puts all of it aside and nothing else', async () => {
  const db = world.database.as<AllTables>()
  world.clock.now = plus(world.clock.now, { hours: 1 })
  await aQuestionAsked(world, { words: 'Finns det hiss?' })
  world.clock.now = plus(world.clock.now, { hours: 1 })
  const due = { confirmed_at: world.clock.now, answer_due_on: '2026-12-01' }
  await db.updateTable('contact_question').set(due).where('confirmed_at', 'is', null).execute()
  const inbox = await office.open('/sv/office/inbox')
  match(inbox.text, /200 frågor från/)
  const address = inbox.link('200 frågor från')
  const wave = await office.open(address)
  ok(!wave.text.includes('Finns det hiss?'))
  const { text } = await closeAll(office, address, wave)
  match(text, /200 saker är undanlagda/)
  const left = (await office.open('/sv/office/inbox')).text
  ok(left.includes('Finns det hiss?') && !left.includes('Köp nu') && !left.includes('200 frågor'))
})

test('what is sent to a form that takes no file is kept nowhere, and 30 MB are turned away with words', async () => {
  const visitor = await world.visitor()
  for (const path of ['/sv/contact', '/sv/partners/pledge']) {
    const body = new FormData()
    body.set('words', 'Hej')
    body.set('file', new File(['<svg onload="alert(1)"/>'], 'bild.svg', { type: 'image/svg+xml' }))
    equal((await visitor.sendFiles(path, body)).status, 422, path)
    body.set('file', new File([Buffer.alloc(30 * 1024 * 1024, 'a')], 'stor.pdf'))
    const large = await visitor.sendFiles(path, body)
    equal(large.status, 413, path)
    match(large.text, /för mycket|för stor/i)
  }
  const { length } = await world.database.as<AllTables>().selectFrom('stored_file').select('id').execute()
  equal(length, 0)
})
