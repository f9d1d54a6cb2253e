import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { settleBeside } from './cards.sql.ts'
import { keepEdit } from './keep-edits.ts'
import { heldOfEvent } from './office.sql.ts'

export const HeldForm = z.object({ do: z.enum(['take-in', 'let-go']), nonce: z.uuid() })
export type HeldForm = z.output<typeof HeldForm>

/** What came by a link that had ended goes on the cards after all, as if the organizer had written it; or does not. */
export function judgeHeld(
  db: Db,
  eventId: string,
  form: HeldForm,
  { by, now }: { by: Member; now: Instant },
): Promise<void> {
  return decide(db, 'event', eventId, async (tx) => {
    const all = await heldOfEvent(tx, eventId)
    const held = found(all.find(({ nonce }) => nonce === form.nonce) ?? null, 'held card')
    const takesIn = form.do === 'take-in'
    if (takesIn) {
      const writer = { link: null, person: by.id, eventId, tableId: held.table_id, state: 'open' } as const
      const { round, kind, words, who_could, taken_away } = held
      const now_ = { round, kind, words, whoCould: who_could, takenAway: taken_away === 1 }
      const edit = {
        ...{ nonce: newId(), card: held.card_id, base: held.base, was: held.was, now: now_, settles: [] },
        ...{ language: by.language, device: held.device, at: held.at },
      }
      await keepEdit(tx, writer, edit, now)
    }
    await settleBeside(tx, [held.nonce], now)
    const detail = { card: held.card_id, table: held.table_number }
    const what = takesIn ? 'held-card-taken-in' : 'held-card-let-go'
    await record(tx, { what, by: by.id, about: eventId, at: now, detail })
  })
}
