import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { endEntry, entryWithId, prolong } from './entries.sql.ts'
import { stillUntil } from './entry.rules.ts'
import { tell, type Telling } from './tell.ts'
import { suggestAndTell } from './write-entry.ts'

export const Ending = z.object({ do: z.enum(['met', 'withdrawn']) })
export const Staying = z.object({ do: z.literal('still') })

/** Its organisation says that it is no longer so. */
export function endOwnEntry(
  db: Db,
  by: string | null,
  id: string,
  because: 'met' | 'withdrawn',
  { now }: Telling,
): Promise<'has-ended' | null> {
  return decide(db, 'need_offer', id, async (tx) => {
    const entry = found(await entryWithId(tx, id), 'entry')
    if (entry.ended_at) return 'has-ended'
    await endEntry(tx, id, { at: now, because })
    await record(tx, { what: 'need-offer-ended', by, about: id, at: now, detail: { because } })
    return null
  })
}

/** Its organisation says that it is still so: it is open for three months more. */
export function keepEntry(
  db: Db,
  by: string | null,
  id: string,
  telling: Telling,
): Promise<'has-ended' | null> {
  const { now } = telling
  return decide(db, 'need_offer', id, async (tx) => {
    const entry = found(await entryWithId(tx, id), 'entry')
    if (entry.ended_at) return 'has-ended'
    const until = stillUntil(localDate(now))
    if (until > entry.until_day) await prolong(tx, id, until)
    await record(tx, { what: 'need-offer-still-so', by, about: id, at: now })
    await suggestAndTell(tx, found(await entryWithId(tx, id), 'entry'), telling)
    return null
  })
}

export const TakingDown = z.object({
  do: z.literal('take-down'),
  reason: line(1000, 'needs-offers.mistake.reason'),
})

/** The office takes down what breaks the rules, and tells its organisation why. */
export function takeDown(
  db: Db,
  by: Member,
  id: string,
  { reason }: z.output<typeof TakingDown>,
  telling: Telling,
): Promise<'has-ended' | null> {
  const { now } = telling
  return decide(db, 'need_offer', id, async (tx) => {
    const entry = found(await entryWithId(tx, id), 'entry')
    if (entry.ended_at) return 'has-ended'
    await endEntry(tx, id, { at: now, because: 'taken-down', reason })
    await record(tx, { what: 'need-offer-taken-down', by: by.id, about: id, at: now })
    await tell(tx, entry, { kind: 'taken-down', reason }, telling)
    return null
  })
}
