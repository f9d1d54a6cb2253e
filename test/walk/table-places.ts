import { newId } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import { aLinkedTable } from '../note-cast.ts'
import type { World } from '../world.ts'
import { type Row, rowOf } from './row-of.ts'

const numberOfNone = 97

/** A table with a link, a card and a photo: at an open event, where it writes; and at the organiser's, who reads. */
export async function tablePlaces(world: World, open: Row, asked: Row, by: string): Promise<Row> {
  const mine = await aTableWithNotes(world, open['id'] ?? '', by)
  const theirs = await aTableWithNotes(world, asked['event_id'] ?? '', by)
  const office = `/office/events/${asked['event_id']}/table-notes`
  return {
    '/office/events/:id/table-notes/photos/:photo': `${office}/photos/${theirs.photo}`,
    '/office/events/:id/table-notes/cards/:card': `${office}/cards/${theirs.card}`,
    '/table/:token/photos/:photo': `/table/${mine.token}/photos/${mine.photo}`,
    '/table/:token': `/table/${mine.token}`,
  }
}

async function aTableWithNotes(world: World, eventId: string, by: string) {
  const db = world.database.as<AllTables>()
  const { table, link, token } = await aLinkedTable(world.database, eventId, { number: numberOfNone, by })
  const { now } = world.clock
  const [card, photo] = [newId(), newId()]
  const at = { event_id: eventId, table_id: table, round: 1, created_at: now }
  await db
    .insertInto('note_card')
    .values({ ...at, id: card, kind: 'insight', words: 'Bänkar saknas.', language: 'sv', changed_at: now })
    .execute()
  const file = await rowOf(world, 'select id from stored_file')
  const picture = {
    id: photo,
    file_id: file['id'] ?? '',
    width: 4,
    height: 3,
    alt: 'Ett papper',
    by_link: link,
  }
  await db
    .insertInto('note_photo')
    .values({ ...at, ...picture })
    .execute()
  return { token, card, photo }
}
