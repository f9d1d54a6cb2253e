import * as z from 'zod'
import { decide, json, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { refusalToChangeSeat, type SeatRefusal } from './seats.rules.ts'
import { addSeat, changeSeat, nextPosition, seatWithId } from './seats.sql.ts'

const ticked = z
  .string()
  .optional()
  .transform((text) => text === 'yes')

export const SeatForm = z.object({
  /** Made when the form of a new one is shown, so that a form that is sent twice makes one seat. */
  id: z.uuid().optional(),
  body: z.enum(['steering-group', 'nomination-committee']).default('steering-group'),
  category: optionalTexts(60),
  is_elected: ticked,
  ends: ticked,
})
export type SeatForm = z.output<typeof SeatForm>

/** A new seat of the member's own party: nobody makes one for another. */
export function addOwnSeat(db: Db, by: Member, id: string, form: SeatForm, now: Instant) {
  return transact(db, async (tx): Promise<SeatRefusal | null> => {
    if (!by.party) return 'not-your-seat'
    const { body, category, is_elected } = form
    const row = { id, party_id: by.party.id, body, position: await nextPosition(tx, by.party.id, body) }
    const says = { category: json(category), is_elected: is_elected ? 1 : 0, ended_on: null }
    if (!(await addSeat(tx, { ...row, ...says, changed_by: by.id, changed_at: now }))) return null
    await record(tx, { what: 'steering-seat-added', by: by.id, about: id, at: now, detail: { body } })
    return null
  })
}

/** What a seat is for, or that there is no such seat any longer. */
export function changeOwnSeat(db: Db, by: Member, id: string, form: SeatForm, now: Instant) {
  return decide(db, 'steering_seat', id, async (tx): Promise<SeatRefusal | null> => {
    const seat = found(await seatWithId(tx, id), 'seat')
    const today = localDate(now)
    const party = by.party?.id ?? null
    const refusal = refusalToChangeSeat({ party, seat, terms: seat.terms, ends: form.ends, today })
    if (refusal) return refusal
    const { category, is_elected, ends } = form
    const says = { category: json(category), is_elected: is_elected ? 1 : 0, ended_on: ends ? today : null }
    await changeSeat(tx, id, { ...says, changed_by: by.id, changed_at: now })
    const what = ends ? 'steering-seat-ended' : 'steering-seat-changed'
    await record(tx, { what, by: by.id, about: id, at: now })
    return null
  })
}
