import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { plus } from '#platform/time.ts'
import type { AllTables } from '../../tables.ts'
import { lettersAt } from '../../../test/letters.ts'
import { anEntry, aSuggestion } from '../../../test/need-offer-cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { followNeedsOffers, forgetAskedFor } from './by-the-clock.ts'
import { entryWithId } from './entries.sql.ts'
import { suggestionsMax } from './meet.rules.ts'
import { setAnswer } from './matches.sql.ts'
import { entriesWithRoomAgain } from './room-again.sql.ts'
import { suggestFor } from './suggest.ts'
import { needsOfNetworkWaiting } from './waiting.sql.ts'

let world: World
let office: Visitor

before(async () => {
  world = await freshWorld()
  office = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
})
after(() => world.close())

const db = () => world.database.as<AllTables>()

const waiting = async (id: string) =>
  (await needsOfNetworkWaiting(db()).execute()).some((one) => one.id === id)

const inbox = async () => (await office.open('/sv/office/inbox?kind=need')).text

test('a need waits for the office when nobody is suggested, or somebody said no; an offer never does', async () => {
  const at = world.clock.now
  const alone = await anEntry(world.database, 'need', at, { words: { sv: 'Ensamt behov' } })
  const offer = await anEntry(world.database, 'offer', at, { kind: 'money' })
  const { id, need } = await aSuggestion(world.database, at)
  deepEqual([await waiting(alone.id), await waiting(offer.id), await waiting(need.id)], [true, false, false])
  await setAnswer(db(), id, 'offer', { said: 'no', at, by: null })
  ok(await waiting(need.id), 'whoever was suggested would not')
  match(await inbox(), /Ensamt behov/)
})

test('once the office has written whom it asked the need waits no more, and the words go after the end', async () => {
  const at = world.clock.now
  const { id } = await anEntry(world.database, 'need', at, { words: { en: 'A hall for dancing' } })
  const path = `/sv/office/needs-offers/${id}`
  match(await inbox(), /A hall for dancing/)
  const page = await office.open('/sv/office/inbox?kind=need')
  ok(page.html.includes(`href="${path}"`))
  equal((await office.send(path, { do: 'look-around', looked: '' })).status, 422)
  equal((await office.send(path, { do: 'look-around', looked: 'Frågade Folkets park' })).status, 200)
  match((await office.open(path)).text, /Frågade Folkets park/)
  ok(!(await inbox()).includes('A hall for dancing'))
  const stranger = await world.visitor()
  ok(!(await stranger.open(`/sv/network/needs/${id}`)).text.includes('Folkets park'))

  const write = (change: string) => sql.raw(`${change} where need_id = '${id}'`).execute(db())
  await rejects(write(`update need_offer_search set words = 'annat'`))
  await rejects(write(`update need_offer_search set number = 2`))
  const by = await db().selectFrom('need_offer_search').select('by_person').executeTakeFirstOrThrow()
  const add = (row: { need: string; number: number; words: string | null }) =>
    sql`insert into need_offer_search (need_id, number, words, at, by_person)
      values (${row.need}, ${row.number}, ${row.words}, ${at}, ${by.by_person})`.execute(db())
  await rejects(add({ need: id, number: 3, words: 'hoppar över' }))
  await rejects(add({ need: id, number: 2, words: null }))
  const offer = await anEntry(world.database, 'offer', at, { kind: 'money' })
  await rejects(add({ need: offer.id, number: 1, words: 'till ett erbjudande' }))

  const ended = { ended_at: at, ended_because: 'met' } as const
  await db().updateTable('need_offer').set(ended).where('id', '=', id).execute()
  equal((await office.send(path, { do: 'look-around', looked: 'En till' })).status, 409)
  await rejects(add({ need: id, number: 2, words: 'efter slutet' }))
  await forgetAskedFor(world.database.as(), '2027-03-01T02:00:00.000Z')
  deepEqual(await db().selectFrom('need_offer_search').select('words').execute(), [{ words: null }])
  match((await office.open(path)).text, /Orden är raderade/)
})

test('"who should we ask?" finds whoever offers it before whoever needs it too, and says so', async () => {
  const at = world.clock.now
  await anEntry(world.database, 'need', at, { words: { sv: 'Vävstol sökes' } })
  await anEntry(world.database, 'offer', at, {
    words: { sv: 'Vävstolar för dem att låna ut' },
    kind: 'contacts',
  })
  const guest = await world.visitor()
  const { text } = await guest.open('/sv/network/ask?q=v%C3%A4vstol')
  const small = await guest.open('/sv/network/ask?q=en+v%C3%A4vstol+f%C3%B6r+oss+the+la')
  equal(small.text.includes('Kan ge: Vävstolar'), true)
  for (const word of [
    'sv/network/ask?q=kontakter',
    'en/network/ask?q=contact',
    'es/network/needs?q=contactos',
  ])
    ok((await guest.open(`/${word}`)).text.includes('Vävstolar'), word)
  ok(
    !(await guest.open('/sv/network/ask?q=f%C3%B6r')).text.includes('Vävstolar'),
    'a small word says nothing',
  )
  match(text, /Kan ge: Vävstolar för dem att låna ut[\s\S]*Behöver: Vävstol sökes/)
})

test('the morning suggests again where there is room again, and looks at nothing else', async () => {
  const at = world.clock.now
  const own = { place: 'Videdal', kind: 'contacts' } as const
  for (let one = 0; one <= suggestionsMax; one += 1) await anEntry(world.database, 'offer', at, own)
  const need = await anEntry(world.database, 'need', at, own)
  const suggested = () =>
    db().selectFrom('need_match').select('id').where('need_id', '=', need.id).orderBy('id').execute()
  await decide(db(), 'need_offer', need.id, async (tx) => {
    await suggestFor(tx, found(await entryWithId(tx, need.id), 'entry'), at)
  })
  equal((await suggested()).length, suggestionsMax)
  const letters = (hours: number) => lettersAt(plus(at, { hours }))
  await followNeedsOffers(world.database.as(), letters(1))
  equal((await suggested()).length, suggestionsMax)
  const [first] = await suggested()
  await setAnswer(db(), first?.id ?? '', 'offer', { said: 'no', at, by: null })
  await followNeedsOffers(world.database.as(), letters(24))
  equal((await suggested()).length, suggestionsMax + 1)
  const today = { since: plus(at, { days: 8 }), sinceDay: '2026-12-01', today: '2026-12-08' }
  deepEqual(await entriesWithRoomAgain(db(), today), [], 'a week later it is nothing new')
})
