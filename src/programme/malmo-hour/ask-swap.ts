import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../tables.ts'
import { placesOf, slotWithId, swapWaitingFor } from './load-turns.ts'
import { tellOffice } from './tell-office.ts'
import { refusalToSwap, type SwapRefusal } from './swap.rules.ts'
import { addSwap } from './swaps.sql.ts'
import { type Acting, decideTurns } from './turn-change.ts'

export const SwapForm = z.object({
  /** Made with the form, so that one sent twice asks once. */
  id: z.uuid(),
  slot: z.string('malmo-hour.mistake.own-slot').min(1, 'malmo-hour.mistake.own-slot').max(60),
  other: z.string('malmo-hour.mistake.other-slot').min(1, 'malmo-hour.mistake.other-slot').max(60),
  reason: line(500, 'malmo-hour.mistake.swap-reason'),
})
export type SwapForm = z.output<typeof SwapForm>

/** Asks another side to change slots. Nothing moves before it has said yes. */
export function askSwap(db: Db, acting: Acting, form: SwapForm) {
  const { by, side, now } = acting
  return decideTurns(db, async (tx, turns): Promise<SwapRefusal | null> => {
    const slot = found(slotWithId(turns, form.slot), 'slot')
    const other = found(slotWithId(turns, form.other), 'slot')
    if (turns.swaps.some(({ id }) => id === form.id)) return null
    const isSwapWaiting = swapWaitingFor(turns, slot.id, other.id) !== undefined
    const places = placesOf(turns)
    const refusal = refusalToSwap({ side, slot, other, isSwapWaiting, sides: turns.sides, places, now })
    if (refusal) return refusal
    const to = found(other.side, 'other side')
    const unanswered = { answer: null, because: null, answered_by: null, answered_at: null }
    await addSwap(tx, {
      ...{ id: form.id, slot_id: slot.id, party_id: side, other_slot_id: other.id, other_party_id: to },
      ...{ reason: form.reason, asked_by: by.id, asked_at: now, ...unanswered },
    })
    const detail = { swap: form.id, reason: form.reason }
    await record(tx, { what: 'hour-swap-asked', by: by.id, about: slot.eventId, at: now, detail })
    await tellOffice(tx, acting, { kind: 'swap-asked', to, slot: other, turns, reason: form.reason })
    return null
  })
}
