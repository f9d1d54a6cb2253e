import { newId } from '#platform/ids.ts'
import { json } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import { addItem, addSpeaker, itemsOf, setSpeakers, speakersOf, speakingIn } from '../agenda/agenda.sql.ts'
import { addOrganiser, organisersOf } from '../office-events.sql.ts'
import type { MeetingWrites } from '../tables.ts'

interface Copied {
  from: string
  to: string
  now: Instant
}

/** Brings something of one event to another. */
type Copier = (tx: MeetingWrites, copied: Copied) => Promise<unknown>

async function copyOrganisers(tx: MeetingWrites, { from, to }: Copied) {
  for (const { id } of await organisersOf(tx, from)) await addOrganiser(tx, to, id)
}

/** How many seats are kept for whom; not who has taken them. */
async function copyKeptSeats(tx: MeetingWrites, { from, to }: Copied) {
  const sectors = await tx
    .selectFrom('event_sector')
    .select(['capacity', 'kept'])
    .where('event_id', '=', from)
    .where('kept', '>', 0)
    .execute()
  const rows = sectors.map((one) => ({ event_id: to, ...one }))
  if (rows.length > 0) await tx.insertInto('event_sector').values(rows).execute()
}

/** The programme as it was. Whether somebody may be named is asked anew: they said yes for another day. */
async function copyAgenda(tx: MeetingWrites, { from, to, now }: Copied) {
  const [speakers, items, speaking] = [
    await speakersOf(tx, from),
    await itemsOf(tx, from),
    await speakingIn(tx, from),
  ]
  const ids = new Map([...speakers, ...items].map((one) => [one.id, newId()]))
  const idOf = (id: string): string => ids.get(id) ?? ''
  for (const { id, name, organisation, role, email } of speakers) {
    const row = { name, organisation, role, email, consented_at: null }
    await addSpeaker(tx, { id: idOf(id), event_id: to, created_at: now, ...row })
  }
  for (const { id, position, kind, title, minutes, pinned_to } of items) {
    const row = { position, kind, title: json(title), minutes, pinned_to }
    await addItem(tx, { id: idOf(id), event_id: to, created_at: now, ...row })
    const theirs = speaking.filter((one) => one.item_id === id).map((one) => idOf(one.speaker_id))
    await setSpeakers(tx, idOf(id), theirs)
  }
}

/** Everything that goes along when an event is copied, beside the event's own row. What is new is added here. */
export const copiers: readonly Copier[] = [copyOrganisers, copyKeptSeats, copyAgenda]
