import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { cardWithId, changeCard, lastArrival } from './cards.sql.ts'

export const HideForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('hide'), because: line(500, 'table-notes.mistake.because') }),
  z.object({ do: z.literal('show') }),
])
export type HideForm = z.output<typeof HideForm>

interface Change {
  eventId: string
  by: Member
  now: Instant
}

/** An organizer takes a card away that should not be shown, and says why; or puts it back. */
export function hideCard(
  db: Db,
  cardId: string,
  form: HideForm,
  { eventId, by, now }: Change,
): Promise<void> {
  return decide(db, 'event', eventId, async (tx) => {
    const known = await cardWithId(tx, cardId)
    const card = found(known?.event_id === eventId ? known : null, 'card of this event')
    const hides = form.do === 'hide'
    if (hides === (card.hidden_at !== null)) return
    await changeCard(tx, card.id, {
      ...{ hidden_at: hides ? now : null, hidden_because: hides ? form.because : null },
      ...{ removed_at: hides ? now : card.taken_away_at, changed_at: now },
      arrival: (await lastArrival(tx, eventId)) + 1,
    })
    const detail = hides ? { card: card.id, because: form.because } : { card: card.id }
    await record(tx, {
      what: hides ? 'card-hidden' : 'card-shown',
      by: by.id,
      about: eventId,
      at: now,
      detail,
    })
  })
}
