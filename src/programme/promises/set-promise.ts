import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { date, optionalDate, optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { datePlus, type Instant, localDate } from '#platform/time.ts'
import { oneLineEach } from '../event-form.ts'
import type { Db, SeriesRow } from '../tables.ts'
import { addPromise, endPromise, promisesOf, replacePromises, type SeriesPromise } from './promises.sql.ts'
import { inForce } from './promise.rules.ts'
import { madeRoomFor, refusalToEnd, refusalToSet } from './set-promise.rules.ts'
import { isPossible, yearlyMost } from './yearly.rules.ts'

const reasonMax = 500
const wordsMax = 200
const wrong = (key: string) => `promises.mistake.${key}`

const reason = texts(reasonMax, wrong('reason'))

/** A whole number from none to the most that is promised. */
const yearly = z
  .string(wrong('number'))
  .transform((text) => text.trim())
  .pipe(z.string().regex(/^\d{1,3}$/, wrong('number')))
  .transform(Number)
  .pipe(z.number().max(yearlyMost, wrong('number')))

const nothing = z
  .string()
  .regex(/^\s*$/)
  .transform(() => null)

const optionalYearly = z
  .union([nothing, yearly], wrong('number'))
  .optional()
  .transform((number) => number ?? null)

/** The address of a plan may be left out, since a promise need not be part of one. */
const planId = z
  .string()
  .max(60)
  .optional()
  .transform((id) => id || null)

/** Which of the two forms it is, and how the promises stood when it was opened. */
const form = { seen: z.string().default('') }

export const PromiseForm = z
  .object({
    ...form,
    do: z.literal('set'),
    from_on: date,
    until_on: optionalDate,
    yearly_min: yearly,
    yearly_max: optionalYearly,
    counts: z.enum(['events', 'courses'], wrong('counts')),
    words: optionalTexts(wordsMax).transform(oneLineEach),
    plan_id: planId,
    reason,
  })
  .refine(isPossible, { error: wrong('max-below-min'), path: ['yearly_max'] })
  .refine(({ from_on, until_on }) => until_on === null || until_on >= from_on, {
    error: wrong('until-before-from'),
    path: ['until_on'],
  })
export type PromiseForm = z.output<typeof PromiseForm>

export const EndForm = z.object({ ...form, do: z.literal('end'), end_on: date, end_reason: reason })
export type EndForm = z.output<typeof EndForm>

/** A plan that a promise may be part of; the slice of the plans hands them in. */
export interface PlanPeriod {
  id: string
  slug: string
  title: SeriesRow['name']
  starts_on: string
  ends_on: string
}

/** A mark of how the promises of a series stand: another one as soon as anything in them has changed. */
export const asSeen = (promises: readonly SeriesPromise[]): string => hashOf(JSON.stringify(promises))

interface Asked {
  by: Member
  series: Pick<SeriesRow, 'id' | 'key'>
  now: Instant
}

/** Makes a promise from a date on. What stood from then on ends or never begins; null means it is done. */
export function setPromise(db: Db, { by, series, now }: Asked, sent: PromiseForm, plan: PlanPeriod | null) {
  return decide(db, 'series', series.id, async (tx) => {
    const { seen, do: _, ...values } = sent
    const wish = { ...values, until_on: values.until_on ?? plan?.ends_on ?? null, plan_id: plan?.id ?? null }
    const promises = await promisesOf(tx, series.id)
    const stands = asSeen(promises)
    const refusal = refusalToSet({ seen, stands, wish, promises, plan, today: localDate(now) })
    if (refusal) return refusal

    const { ends, replaced } = madeRoomFor(promises, wish.from_on)
    await replacePromises(tx, replaced, now)
    if (ends) await endPromise(tx, ends, datePlus(wish.from_on, -1), wish.reason)
    const texts = { words: json(wish.words), reason: json(wish.reason) }
    const row = { ...wish, ...texts, id: newId(), series_id: series.id, made_at: now, made_by: by.id }
    await addPromise(tx, row)
    const { from_on, until_on, yearly_min, yearly_max } = wish
    const detail = { key: series.key, from_on, until_on, yearly_min, yearly_max, reason: wish.reason }
    await record(tx, { what: 'promise-set', by: by.id, about: series.id, at: now, detail })
    return null
  })
}

/** Nothing is promised after a date any more; null means it is done. */
export function endPromises(db: Db, { by, series, now }: Asked, { seen, end_on: on, end_reason }: EndForm) {
  return decide(db, 'series', series.id, async (tx) => {
    const promises = await promisesOf(tx, series.id)
    const refusal = refusalToEnd({ seen, stands: asSeen(promises), on, promises, today: localDate(now) })
    if (refusal) return refusal

    await replacePromises(tx, madeRoomFor(promises, datePlus(on, 1)).replaced, now)
    const last = inForce(promises, on)
    if (last) await endPromise(tx, last.id, on, end_reason)
    const detail = { key: series.key, on, reason: end_reason }
    await record(tx, { what: 'promise-ended', by: by.id, about: series.id, at: now, detail })
    return null
  })
}
