import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { freshDatabase } from '../../../test/bed.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import { aCard, forumTables } from '../../../test/harvest-cast.ts'
import { approveNote, publishNote } from '../minutes/approve-note.ts'
import { sendNote } from '../minutes/send-note.ts'
import { noteOf } from '../notes.sql.ts'
import { recommendationsOf } from '../recommendations.sql.ts'
import type { Db } from '../tables.ts'
import { writeRecommendation } from '../write-recommendation.ts'
import { nameGroup, shiftGroup, takeApart, takeOut } from './change-group.ts'
import { joinCards } from './join-cards.ts'
import { loadHarvest } from './load-harvest.ts'
import { recommendGroup } from './recommend-group.ts'

const bed = await freshDatabase()
after(() => bed.close())
const db: Db = bed.db.as()
const amina = await aMember(bed.db, 'Amina', 'civil-society')
const bo = await aMember(bed.db, 'Bo', 'city')
const startsAt = '2026-11-23T11:00:00.000Z'
const now = '2026-11-23T12:40:00.000Z'
const url = (language: string, path: string): string => `https://example.org/${language}${path}`

/** A forum whose four tables wrote a card each. */
async function aForum() {
  const event = await anEvent(bed.db, startsAt)
  const tables = await forumTables(bed.db, event, 4)
  const cards: string[] = []
  for (const [index, tableId] of tables.entries())
    cards.push(await aCard(bed.db, { eventId: event, tableId, words: `Kort ${index + 1}`, at: now }))
  return { event, cards, changing: { db, by: bo, eventId: event, now } }
}

const join = (card: string[], id = newId(), title = 'Öppna skolgårdar') =>
  ({ do: 'join', id, card, title }) as const

test('cards that are put together keep their tables, and lie loose again when the group is taken apart', async () => {
  const { event, cards, changing } = await aForum()
  const [id, chosen] = [newId(), [cards[1] ?? '', cards[3] ?? '']]
  equal(await joinCards(changing, join(chosen, id), 'sv'), null)
  equal(await joinCards(changing, join(chosen, id), 'sv'), null, 'a form that is sent twice')
  const { groups, loose } = await loadHarvest(db, event)
  deepEqual(
    groups.map((one) => [one.title, one.tables, one.kind]),
    [[{ sv: 'Öppna skolgårdar' }, [2, 4], 'proposal']],
  )
  equal(loose.length, 2)
  equal((await noteOf(db, event))?.state, 'draft', 'the minutes begin with it')
  equal(await takeApart(changing, id), null)
  equal((await loadHarvest(db, event)).loose.length, 4)
})

test('of two who put the same card away in one instant one is told, and no card is lost or in two groups', async () => {
  const { event, cards, changing } = await aForum()
  const other = { ...changing, by: amina }
  const [a = '', b = '', c = ''] = cards
  const answers = await Promise.all([
    joinCards(changing, join([a, b]), 'sv'),
    joinCards(other, join([b, c]), 'sv'),
  ])
  deepEqual(answers.map(String).toSorted(), ['cards-taken', 'null'])
  const { groups, loose } = await loadHarvest(db, event)
  equal(groups.length, 1)
  equal(groups.flatMap((one) => one.cards).length + loose.length, 4)
})

test('what is left as it is becomes a group with its own words; more is added; the last card takes the group along', async () => {
  const { event, cards, changing } = await aForum()
  const [a = '', b = '', c = ''] = cards
  equal(await joinCards(changing, { do: 'keep', card: [a, b] }, 'sv'), null)
  const [first, second] = (await loadHarvest(db, event)).groups
  deepEqual([first?.title, second?.title], [{ sv: 'Kort 1' }, { sv: 'Kort 2' }])
  const [one, two] = [first?.id ?? '', second?.id ?? '']
  equal(await joinCards(changing, { do: 'add', card: [c], group: one }, 'sv'), null)
  equal(await joinCards(changing, { do: 'add', card: [], group: one }, 'sv'), 'nothing-ticked')
  equal(await takeOut(changing, { from: two, cards: [c], to: null }), 'cards-moved')
  equal(await takeOut(changing, { from: one, cards: [c], to: two }), null)
  equal(await takeOut(changing, { from: one, cards: [a], to: two }), null)
  const left = (await loadHarvest(db, event)).groups
  deepEqual(
    left.map((group) => group.cards.map((card) => card.words)),
    [['Kort 1', 'Kort 2', 'Kort 3']],
  )
  equal(await joinCards(changing, { do: 'add', card: [cards[3] ?? ''], group: one }, 'sv'), 'group-gone')
})

test('a title is not written over unseen, and two who press the same arrow move the group once', async () => {
  const { event, cards, changing } = await aForum()
  equal(await joinCards(changing, { do: 'keep', card: cards }, 'sv'), null)
  const [first, second] = (await loadHarvest(db, event)).groups
  const id = first?.id ?? ''
  const name = { title: { sv: 'Nytt' }, kind: 'insight', seen: now } as const
  const later = { ...changing, now: plus(now, { minutes: 1 }) }
  deepEqual(
    (await Promise.all([nameGroup(later, id, name), nameGroup(later, id, name)])).map(String).toSorted(),
    ['changed-meanwhile', 'null'],
  )
  const down = { id, way: 'down', seen: first?.position ?? 0 } as const
  const pressed = await Promise.all([shiftGroup(changing, down), shiftGroup(changing, down)])
  deepEqual(pressed.map(String).toSorted(), ['null', 'order-changed'])
  const order = (await loadHarvest(db, event)).groups.map((one) => one.id)
  deepEqual(order.slice(0, 2), [second?.id, id])
})

test('a recommendation shows the group it was worded from, and that group is not taken apart', async () => {
  const { event, cards, changing } = await aForum()
  const id = newId()
  equal(await joinCards(changing, join(cards, id), 'sv'), null)
  const form = { id: newId(), text: { sv: 'Öppna dem.' }, receiverName: 'Fritidsnämnden', group: id }
  equal(await writeRecommendation(db, bo, event, form, now), null)
  const [made] = await recommendationsOf(db, event)
  equal((await loadHarvest(db, event)).groups[0]?.recommendation_id, made?.id)
  equal(await takeApart(changing, id), 'has-recommendation')
  equal(await takeOut(changing, { from: id, cards, to: null }), 'has-recommendation')
  equal(await recommendGroup(changing, id, null), null)
  equal(await takeApart(changing, id), null)
})

test('the harvest goes the way of the minutes: other groups have to be approved anew, and then stay as they are', async () => {
  const { event, cards, changing } = await aForum()
  await aSignUp(bed.db, event, { checked_in_at: startsAt })
  const id = newId()
  equal(await joinCards(changing, join(cards, id), 'sv'), null)
  const seen = now
  equal(await sendNote(db, bo, event, seen, { now, url }), null, 'groups are something to send')
  const week = plus(now, { days: 7 })
  equal(await approveNote(db, bo, event, seen, week), null)
  const name = { title: { sv: 'Annat' }, kind: 'insight', seen: now } as const
  equal(await nameGroup({ ...changing, now: week }, id, name), null)
  equal(
    await approveNote(db, bo, event, seen, week),
    'changed-meanwhile',
    'nobody approves what they have not seen',
  )
  for (const one of [bo, amina]) equal(await approveNote(db, one, event, week, week), null)
  equal(await publishNote(db, bo, event, week), null)
  equal(await takeApart(changing, id), 'approved-already')

  const run = (statement: string) => sql.raw(statement).execute(db)
  const never = /never changes/
  await rejects(run(`delete from harvest_group where id = '${id}'`), never)
  await rejects(run(`update harvest_group set position = 7 where id = '${id}'`), never)
  await rejects(run(`update harvest_group set title = '{"sv":"X"}' where id = '${id}'`), never)
  await rejects(run(`update harvest_card set words = 'X' where group_id = '${id}'`), never)
  await rejects(run(`delete from harvest_card where group_id = '${id}'`), never)
})

test('the database keeps cards to one group of their own event, and groups to recommendations of theirs', async () => {
  const [one, other] = [await aForum(), await aForum()]
  const id = newId()
  equal(await joinCards(one.changing, join(one.cards, id), 'sv'), null)
  const row = { group_id: id, words: 'X', who_could: null, added_at: now, erased_at: null }
  const insert = (card_id: string) =>
    db
      .insertInto('harvest_card')
      .values({ ...row, card_id })
      .execute()
  await rejects(insert(other.cards[0] ?? ''), /own event/)
  await rejects(insert(one.cards[0] ?? ''), /unique|duplicate/i)
  const form = { id: newId(), text: { sv: 'Nej' }, receiverName: 'Någon' }
  equal(await writeRecommendation(db, bo, other.event, form, now), null)
  const link = `update harvest_group set recommendation_id = '${form.id}' where id = '${id}'`
  await rejects(sql.raw(link).execute(db), /same event/)
  ok(
    await recommendGroup(one.changing, id, form.id).then(
      () => false,
      () => true,
    ),
  )
})
