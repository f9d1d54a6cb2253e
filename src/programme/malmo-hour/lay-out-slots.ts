import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { eventWithId } from '../events.sql.ts'
import type { Db } from '../tables.ts'
import { dealSlot } from './deal-slot.ts'
import { minutesMax, minutesMin, refusalAtHour, slotsMax } from './slot.rules.ts'
import { type Acting, decideTurns } from './turn-change.ts'
import { addSlot, seriesKey } from './turns.sql.ts'

const mistake = 'malmo-hour.mistake.minutes'
const minutes = z.preprocess(
  (text) => (text === '' || text === undefined ? null : text),
  z.coerce.number(mistake).int(mistake).min(minutesMin, mistake).max(minutesMax, mistake).nullable(),
)

/** Minutes for each new slot, in order; rows left empty are no slots. */
export const SlotsForm = z.object({
  do: z.literal('lay-out'),
  minutes: z
    .object({ 1: minutes, 2: minutes, 3: minutes })
    .partial()
    .transform((all) => [all[1], all[2], all[3]].flatMap((one) => one ?? []))
    .refine((all) => all.length > 0, { error: 'malmo-hour.mistake.no-slots', path: ['1'] }),
})
export type SlotsForm = z.output<typeof SlotsForm>

export type LayOutRefusal = 'hour-cancelled' | 'hour-begun' | 'too-many'

/** Lays out slots of an hour after those it has. Each goes to the side whose turn it is. */
export function layOutSlots(db: Db, { by, now }: Acting, eventId: string, form: SlotsForm) {
  return decideTurns(db, async (tx, turns): Promise<LayOutRefusal | null> => {
    const event = found(await eventWithId(tx, eventId), 'event')
    found(event.series_key === seriesKey || null, 'hour')
    const refusal = refusalAtHour(event, now)
    if (refusal) return refusal
    const there = turns.slots.filter((slot) => slot.eventId === eventId && !slot.isRemoved)
    if (there.length + form.minutes.length > slotsMax) return 'too-many'
    const last = there.at(-1)?.position ?? 0
    for (const [index, length] of form.minutes.entries()) {
      const id = newId()
      const place = { event_id: eventId, position: last + index + 1, minutes: length }
      await addSlot(tx, { id, ...place, created_at: now, removed_at: null })
      await dealSlot(tx, { slotId: id, by: by.id, now })
    }
    const detail = { slots: form.minutes.length }
    await record(tx, { what: 'hour-slots-laid-out', by: by.id, about: eventId, at: now, detail })
    return null
  })
}
