import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { type LeaveRefusal, refusalToLeave } from './seats.rules.ts'
import { changeTerm, seatWithId } from './seats.sql.ts'

export const LeaveForm = z.object({ term: z.string(), left_on: date, because: optionalTexts(500) })
export type LeaveForm = z.output<typeof LeaveForm>

/** Somebody leaves before their term is over: the seat is vacant from the day after, for everybody to see. */
export function leaveSeat(db: Db, by: Member, seatId: string, form: LeaveForm, now: Instant) {
  return decide(db, 'steering_seat', seatId, async (tx): Promise<LeaveRefusal | null> => {
    const seat = found(await seatWithId(tx, seatId), 'seat')
    const term = found(
      seat.terms.find((one) => one.id === form.term),
      'term',
    )
    const refusal = refusalToLeave(by.party?.id ?? null, seat.party_id, term, form.left_on)
    if (refusal) return refusal
    const left = { left_on: form.left_on, left_because: json(form.because), left_by: by.id, left_at: now }
    await changeTerm(tx, term.id, left)
    await record(tx, { what: 'steering-seat-left', by: by.id, about: seatId, at: now })
    return null
  })
}
