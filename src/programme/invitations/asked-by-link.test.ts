import { deepEqual, equal, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent } from '../../../test/cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'

let world: World
before(async () => {
  world = await freshWorld()
})
after(() => world.close())

test('a question that nobody may leave open is asked before somebody comes; others wait for the own page', async () => {
  const db: Db = world.database.as()
  const event = await anEvent(world.database, plus(firstNoon, { days: 20 }))
  const klara = await aMember(world.database, 'Klara')
  await db.insertInto('event_organiser').values({ event_id: event, person_id: klara.id }).execute()
  const [office, guest] = [await world.visitor(klara.id), await world.visitor()]
  const at = `/sv/office/events/${event}`
  const ask = (label: string, more: Record<string, string>) =>
    office.send(`${at}/questions/new`, {
      ...{
        id: newId(),
        'label.sv': label,
        kind: 'text',
        asked_of: 'person',
        asked_at: 'sign-up',
        keep: '30',
      },
      ...more,
    })
  const form = {
    people: 'Amina Yusuf amina@example.org',
    capacity: 'elected',
    people_max: '1',
    language: 'sv',
  }
  await office.send(`${at}/invitations/new`, form)
  await office.send(`${at}/invitations/send`, {})
  const { link } = await lastMailTo(world, 'amina@example.org')
  const comes = () => db.selectFrom('sign_up').select('state').where('event_id', '=', event).execute()

  equal((await ask('Vad vill du lära dig?', {})).status, 200)
  deepEqual((await guest.open(link)).root.querySelectorAll('main textarea'), [])
  equal((await ask('Vilket bord?', { required: 'yes' })).status, 200)
  const silent = await guest.press(await guest.open(link), 'Jag kommer')
  equal(silent.status, 422)
  deepEqual(await comes(), [])
  const field = silent.root.querySelectorAll('main textarea')[1]?.getAttribute('name') ?? ''
  match((await guest.press(silent, 'Jag kommer', { [field]: 'Bord 3' })).text, /Du kommer\. Välkommen!/)
  deepEqual(await comes(), [{ state: 'seat' }])
  match((await office.open(`${at}/answers`)).text, /Bord 3/)
  const no = await guest.press(await guest.open(link), 'Jag kan inte komma')
  equal(no.status, 200, 'nothing has to be answered to say no')
})
