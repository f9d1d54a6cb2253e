import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { readContent } from '#platform/content.ts'
import { json } from '#platform/db.ts'
import { OperatorError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { projectRoot } from '#platform/root.ts'
import type { Instant } from '#platform/time.ts'
import { addPromise, thisYear } from './promises/index.ts'
import { addSeries } from './series.sql.ts'
import type { Writes } from './tables.ts'

const Promised = z.array(
  z.object({
    key: z.string(),
    yearlyMin: z.int().min(0),
    yearlyMax: z.int().min(0).nullable(),
    leadDays: z.int().min(0).optional(),
    counts: z.enum(['events', 'courses']).default('events'),
    mark: z.enum(['brick', 'blue', 'sun', 'green', 'plum', 'slate']),
  }),
)

/**
 * Loads the series of content/series.json with their texts of content/series/, and what they promise from a day on,
 * once. Unless another day is given, they promise from the beginning of this year.
 */
export async function loadSeries(
  tx: Writes,
  now: Instant,
  promisedFrom = `${thisYear(now)}-01-01`,
): Promise<void> {
  const file = readFileSync(join(projectRoot, 'content', 'series.json'), 'utf8')
  const texts = new Map(readContent('series').map((entry) => [entry.key, entry]))
  for (const [index, { key, yearlyMin, yearlyMax, leadDays, counts, mark }] of Promised.parse(
    JSON.parse(file),
  ).entries()) {
    const entry = texts.get(key)
    if (!entry)
      throw new OperatorError(`content/series.json names ${key}, but content/series/${key}.sv.md is missing.`)
    const id = newId()
    const isNew = await addSeries(tx, {
      id,
      key,
      name: json(entry.texts('name')),
      lead: json(entry.texts('lead')),
      about: json(entry.body),
      audience: json(entry.texts('for')),
      lead_days: leadDays,
      mark,
      position: index + 1,
    })
    if (!isNew) continue
    const numbers = { yearly_min: yearlyMin, yearly_max: yearlyMax, counts }
    const period = { from_on: promisedFrom, until_on: null, plan_id: null }
    const made = { words: json(entry.texts('promise')), reason: json({}), made_at: now, made_by: null }
    await addPromise(tx, { id: newId(), series_id: id, ...numbers, ...period, ...made })
    await record(tx, { what: 'series-loaded', by: null, about: id, at: now })
  }
}
