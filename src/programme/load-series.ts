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
import { addSeries } from './series.sql.ts'
import type { Writes } from './tables.ts'

const Promised = z.array(
  z.object({
    key: z.string(),
    yearlyMin: z.int().min(0),
    yearlyMax: z.int().min(0).nullable(),
    mark: z.enum(['brick', 'blue', 'sun', 'green', 'plum', 'slate']),
  }),
)

/** Loads the series of content/series.json with their texts of content/series/, once. */
export async function loadSeries(tx: Writes, now: Instant): Promise<void> {
  const file = readFileSync(join(projectRoot, 'content', 'series.json'), 'utf8')
  const texts = new Map(readContent('series').map((entry) => [entry.key, entry]))
  for (const [index, { key, yearlyMin, yearlyMax, mark }] of Promised.parse(JSON.parse(file)).entries()) {
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
      promise: json(entry.texts('promise')),
      audience: json(entry.texts('for')),
      yearly_min: yearlyMin,
      yearly_max: yearlyMax,
      mark,
      position: index + 1,
    })
    if (isNew) await record(tx, { what: 'series-loaded', by: null, about: id, at: now })
  }
}
