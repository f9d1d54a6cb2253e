import * as z from 'zod'
import { decide, json, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, optionalLine, optionalTexts, paragraphs } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { addCall, callWithId, changeCall, setCallSeats } from './calls.sql.ts'
import { refusalToSave, type SaveRefusal } from './nominations.rules.ts'

const wrong = (key: string) => `steering-group.mistake.${key}`
const criterion = paragraphs(2000, wrong('criteria'))
const ids = z.preprocess(
  (given) => (given === undefined ? [] : [given].flat()),
  z.array(z.string()).min(1, wrong('seats')),
)

/** Criteria are published in all three languages: nobody is left out because of theirs. */
export const CallForm = z
  .object({
    id: z.uuid().optional(),
    seats: ids,
    words: optionalTexts(1000),
    criteria: z.object({ sv: criterion, en: criterion, es: criterion }),
    opens_on: date,
    closes_on: date,
    election_on: date,
    place: optionalLine(200),
    event: z.string().max(60).default(''),
    term_starts_on: date,
    term_ends_on: date,
  })
  .refine((form) => form.opens_on <= form.closes_on, { error: wrong('closes-on'), path: ['closes_on'] })
  .refine((form) => form.closes_on < form.election_on, {
    error: wrong('election-on'),
    path: ['election_on'],
  })
  .refine((form) => form.term_starts_on < form.term_ends_on, {
    error: wrong('ends-on'),
    path: ['term_ends_on'],
  })
export type CallForm = z.output<typeof CallForm>

const says = ({ words, criteria, event, ...rest }: CallForm) => ({
  ...{ words: json(words), criteria: json(criteria), event_id: event || null },
  ...{ opens_on: rest.opens_on, closes_on: rest.closes_on, election_on: rest.election_on, place: rest.place },
  ...{ term_starts_on: rest.term_starts_on, term_ends_on: rest.term_ends_on },
})

/** An open call for seats of the member's own party. `among` are the seats it may be for. */
export function createCall(
  db: Db,
  form: CallForm & { id: string },
  { by, now, among }: { by: Member; now: Instant; among: readonly string[] },
) {
  return transact(db, async (tx): Promise<SaveRefusal | null> => {
    const party = by.party?.id ?? ''
    const saving = { party, callParty: party, before: null, after: form, day: localDate(now) }
    const refusal = form.seats.every((one) => among.includes(one)) ? refusalToSave(saving) : 'not-your-seat'
    if (refusal) return refusal
    const empty = { recommendation: '{}', recommended_at: null, result: '{}', elected_at: null }
    const row = { id: form.id, party_id: party, ...says(form), ...empty, changed_by: by.id }
    if (!(await addCall(tx, { ...row, created_at: now, changed_at: now }))) return null
    await setCallSeats(tx, form.id, form.seats)
    await record(tx, { what: 'nomination-call-made', by: by.id, about: form.id, at: now })
    return null
  })
}

export function changeTheCall(
  db: Db,
  id: string,
  form: CallForm,
  { by, now, among }: { by: Member; now: Instant; among: readonly string[] },
) {
  return decide(db, 'nomination_call', id, async (tx): Promise<SaveRefusal | null> => {
    const call = found(await callWithId(tx, id), 'call')
    const party = by.party?.id ?? null
    const saving = { party, callParty: call.party_id, before: call, after: form, day: localDate(now) }
    const refusal = refusalToSave(saving)
    if (refusal) return refusal
    if (!form.seats.every((one) => among.includes(one))) return 'not-your-seat'
    await changeCall(tx, id, { ...says(form), changed_by: by.id, changed_at: now })
    await setCallSeats(tx, id, form.seats)
    await record(tx, { what: 'nomination-call-changed', by: by.id, about: id, at: now })
    return null
  })
}
