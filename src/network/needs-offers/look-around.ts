import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { entryWithId } from './entries.sql.ts'
import { refusalToLook } from './entry.rules.ts'
import { addSearch, searchesFor } from './waiting.sql.ts'

export const LookingAround = z.object({
  do: z.literal('look-around'),
  looked: line(1000, 'needs-offers.mistake.looked'),
})

/** The office writes down whom it asked for a need that the rule found nobody for: then it no longer waits in the inbox. */
export function lookAround(
  db: Db,
  by: Member,
  id: string,
  { looked }: z.output<typeof LookingAround>,
  now: Instant,
): Promise<'has-ended' | null> {
  return decide(db, 'need_offer', id, async (tx) => {
    const entry = found(await entryWithId(tx, id), 'need')
    const refusal = refusalToLook(entry)
    if (refusal) return refusal
    const number = (await searchesFor(tx, id)).length + 1
    await addSearch(tx, { need_id: id, number, words: looked, at: now, by_person: by.id })
    await record(tx, { what: 'need-offer-looked-around', by: by.id, about: id, at: now })
    return null
  })
}
