import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { aMember } from '../../../../test/cast.ts'
import { coordinatorOf, lastMailTo } from '../../../../test/people-cast.ts'
import { aSeat } from '../../../../test/steering-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../../test/world.ts'
import { forgetMembers } from './forget-members.ts'

let world: World
let bo: Visitor
let mia: Visitor
let guest: Visitor
let organiser: Visitor

before(async () => {
  world = await freshWorld()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  mia = await world.visitor(await coordinatorOf(world.database, 'civil-society', 'Mia'))
  organiser = await world.visitor((await aMember(world.database, 'Olle')).id)
  guest = await world.visitor()
})
after(() => world.close())

const term = {
  ...{
    person_name: 'Asta Norrdyn',
    email: 'asta@example.org',
    language: 'sv',
    kind: 'member',
    how: 'decision',
  },
  ...{ starts_on: '2026-11-23', ends_on: '2028-11-22', 'decision_body.sv': 'Nämnden' },
  ...{ decided_on: '2026-11-20', paragraph: '§ 7', case_number: 'STK-2026-9' },
}

const fill = async (who: Visitor, seat: string, given: Record<string, string> = {}) =>
  who.send(`${seat}/fill`, { id: crypto.randomUUID(), ...term, ...given })

test('a seat is vacant for everybody to see, filled by its own side, and named by whoever sits there', async () => {
  const seat = await aSeat(bo, 'Nämnderna', { is_elected: 'yes' })
  match((await guest.open('/sv/steering-group')).text, /Malmö stad: Nämnderna\s*Vakant/)
  const half = await fill(bo, seat, { case_number: '' })
  equal(half.status, 422)
  match(half.text, /diarienumret/)
  equal(half.root.querySelector('input[name=person_name]')?.getAttribute('value'), 'Asta Norrdyn')
  equal((await fill(bo, seat, { political_party: 'X' })).status, 200)
  const shown = await guest.open('/sv/steering-group')
  match(shown.text, /Ledamot \(X\).*Nämnden, 20 nov\. 2026, § 7 \(dnr STK-2026-9\)/)
  ok(!shown.text.includes('Asta'), 'no name without consent')
  ok(!(await mia.open('/sv/office/steering-group')).text.includes('Asta'), 'nor for the other side')
  match((await bo.open('/sv/office/steering-group')).text, /Asta Norrdyn.*namnet visas inte/)

  const mail = await lastMailTo(world, 'asta@example.org')
  const own = await guest.open(mail.link)
  match((await guest.press(own, 'Visa mitt namn')).text, /Ditt namn visas på styrgruppens sida/)
  match((await guest.open('/sv/steering-group')).text, /Asta Norrdyn \(X\)/)
  await guest.press(await guest.open(mail.link), 'Visa inte mitt namn')
  ok(!(await guest.open('/sv/steering-group')).text.includes('Asta'))
  equal((await guest.open('/sv/steering-group/mine/nothing')).status, 404)
})

test('the other side, an organiser and nobody at all can neither change, fill nor leave a seat', async () => {
  const seat = await aSeat(mia, 'Hälsa')
  const id = crypto.randomUUID()
  const tries = [
    ['fill', { id, ...term }],
    ['fill', {}],
    ['leave', { term: id, left_on: '2026-12-01' }],
    ['edit', { 'category.sv': 'Bo' }],
    ['edit', { ends: 'yes' }],
  ] as const
  for (const [what, fields] of tries) {
    const refused = await bo.send(`${seat}/${what}`, fields)
    equal(refused.status, 409, what)
    match(refused.text, /Varje part bestämmer om sina egna platser/)
    const theirs = await bo.open(`${seat}/${what}`)
    deepEqual([theirs.status, theirs.root.querySelectorAll('main form').length], [409, 0], what)
    match(theirs.text, /Varje part bestämmer om sina egna platser/)
    equal((await mia.open(`${seat}/${what}`)).status, 200, what)
    for (const who of [organiser, guest]) equal((await who.send(`${seat}/${what}`, fields)).status, 404)
  }
  match((await guest.open('/sv/steering-group')).text, /Hälsa\s*Vakant/)
})

test('whoever leaves early leaves a vacant seat, whose rest is filled by the same side; history stays', async () => {
  const seat = await aSeat(mia, 'Kultur')
  const email = 'per@example.org'
  await fill(mia, seat, { person_name: 'Per Norrdyn', email })
  equal((await fill(mia, seat)).status, 409, 'nobody sits there twice')
  const early = await fill(mia, seat, { how: 'appointment', 'because.sv': 'Så blev det' })
  match(early.text, /Någon sitter redan på platsen/)
  const page = await guest.open((await lastMailTo(world, email)).link)
  await guest.press(page, 'Visa mitt namn')
  world.clock.now = plus(firstNoon, { days: 100 })
  const leave = await mia.open(`${seat}/leave`)
  await mia.press(leave, 'Skriv in att hen avgår', { left_on: '2027-03-02', 'because.sv': 'Flyttar' })
  world.clock.now = plus(firstNoon, { days: 101 })
  const after = await guest.open('/sv/steering-group')
  match(after.text, /Kultur\s*Vakant/)
  match(after.text, /har suttit i gruppen.*Kultur\s*Per Norrdyn\s*23 nov\. 2026 – 2 mars 2027Flyttar/)
  const rest = { how: 'appointment', starts_on: '2027-03-04', ends_on: '2028-11-22' }
  equal((await fill(mia, seat, { ...rest, ends_on: '2028-12-22', 'because.sv': 'Byte' })).status, 409)
  equal((await fill(mia, seat, { ...rest, email: 'eva@example.org', 'because.sv': 'Byte' })).status, 200)
  match((await guest.open('/sv/steering-group')).text, /Utsedd för resten av mandattiden\. Byte/)

  world.clock.now = plus(firstNoon, { days: 900 })
  await forgetMembers(world.database.as(), world.clock.now)
  const old = await guest.open('/sv/steering-group')
  match(old.text, /Per Norrdyn/, 'who agreed to it stays in the history')
  const rows = await world.database
    .as<{ seat_term: { email: string | null; person_name: string | null } }>()
    .selectFrom('seat_term')
    .select(['email', 'person_name'])
    .execute()
  equal(rows.filter((one) => one.email !== null).length, 0)
  equal(rows.filter((one) => one.person_name !== null).length, 1)
  world.clock.now = firstNoon
})

test('a seat goes when nobody sits there, and a form that is sent twice makes one', async () => {
  const seat = await aSeat(mia, 'Idrott')
  const id = crypto.randomUUID()
  for (const time of [1, 2]) {
    const sent = await mia.send(`${seat}/fill`, { ...term, id, person_name: 'Ulf', email: 'ulf@example.org' })
    equal(sent.status, 200, String(time))
  }
  match((await mia.send(`${seat}/edit`, { ends: 'yes' })).text, /Någon sitter redan/)
  const other = await aSeat(mia, 'Utbildning')
  equal((await mia.send(`${other}/edit`, { ends: 'yes' })).status, 200)
  ok(!(await guest.open('/sv/steering-group')).text.includes('Utbildning'))
  equal((await fill(mia, other, { email: 'a@example.org' })).status, 409)
})
