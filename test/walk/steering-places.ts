import { json } from '#platform/db.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'
import { type Row, rowOf } from './row-of.ts'

/** A seat of the city, an open call, and links of a member, of whoever nominates and of whoever is nominated. */
export async function steeringPlaces(world: World): Promise<Row> {
  const db = world.database.as<AllTables>()
  const seat = await rowOf(world, 'select seat_id as id from seat_term where political_party is not null')
  const call = await rowOf(world, 'select id from nomination_call where elected_at is null')
  const waiting = await rowOf(
    world,
    'select id from nomination where consented_at is null and wiped_at is null',
  )
  const term = await rowOf(world, 'select id from seat_term where email is not null')
  const [nominator, nominee, member] = [newToken(), newToken(), newToken()]
  const links = { token_hash: hashOf(nominator), nominee_token_hash: hashOf(nominee) }
  await db
    .updateTable('nomination')
    .set(links)
    .where('id', '=', waiting['id'] ?? '')
    .execute()
  const link = { token_hash: hashOf(member), term_id: term['id'] ?? '', created_at: world.clock.now }
  await db.insertInto('member_link').values(link).execute()
  const meeting = await aSentMeeting(world, term['id'] ?? '')
  return {
    ...meeting,
    '/seats/:seat': `/seats/${seat['id']}`,
    '/calls/:call': `/calls/${call['id']}`,
    '/steering-group/nominations/:call': `/steering-group/nominations/${call['id']}`,
    '/nominations/:token': `/nominations/${nominator}`,
    '/nominated/:token': `/nominated/${nominee}`,
    '/steering-group/mine/:token': `/steering-group/mine/${member}`,
  }
}

/** A meeting that was held, whose minutes are with the members, with an item to weigh and a correction to answer. */
async function aSentMeeting(world: World, termId: string): Promise<Row> {
  const db = world.database.as<AllTables>()
  const now = world.clock.now
  const by = await rowOf(
    world,
    'select person_id, party_id, since from coordinator where until is null order by since',
  )
  const [id, item, correction] = [newId(), newId(), newId()]
  const [starts, sent] = [plus(now, { days: -2 }), plus(now, { days: -1 })]
  await db
    .insertInto('steering_meeting')
    .values({
      ...{ id, party_id: by['party_id'] ?? '', starts_at: starts, ends_at: plus(starts, { hours: 1 }) },
      ...{ place: null, cancelled_at: null, cancel_reason: '{}', changed_by: by['person_id'] ?? '' },
      ...{ created_at: starts, changed_at: starts, state: 'draft', said: json({ sv: 'Ord' }) },
      ...{ said_changed_at: starts, sent_at: null, sent_to: null, corrections_until: null },
      ...{ approved_at: null, published_at: null },
    })
    .execute()
  const about = { about_kind: 'focus-year', about_id: '2027', created_at: starts } as const
  await db
    .insertInto('steering_item')
    .values({ id: item, meeting_id: id, position: 1, title: json({ sv: 'Fokus' }), ...about })
    .execute()
  const sending = {
    state: 'sent',
    sent_at: sent,
    sent_to: 1,
    corrections_until: plus(now, { days: 5 }),
  } as const
  await db.updateTable('steering_meeting').set(sending).where('id', '=', id).execute()
  const words = { meeting_id: id, term_id: termId, words: 'Fel dag', at: now }
  const unanswered = { answer: null, because: null, answered_by: null, answered_at: null }
  await db
    .insertInto('steering_correction')
    .values({ id: correction, ...words, ...unanswered })
    .execute()
  return {
    '/meetings/:meeting/items/:item': `/meetings/${id}/items/${item}`,
    '/meetings/:meeting/corrections/:correction': `/meetings/${id}/corrections/${correction}`,
    '/meetings/:meeting': `/meetings/${id}`,
  }
}
