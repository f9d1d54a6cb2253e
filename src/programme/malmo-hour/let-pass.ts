import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../tables.ts'
import { dealSlot } from './deal-slot.ts'
import { slotWithId, swapWaitingFor } from './load-turns.ts'
import { tellOffice } from './tell-office.ts'
import { type PassRefusal, refusalToPass, refusalToTakeAway } from './slot.rules.ts'
import { type Acting, decideTurns } from './turn-change.ts'
import { addTurn, removeSlot } from './turns.sql.ts'

export const PassForm = z.object({
  do: z.literal('pass'),
  slot: z.string().max(60),
  reason: line(500, 'malmo-hour.mistake.pass-reason'),
})
export type PassForm = z.output<typeof PassForm>

/** A side lets its turn pass, and says why. The slot goes to the next one, whose coordinators are told. */
export function letPass(db: Db, acting: Acting, eventId: string, { slot: slotId, reason }: PassForm) {
  const { by, side, now } = acting
  return decideTurns(db, async (tx, turns): Promise<PassRefusal | null> => {
    const slot = found(slotWithId(turns, slotId), 'slot')
    found(slot.eventId === eventId || null, 'slot of the hour')
    const isSwapWaiting = swapWaitingFor(turns, slotId) !== undefined
    const refusal = refusalToPass(slot, side, { now, isSwapWaiting })
    if (refusal) return refusal
    const turn = { slot_id: slotId, party_id: side, because: null, other_party_id: null, swap_id: null }
    await addTurn(tx, { kind: 'passed', ...turn, reason, by_person: by.id, at: now })
    const next = await dealSlot(tx, { slotId, by: by.id, now })
    const detail = { slot: slotId, party: side, reason }
    await record(tx, { what: 'hour-turn-passed', by: by.id, about: eventId, at: now, detail })
    if (next) await tellOffice(tx, acting, { kind: 'passed', to: next.side, slot, turns, reason })
    return null
  })
}

export const TakeAwayForm = z.object({ do: z.literal('take-away'), slot: z.string().max(60) })

/** Takes a slot away, when an hour turns out shorter. The turn is not used up: the next slot is theirs. */
export function takeAwaySlot(db: Db, { by, side, now }: Acting, eventId: string, slotId: string) {
  return decideTurns(db, async (tx, turns): Promise<PassRefusal | null> => {
    const slot = found(slotWithId(turns, slotId), 'slot')
    found(slot.eventId === eventId || null, 'slot of the hour')
    const isSwapWaiting = swapWaitingFor(turns, slotId) !== undefined
    const refusal = refusalToTakeAway(slot, side, { now, isSwapWaiting })
    if (refusal) return refusal
    await removeSlot(tx, slotId, now)
    const detail = { slot: slotId, party: slot.side }
    await record(tx, { what: 'hour-slot-taken-away', by: by.id, about: eventId, at: now, detail })
    return null
  })
}
