import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { type Filled, optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db, Writes } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { beginTerm } from '../seats/fill-seat.ts'
import { type FillRefusal, refusalToFill } from '../seats/seats.rules.ts'
import { seatWithId } from '../seats/seats.sql.ts'
import type { NominationRow } from '../tables.ts'
import {
  type Call,
  callWithId,
  changeCall,
  changeNomination,
  nominationsOf,
  seatsOfCall,
} from './calls.sql.ts'
import { type ElectRefusal, isCandidate, refusalToElect } from './nominations.rules.ts'

export const ElectForm = z.object({ result: optionalTexts(2000) })
export type ElectForm = z.output<typeof ElectForm>

/** Who was elected into which seat, out of the fields 'seat-…' of a form; seats that got nobody are left out. */
export const chosenFrom = (filled: Filled): { seat: string; nomination: string }[] =>
  Object.entries(filled).flatMap(([name, value]) =>
    name.startsWith('seat-') && typeof value === 'string' && value !== ''
      ? [{ seat: name.slice('seat-'.length), nomination: value }]
      : [],
  )

interface Electing extends Letters {
  by: Member
  callId: string
  chosen: readonly { seat: string; nomination: string }[]
}

/** What the election meeting decided: every chosen seat is filled for its term, and the rest are said to be vacant. */
export function recordElection(db: Db, { by, callId, now, url, ...given }: Electing, form: ElectForm) {
  return decide(db, 'nomination_call', callId, async (tx): Promise<ElectRefusal | FillRefusal | null> => {
    const call = found(await callWithId(tx, callId), 'call')
    const [candidates, seats] = [await nominationsOf(tx, callId), await seatsOfCall(tx, callId)]
    const chosen = given.chosen.map(({ seat, nomination }) => ({
      nomination,
      seat: found(
        seats.find((one) => one.id === seat),
        'seat of the call',
      ),
    }))
    const party = by.party?.id ?? null
    const asked = { party, callParty: call.party_id, call, day: localDate(now), candidates, chosen }
    const refusal = refusalToElect(asked) ?? (await refusalOfSeats(tx, by, { call, chosen, now }))
    if (refusal) return refusal
    const decided = { result: json(form.result), elected_at: now, changed_by: by.id, changed_at: now }
    await changeCall(tx, callId, decided)
    for (const one of candidates.filter(isCandidate)) {
      const isElected = chosen.some(({ nomination }) => nomination === one.id)
      await changeNomination(tx, one.id, { result: isElected ? 'elected' : 'not-elected' })
    }
    for (const { nomination, seat } of chosen) {
      const nominee = candidates.find((one) => one.id === nomination)
      await seatElected(tx, { by, now, url }, call, { nominee: found(nominee, 'nominee'), seatId: seat.id })
    }
    const detail = { seats: seats.length, filled: chosen.length }
    await record(tx, { what: 'election-recorded', by: by.id, about: callId, at: now, detail })
    return null
  })
}

interface Chosen {
  call: Call
  chosen: readonly { seat: { id: string } }[]
  now: Instant
}

/** Nothing of the result is written when one of the seats cannot be filled. */
async function refusalOfSeats(tx: Writes, by: Member, { call, chosen, now }: Chosen) {
  const term = { starts_on: call.term_starts_on, ends_on: call.term_ends_on }
  const filling = { kind: 'member', how: 'election', isElected: true, today: localDate(now) } as const
  for (const { seat: one } of chosen) {
    const seat = found(await seatWithId(tx, one.id), 'seat')
    const refusal = refusalToFill({
      ...filling,
      ...term,
      seat,
      terms: seat.terms,
      party: by.party?.id ?? null,
    })
    if (refusal) return refusal
  }
  return null
}

const seatElected = (
  tx: Writes,
  { by, ...letters }: Letters & { by: Member },
  call: Call,
  { nominee, seatId }: { nominee: NominationRow; seatId: string },
): Promise<void> =>
  beginTerm(tx, by, letters, {
    ...{ id: newId(), seat_id: seatId, kind: 'member', how: 'election', nomination_id: nominee.id },
    ...{ starts_on: call.term_starts_on, ends_on: call.term_ends_on, political_party: null },
    ...{ person_name: nominee.nominee_name, email: nominee.nominee_email ?? '' },
    ...{ language: nominee.nominee_language, decision_body: '{}', decided_on: call.election_on },
    ...{ paragraph: null, case_number: null, because: '{}' },
    consented_at: nominee.shows_name === 1 ? nominee.consented_at : null,
  })
