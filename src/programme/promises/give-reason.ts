import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { standingsOf } from './load-year.ts'
import { refusalToGiveReason } from './missed.rules.ts'
import { addMissedReason } from './promises.sql.ts'

export const MissedForm = z.object({ reason: texts(500, 'promises.mistake.missed') })
export type MissedForm = z.output<typeof MissedForm>

interface Missed {
  series: { id: string; key: string }
  year: number
}

/** Says in public why a year's promise was not kept. Null means it is done. */
export function giveReason(
  db: Db,
  by: Member,
  { series, year }: Missed,
  { reason }: MissedForm,
  now: Instant,
) {
  return decide(db, 'series', series.id, async (tx) => {
    const [line] = await standingsOf(tx, year, now, series.id)
    const refusal = refusalToGiveReason(found(line, 'series').state)
    if (refusal) return refusal
    const given = { given_on: localDate(now), given_at: now, given_by: by.id }
    await addMissedReason(tx, { id: newId(), series_id: series.id, year, reason: json(reason), ...given })
    const detail = { key: series.key, year, reason }
    await record(tx, { what: 'promise-explained', by: by.id, about: series.id, at: now, detail })
    return null
  })
}
