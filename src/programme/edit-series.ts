import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { leadDaysMax, type Refusal, refusalToChange } from './edit-series.rules.ts'
import { changeSeries, seriesWithKey } from './series.sql.ts'
import { oneLineEach } from './event-form.ts'
import type { Db, SeriesRow } from './tables.ts'

const nameMax = 120
const leadMax = 500
const aboutMax = 20_000
const lineMax = 400

const wrong = (key: string) => `programme.series-edit.mistake.${key}`

/** A whole number of days; more than a year ahead nobody invites. */
const leadDays = z
  .string(wrong('lead-days'))
  .transform((text) => text.trim())
  .pipe(z.string().regex(/^\d{1,3}$/, wrong('lead-days')))
  .transform(Number)
  .pipe(z.number().max(leadDaysMax, wrong('lead-days')))

export const SeriesForm = z.object({
  name: texts(nameMax).transform(oneLineEach),
  lead: texts(leadMax),
  about: optionalTexts(aboutMax),
  audience: optionalTexts(lineMax),
  lead_days: leadDays,
  /** How the series stood when the form was opened, as `asSeen` says it. */
  seen: z.string().default(''),
})
export type SeriesForm = z.output<typeof SeriesForm>

/** A mark of how a series stands: another one as soon as anything in it has changed. */
export const asSeen = (series: SeriesRow): string => hashOf(JSON.stringify(series))

/** Saves what a series says, unless somebody else has since it was opened. Null means it is done. */
export function editSeries(
  db: Db,
  by: Member,
  series: Pick<SeriesRow, 'id' | 'key'>,
  form: SeriesForm,
  now: Instant,
) {
  const { id, key } = series
  return decide(db, 'series', id, async (tx): Promise<Refusal | null> => {
    const { seen, ...values } = form
    const refusal = refusalToChange({ seen, stands: asSeen(found(await seriesWithKey(tx, key), 'series')) })
    if (refusal) return refusal

    await changeSeries(tx, id, values)
    await record(tx, { what: 'series-changed', by: by.id, about: id, at: now, detail: { key } })
    return null
  })
}
