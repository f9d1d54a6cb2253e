import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { addItem, addSpeaker, itemsOf, setSpeakers, speakersOf, speakingIn } from '../agenda/agenda.sql.ts'
import type { Copier } from './copiers.ts'

/** The programme as it was. Whether somebody may be named is asked anew: they said yes for another day. */
export const copyAgenda: Copier = async (tx, { from, to, now }) => {
  const speakers = await speakersOf(tx, from)
  const items = await itemsOf(tx, from)
  const speaking = await speakingIn(tx, from)
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
