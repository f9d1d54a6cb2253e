import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress, line, optionalLine, paragraphs } from '#platform/form.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { type Language, languages } from '#platform/language.ts'
import { withinLimits } from '#platform/limits.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { addNomination, callWithId, sameNomination, seatsOfCall } from './calls.sql.ts'
import {
  mailsPerAddress,
  type NominateRefusal,
  nominationsPerNetwork,
  refusalToNominate,
} from './nominations.rules.ts'
import { confirmMail } from './nominations.mail.ts'

const wrong = (key: string) => `steering-group.mistake.${key}`

export const NominateForm = z.object({
  /** Made when the form is shown, so that a form that is sent twice nominates once. */
  id: z.uuid(),
  /** A seat, or 'nomination-committee'. */
  seat: z.string(wrong('seat')).min(1, wrong('seat')),
  nominee_name: line(120, wrong('name')),
  nominee_email: emailAddress,
  nominee_language: z.enum(languages, wrong('language')),
  why: paragraphs(1000, wrong('why')),
  organisation: optionalLine(200),
  email: emailAddress,
})
export type NominateForm = z.output<typeof NominateForm>

export interface Nominating extends Letters {
  /** The visitor's network, for limits alone. */
  from: string
  /** The language the page was read in. */
  language: Language
}

/**
 * Somebody nominates somebody, without an account. Nothing goes to the nominee before the one who nominates has
 * confirmed their address, and the answer is the same whoever was nominated before.
 */
export function nominateSomebody(db: Db, callId: string, form: NominateForm, by: Nominating) {
  const { now, url, language, from } = by
  return decide(db, 'nomination_call', callId, async (tx): Promise<NominateRefusal | 'too-many' | null> => {
    const call = found(await callWithId(tx, callId), 'call')
    const refusal = refusalToNominate(call, localDate(now))
    if (refusal) return refusal
    const seats = await seatsOfCall(tx, callId)
    const seat = seats.find((one) => one.id === form.seat)
    const place = {
      body: seat?.body ?? ('nomination-committee' as const),
      seatId: seat?.body === 'steering-group' ? seat.id : null,
    }
    found(seats.find((one) => one.body === place.body) ?? null, 'seat of the call')
    const limits = [
      { key: `nominations:network:${from}`, ...nominationsPerNetwork },
      { key: `nominations:address:${hashOf(form.email)}`, ...mailsPerAddress },
    ]
    if (!(await withinLimits(tx, limits, now))) return 'too-many'
    if (await sameNomination(tx, callId, { ...place, email: form.nominee_email })) return null
    const token = newToken()
    const { nominee_name, nominee_email, nominee_language, why, organisation } = form
    const asked = { asked_at: now, asked_on: localDate(now), confirmed_at: null, token_hash: hashOf(token) }
    const added = await addNomination(tx, {
      ...{ id: form.id, call_id: callId, body: place.body, seat_id: place.seatId },
      ...{ nominee_name, nominee_email, nominee_language, why, language, organisation, ...asked },
      ...{ nominator_email: form.email, nominee_token_hash: null, consented_at: null, declined_at: null },
      ...{ shows_name: 0, presentation: null, is_recommended: 0, result: null, wiped_at: null },
    })
    if (!added) return null
    const link = url(language, `/nominations/${token}`)
    await queueMail(tx, confirmMail({ call, email: form.email, language, name: nominee_name, link }), now)
    await record(tx, { what: 'nomination-came', by: null, about: callId, at: now })
    return null
  })
}
