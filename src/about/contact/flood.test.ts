import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
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

test('of 200 sendings in a minute few are taken in, none reaches the office, and its list is as quick as before', async () => {
  const statuses: number[] = []
  for (let number = 0; number < 200; number += 1) statuses.push(await send(number))
  equal(statuses.filter((status) => status === 429).length, 140, 'sixty in ten minutes are taken in')
  ok(!(await office.open('/sv/office/inbox')).text.includes('Köp nu'), 'nobody has confirmed an address')
  equal((await world.mails()).length, 60)
})

test('when they do confirm, two presses put them aside, and nothing else', async () => {
  const db = world.database.as<AllTables>()
  const due = { confirmed_at: world.clock.now, answer_due_on: '2026-12-01' }
  await db.updateTable('contact_question').set(due).where('confirmed_at', 'is', null).execute()
  for (let presses = 0; presses < 2; presses += 1) {
    const page = await office.open('/sv/office/inbox')
    const shown = page.root
      .querySelectorAll('input[name="shown"]')
      .map((one) => one.getAttribute('value') ?? '')
    equal(
      (await office.send('/sv/office/inbox', { do: 'close', reason: 'program', all: 'yes', shown })).status,
      200,
    )
  }
  match((await office.open('/sv/office/inbox')).text, /Inget väntar här/)
  match((await office.open('/sv/office/inbox/closed')).text, /50 saker/)
})
