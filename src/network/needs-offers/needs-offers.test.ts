import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import type { AllTables } from '../../tables.ts'
import { anOrganisation } from '../../../test/cast.ts'
import { lettersAt } from '../../../test/letters.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { organisationMerging } from '../../organisation-pointers.ts'
import { mergeOrganisations } from '../organisations/merge-organisations.ts'
import { followNeedsOffers, forgetAskedFor } from './by-the-clock.ts'
import { entriesWithIds } from './entries.sql.ts'

let world: World
let office: Visitor

before(async () => {
  world = await freshWorld()
  office = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
})
after(() => world.close())

const db = () => world.database.as<AllTables>()

async function organisation(name: string): Promise<string> {
  const id = await anOrganisation(world.database, name)
  const contact_email = `${name.toLowerCase()}@example.org`
  await db().updateTable('organisation').set({ contact_email }).where('id', '=', id).execute()
  return contact_email
}

const fields = (given: Record<string, string>) => ({
  ...{ id: newId(), kind: 'premises', 'words.sv': 'Lokal för läxhjälp', place: 'Rosengård' },
  ...{ from: '2026-12-01', until: '2027-03-01', ask_for: 'Fråga i luckan' },
  ...given,
})

const write = (given: Record<string, string>) => office.send('/sv/network/needs/mine/new', fields(given))

/** The page behind the newest link to an address. */
const ownPath = async (email: string): Promise<string> =>
  /(\/\w\w\/network\/needs\/by-link\/\w+)/.exec((await lastMailTo(world, email)).text_body)?.[1] ?? ''

async function aPair(one: string, other: string) {
  const [needs, offers] = [await organisation(one), await organisation(other)]
  await write({ organisation: one, side: 'need', place: one })
  await write({ organisation: other, side: 'offer', place: one })
  const found = await db()
    .selectFrom('need_match')
    .innerJoin('need_offer', 'need_offer.id', 'need_id')
    .selectAll('need_match')
    .where('place', '=', one)
    .executeTakeFirstOrThrow()
  return { needs, offers, id: found.id, need: found.need_id, offer: found.offer_id }
}

async function answer(email: string, id: string, said: 'yes' | 'no') {
  const guest = await world.visitor()
  const path = `${await ownPath(email)}/suggestions/${id}`
  const page = await guest.open(path)
  return guest.press(page, said === 'yes' ? 'Ja, vi vill ha kontakt' : 'Nej, inte det här')
}

const mailsAbout = async (words: string) =>
  (await world.mails()).filter(({ subject }) => subject.includes(words)).map(({ to_address }) => to_address)

test('a need and an offer meet: one yes is not enough, with two both are introduced with both contacts', async () => {
  const { needs, offers, id } = await aPair('Asken', 'Boken')
  equal((await answer(needs, id, 'yes')).status, 200)
  deepEqual(await mailsAbout('fått kontakt'), [])
  await answer(offers, id, 'yes')
  deepEqual((await mailsAbout('fått kontakt')).sort(), [needs, offers])
  const letter = await lastMailTo(world, needs)
  match(letter.text_body, /boken@example/)
  match(letter.text_body, /Fråga i luckan/)
  const guest = await world.visitor()
  const page = await guest.open(`${await ownPath(needs)}/suggestions/${id}`)
  await guest.press(page, 'Berätta', { kind: 'happened', words: 'Det blev läxhjälp' })
  const seen = await guest.open(`${await ownPath(offers)}/suggestions/${id}`)
  match(seen.text, /Det blev läxhjälp/)
})

test('a no reaches nobody: the page of whoever said yes is the same as before', async () => {
  const { needs, offers, id } = await aPair('Cedern', 'Druvan')
  await answer(needs, id, 'yes')
  const guest = await world.visitor()
  const path = `${await ownPath(needs)}/suggestions/${id}`
  const before = (await guest.open(path)).text
  const [list, listed] = [await ownPath(needs), (await guest.open(await ownPath(needs))).text]
  const mails = (await world.mails()).length
  await answer(offers, id, 'no')
  equal((await guest.open(path)).text, before)
  equal((await guest.open(list)).text, listed)
  equal((await world.mails()).length, mails)
  const records = await db().selectFrom('record').select('what').where('about', '=', id).execute()
  deepEqual(records, [])
})

test('whoever said yes is asked anew when the words change, and a stale yes is refused', async () => {
  const { needs, offers, id, offer } = await aPair('Enen', 'Furan')
  const guest = await world.visitor()
  const page = await guest.open(`${await ownPath(needs)}/suggestions/${id}`)
  await answer(needs, id, 'yes')
  const row = await db()
    .selectFrom('need_offer')
    .selectAll()
    .where('id', '=', offer)
    .executeTakeFirstOrThrow()
  world.clock.now = plus(world.clock.now, { minutes: 1 })
  const changed = fields({
    ...{ do: 'change', organisation: row.organisation_id, side: 'offer', seen: row.changed_at },
    ...{ place: 'Enen', 'words.sv': 'Källarlokal för läxhjälp' },
  })
  await office.send(`/sv/network/needs/mine/entries/${offer}`, changed)
  const again = await office.send(`/sv/network/needs/mine/entries/${offer}`, changed)
  equal(again.status, 409)
  const stale = await guest.press(page, 'Ja, vi vill ha kontakt')
  equal(stale.status, 409)
  await answer(offers, id, 'yes')
  const after = await db().selectFrom('need_match').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  deepEqual([after.need_said, after.offer_said, after.introduced_at], [null, 'yes', null])
})

test('only who acts for one of the sides sees a suggestion, and the office cannot answer for them', async () => {
  const { id } = await aPair('Granen', 'Hasseln')
  const stranger = await organisation('Idegranen')
  await write({ organisation: 'Idegranen', side: 'need', kind: 'money', 'words.sv': 'Pengar' })
  const guest = await world.visitor()
  equal((await guest.open(`${await ownPath(stranger)}/suggestions/${id}`)).status, 404)
  equal((await office.open(`/sv/network/needs/mine/suggestions/${id}`)).status, 404)
  equal((await office.send(`/sv/network/needs/mine/suggestions/${id}`, { do: 'yes' })).status, 404)
  const waiting = await office.open('/sv/office/needs-offers')
  match(waiting.text, /Granen/)
})

test('mistakes keep the words: contact data, days, an unknown organisation, none of its own address', async () => {
  await organisation('Jolstern')
  await anOrganisation(world.database, 'Kornellen')
  const form = { organisation: 'Jolstern', side: 'need' }
  const withNumber = await write({ ...form, 'words.sv': 'Ring 070-123 45 67' })
  equal(withNumber.status, 422)
  match(withNumber.text, /Fråga efter/)
  equal((await write({ ...form, until: '2026-11-30' })).status, 422)
  equal((await write({ ...form, organisation: 'Ingen alls' })).status, 422)
  equal((await write({ ...form, organisation: 'Kornellen' })).status, 409)
})

test('what has passed asks once whether it is still so, and ends without an answer', async () => {
  await organisation('Linden')
  world.clock.now = '2026-11-25T11:00:00.000Z'
  await write({ organisation: 'Linden', side: 'need', kind: 'contacts', until: '2026-12-24' })
  const letters = () => lettersAt(world.clock.now)
  world.clock.now = '2026-12-25T08:00:00.000Z'
  await followNeedsOffers(world.database.as(), letters())
  await followNeedsOffers(world.database.as(), letters())
  deepEqual(await mailsAbout('Gäller det fortfarande'), ['linden@example.org'])
  world.clock.now = '2027-01-26T08:00:00.000Z'
  await followNeedsOffers(world.database.as(), letters())
  const row = await db()
    .selectFrom('need_offer')
    .selectAll()
    .where('kind', '=', 'contacts')
    .executeTakeFirstOrThrow()
  equal(row.ended_because, 'no-answer')
  deepEqual((await mailsAbout('Vad blev det')).sort(), ['asken@example.org', 'boken@example.org'])
  world.clock.now = '2027-06-01T08:00:00.000Z'
  await forgetAskedFor(world.database.as(), world.clock.now)
  const wiped = await db().selectFrom('need_offer').select('ask_for').where('id', '=', row.id).execute()
  deepEqual(wiped, [{ ask_for: null }])
})

test('what a double lists is the other’s once they are merged, and no organisation is introduced to itself', async () => {
  world.clock.now = '2026-11-24T11:00:00.000Z'
  const { needs, id, need, offer } = await aPair('Oxeln', 'Pilen')
  const rows = await entriesWithIds(db(), [need, offer])
  const from = rows.find((one) => one.id === offer)?.organisation_id ?? ''
  const into = rows.find((one) => one.id === need)?.organisation_id ?? ''
  await rejects(sql`update need_offer set organisation_id = ${into} where id = ${offer}`.execute(db()))
  const bo = await db().selectFrom('person').select('id').where('name', '=', 'Bo').executeTakeFirstOrThrow()
  const by = { id: bo.id, name: 'Bo', email: 'bo@example.org', language: 'sv' as const, party: null }
  const merged = await mergeOrganisations(
    db(),
    by,
    { fromId: from, intoId: into },
    organisationMerging,
    world.clock.now,
  )
  equal(merged, null)
  const moved = await entriesWithIds(db(), [need, offer])
  deepEqual(new Set(moved.map(({ organisation_id }) => organisation_id)), new Set([into]))
  const guest = await world.visitor()
  const page = await guest.open(`${await ownPath(needs)}/suggestions/${id}`)
  match(page.text, /inte öppet längre/)
})

test('the database refuses what the rules refuse', async () => {
  world.clock.now = '2026-11-26T11:00:00.000Z'
  const { id, need, offer } = await aPair('Myrten', 'Nypon')
  const set = (text: string) => sql.raw(`update need_match set ${text} where id = '${id}'`).execute(db())
  await rejects(set(`introduced_at = '2026-11-26T11:00:00.000Z'`))
  await rejects(set(`need_said = 'yes', need_said_at = suggested_at, introduced_at = suggested_at`))
  await rejects(set(`need_id = offer_id`))
  await rejects(set(`need_said = 'perhaps'`))
  await rejects(
    sql`insert into need_match_step (match_id, number, kind, side, at)
      values (${id}, 1, 'met', 'need', ${world.clock.now})`.execute(db()),
  )
  await set(
    `need_said = 'yes', offer_said = 'yes', need_said_at = suggested_at, offer_said_at = suggested_at,
     introduced_at = suggested_at`,
  )
  await rejects(set(`introduced_at = null`))
  await rejects(set(`need_said = 'no'`))
  await rejects(
    sql`insert into need_match (id, need_id, offer_id, points, suggested_at)
      values ('x', ${offer}, ${need}, 70, ${world.clock.now})`.execute(db()),
  )
  await rejects(sql`update need_offer set side = 'offer' where id = ${need}`.execute(db()))
  await rejects(
    sql`update need_offer set ended_at = changed_at, ended_because = 'taken-down' where id = ${need}`.execute(
      db(),
    ),
  )
})
