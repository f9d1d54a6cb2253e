import { deepEqual, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { anEvent } from '../../../test/cast.ts'
import { aLinkedTable } from '../../../test/note-cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import type { ForumTables } from '../tables.ts'
import { forgetHistory } from './forget-history.ts'

let world: World
before(async () => {
  world = await freshWorld()
})
after(() => world.close())

test('the database keeps what was written, lets no link write elsewhere, and settles once', async () => {
  const db = () => world.database.as<ForumTables>()
  const by = await coordinatorOf(world.database, 'city', 'Bo')
  const event = await anEvent(world.database, firstNoon)
  const { token, link, table: at } = await aLinkedTable(world.database, event, { number: 1, by })
  const other = await aLinkedTable(world.database, event, { number: 2, by })
  const one = {
    ...{ nonce: newId(), card: newId(), base: null, was: null, settles: [], language: 'sv', device: 'A' },
    ...{ at: firstNoon, now: { round: 1, kind: 'insight', words: 'Hej.', whoCould: null, takenAway: false } },
  }
  await (await world.visitor()).sendJson(`/sv/table/${token}/edits`, { edits: [one], since: 0 })
  const raw = (query: ReturnType<typeof sql>) => query.execute(db())
  await rejects(raw(sql`update note_card_edit set words = 'x' where nonce = ${one.nonce}`), /stands/)
  const row = await db()
    .selectFrom('note_card_edit')
    .selectAll()
    .where('nonce', '=', one.nonce)
    .executeTakeFirstOrThrow()
  const again = { ...row, nonce: newId(), arrival: 99, was: null }
  const add = (given: object) =>
    db()
      .insertInto('note_card_edit')
      .values({ ...again, ...given })
      .execute()
  await rejects(add({ by_link: other.link }), /no such table/)
  await rejects(add({ by_link: null }))
  await rejects(add({ arrival: row.arrival }))
  await db()
    .updateTable('table_link')
    .set({ ended_at: firstNoon, token: null })
    .where('id', '=', link)
    .execute()
  await rejects(add({}), /no such table/)
  await add({ outcome: 'held' })
  const beside = {
    nonce: again.nonce,
    event_id: event,
    card_id: one.card,
    why: 'held',
    since: firstNoon,
  } as const
  await db()
    .insertInto('note_beside')
    .values({ ...beside, settled_at: firstNoon })
    .execute()
  await rejects(raw(sql`update note_beside set settled_at = null where nonce = ${again.nonce}`), /settled/)
  await rejects(raw(sql`update note_card set hidden_at = ${firstNoon} where id = ${one.card}`))
  const second = {
    id: newId(),
    event_id: event,
    table_id: at,
    token: null,
    made_by: by,
    created_at: firstNoon,
  }
  await db()
    .insertInto('table_link')
    .values({ ...second, token_hash: newId(), ended_at: null })
    .execute()
  await rejects(
    db()
      .insertInto('table_link')
      .values({ ...second, id: newId(), token_hash: newId(), ended_at: null })
      .execute(),
  )
})

test('what was written before goes a year after the event, and a link is kept as a hash alone', async () => {
  const db = world.database.as<ForumTables>()
  const by = await coordinatorOf(world.database, 'civil-society', 'Amina')
  const event = await anEvent(world.database, firstNoon)
  const { token, link } = await aLinkedTable(world.database, event, { number: 1, by })
  const now = { round: 1, kind: 'insight', words: 'Bort.', whoCould: null, takenAway: true }
  const edit = {
    nonce: newId(),
    card: newId(),
    base: null,
    was: null,
    settles: [],
    language: 'sv',
    device: 'A',
  }
  const visitor = await world.visitor()
  await visitor.sendJson(`/sv/table/${token}/edits`, { edits: [{ ...edit, at: firstNoon, now }], since: 0 })
  const left = async (days: number) => {
    await forgetHistory(world.database.as(), plus(firstNoon, { days }))
    const edits = await db.selectFrom('note_card_edit').select('nonce').where('by_link', '=', link).execute()
    const card = await db
      .selectFrom('note_card')
      .select('words')
      .where('id', '=', edit.card)
      .executeTakeFirst()
    const kept = await db.selectFrom('table_link').select('token').where('id', '=', link).executeTakeFirst()
    return [edits.length, card?.words, kept?.token === null]
  }
  deepEqual(await left(1), [1, 'Bort.', false])
  deepEqual(await left(364), [1, 'Bort.', true])
  deepEqual(await left(366), [0, '–', true])
})
