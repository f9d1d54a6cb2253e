import * as z from 'zod'
import { decide, json, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { datePlus, type Instant, instantAt, localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { addCall, type Call, callWithId, changeCall } from './calls.sql.ts'
import { isSet, refusalToSave, type SaveRefusal } from './theme-call.rules.ts'

/** Days are whole days where people live: from the first one's midnight to the end of the last. */
export const CallForm = z
  .object({
    /** Made when the form of a new one is shown, so that a form that is sent twice makes one call. */
    id: z.uuid().optional(),
    first_day: date,
    last_day: date,
    words: optionalTexts(1000),
    event: z.string().max(60).default(''),
  })
  .refine(({ first_day, last_day }) => first_day <= last_day, {
    error: 'theme-calls.mistake.last-day',
    path: ['last_day'],
  })
export type CallForm = z.output<typeof CallForm>

const timesOf = ({ first_day, last_day }: Pick<CallForm, 'first_day' | 'last_day'>) => ({
  opens_at: instantAt(first_day, '00:00'),
  closes_at: instantAt(datePlus(last_day, 1), '00:00'),
})

/** The same the other way round, for the form. */
export const daysOf = ({ opens_at, closes_at }: Pick<Call, 'opens_at' | 'closes_at'>) => ({
  first_day: localDate(opens_at),
  last_day: datePlus(localDate(closes_at), -1),
})

interface Saving {
  by: Member
  now: Instant
  /** Events of the series whose theme it may be. */
  among: readonly { id: string }[]
}

const eventIn = ({ event }: CallForm, among: Saving['among']): string | null =>
  event === '' ? null : found(among.find(({ id }) => id === event)?.id, 'event')

/** Announces a call for themes. */
export function createCall(
  db: Db,
  seriesId: string,
  form: CallForm & { id: string },
  { by, now, among }: Saving,
) {
  return transact(db, async (tx): Promise<SaveRefusal | null> => {
    const times = timesOf(form)
    const refusal = refusalToSave(null, times, now)
    if (refusal) return refusal
    const row = { id: form.id, series_id: seriesId, event_id: eventIn(form, among), ...times }
    const rest = { words: json(form.words), created_by: by.id, created_at: now, changed_at: now }
    if (await addCall(tx, { ...row, ...rest }))
      await record(tx, { what: 'theme-call-made', by: by.id, about: form.id, at: now })
    return null
  })
}

/** Changes a call's words and dates, and the event whose theme it is. */
export function changeTheCall(db: Db, callId: string, form: CallForm, { by, now, among }: Saving) {
  return decide(db, 'theme_call', callId, async (tx): Promise<SaveRefusal | null> => {
    const call = found(await callWithId(tx, callId), 'call')
    const times = timesOf(form)
    const refusal = refusalToSave({ ...call, isSet: isSet(call) }, times, now)
    if (refusal) return refusal
    const change = { ...times, words: json(form.words), event_id: eventIn(form, among), changed_at: now }
    await changeCall(tx, callId, change)
    await record(tx, { what: 'theme-call-changed', by: by.id, about: callId, at: now })
    return null
  })
}
