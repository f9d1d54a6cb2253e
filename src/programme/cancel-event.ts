import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type CancelRefusal, refusalToCancel } from './change-event.rules.ts'
import { eventWithId } from './events.sql.ts'
import { changeEvent } from './office-events.sql.ts'
import type { Letters } from './sign-up/letters.ts'
import { tellSignedUp } from './sign-up/tell-signed-up.ts'
import type { Db } from './tables.ts'

export const Cancellation = z.object({ reason: texts(1000, 'programme.edit.mistake.reason') })
export type Cancellation = z.output<typeof Cancellation>

/** Calls an event off. It keeps its page, which says why, and everybody who was coming is told. */
export function cancelEvent(db: Db, by: Member, id: string, { reason }: Cancellation, letters: Letters) {
  return decide(db, 'event', id, async (tx): Promise<CancelRefusal | null> => {
    const { now } = letters
    const event = found(await eventWithId(tx, id), 'event')
    const refusal = refusalToCancel(event, now)
    if (refusal) return refusal
    const sequence = event.sequence + 1
    await changeEvent(tx, id, { cancelled_at: now, cancel_reason: json(reason), sequence, changed_at: now })
    await record(tx, { what: 'event-cancelled', by: by.id, about: id, at: now, detail: { reason } })
    await tellSignedUp(tx, id, { kind: 'cancelled' }, letters)
    return null
  })
}
