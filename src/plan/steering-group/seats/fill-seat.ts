import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, emailAddress, line, optionalDate, optionalLine, optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { type Language, languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db, Writes } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { type FillRefusal, refusalToFill } from './seats.rules.ts'
import { addMemberLink, addTerm, seatWithId } from './seats.sql.ts'
import { seatedMail } from './seats.mail.ts'

const wrong = (key: string) => `steering-group.mistake.${key}`

export const FillForm = z
  .object({
    id: z.uuid(),
    kind: z.enum(['member', 'deputy']).default('member'),
    how: z.enum(['decision', 'appointment'], wrong('how')),
    person_name: line(120, wrong('name')),
    political_party: optionalLine(5),
    email: emailAddress,
    language: z.enum(languages, wrong('language')),
    starts_on: date,
    ends_on: date,
    decision_body: optionalTexts(120),
    decided_on: optionalDate,
    paragraph: optionalLine(20),
    case_number: optionalLine(60),
    because: optionalTexts(500),
  })
  .superRefine((form, context) => {
    const missing = (field: string): void => {
      context.addIssue({ code: 'custom', message: wrong(field.replace('_', '-')), path: [field] })
    }
    if (form.how === 'decision') {
      if (Object.keys(form.decision_body).length === 0)
        context.addIssue({ code: 'custom', message: wrong('decision-body'), path: ['decision_body', 'sv'] })
      if (!form.decided_on) missing('decided_on')
      if (!form.paragraph) missing('paragraph')
      if (!form.case_number) missing('case_number')
    } else if (Object.keys(form.because).length === 0)
      context.addIssue({ code: 'custom', message: wrong('because'), path: ['because', 'sv'] })
  })
export type FillForm = z.output<typeof FillForm>

/** Gives a seat to somebody, by a decision or for the rest of a term. They are told, and asked about their name. */
export function fillSeat(db: Db, by: Member, seatId: string, form: FillForm, letters: Letters) {
  return decide(db, 'steering_seat', seatId, async (tx): Promise<FillRefusal | null> => {
    const seat = found(await seatWithId(tx, seatId), 'seat')
    if (seat.terms.some((one) => one.id === form.id)) return null
    const { kind, how, starts_on, ends_on } = form
    const today = localDate(letters.now)
    const party = by.party?.id ?? null
    const filling = { party, seat, terms: seat.terms, kind, how, starts_on, ends_on, isElected: false, today }
    const refusal = refusalToFill(filling)
    if (refusal) return refusal
    const isDecided = how === 'decision'
    await beginTerm(tx, by, letters, {
      ...{ id: form.id, seat_id: seatId, kind, how, starts_on, ends_on, nomination_id: null },
      ...{ person_name: form.person_name, email: form.email, language: form.language },
      political_party: seat.is_elected === 1 ? form.political_party : null,
      decision_body: json(isDecided ? form.decision_body : {}),
      decided_on: isDecided ? form.decided_on : null,
      paragraph: isDecided ? form.paragraph : null,
      case_number: isDecided ? form.case_number : null,
      because: json(isDecided ? {} : form.because),
      consented_at: null,
    })
    return null
  })
}

type NewTerm = Omit<
  Parameters<typeof addTerm>[1],
  | 'filled_by'
  | 'filled_at'
  | 'filled_on'
  | 'left_on'
  | 'left_because'
  | 'left_by'
  | 'left_at'
  | 'forgotten_at'
> & { id: string; seat_id: string; email: string; language: Language; consented_at: Instant | null }

/** The term begins, and whoever sits there gets a link of their own. */
export async function beginTerm(tx: Writes, by: Member, { now, url }: Letters, term: NewTerm): Promise<void> {
  const left = { left_on: null, left_because: '{}', left_by: null, left_at: null, forgotten_at: null }
  const filled = { filled_by: by.id, filled_at: now, filled_on: localDate(now) }
  await addTerm(tx, { ...term, ...filled, ...left })
  const seat = found(await seatWithId(tx, term.seat_id), 'seat')
  const token = newToken()
  await addMemberLink(tx, { token_hash: hashOf(token), term_id: term.id, created_at: now })
  const link = url(term.language, `/steering-group/mine/${token}`)
  await queueMail(tx, seatedMail({ ...term, seat, link }), now)
  const detail = { how: term.how, kind: term.kind }
  await record(tx, { what: 'steering-seat-filled', by: by.id, about: term.seat_id, at: now, detail })
}
