import { type RefusalReason, refuseWave } from '#ideas/index.ts'
import { transact } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import type { Db } from '../tables.ts'
import { addClosings, undoClosings } from './closings.sql.ts'
import { canBeSpam, type InboxKind, type SpamReason } from './inbox.rules.ts'
import { inboxItems } from './inbox.sql.ts'

interface Closing {
  by: Member
  reason: SpamReason
  now: Instant
}

/**
 * Puts things aside as spam, with a reason, all with one press; they can be put back. What is answered or put aside
 * already, and what is not a stranger's question or pledge, is left as it is.
 */
export function closeAsSpam(
  db: Db,
  chosen: readonly { kind: InboxKind; id: string }[],
  { by, reason, now }: Closing,
): Promise<{ batch: string; count: number }> {
  return transact(db, async (tx) => {
    const batch = newId()
    const items = (await inboxItems(tx, chosen)).flatMap(({ kind, id }) =>
      canBeSpam(kind) ? [{ kind, id }] : [],
    )
    if (items.length > 0) {
      await addClosings(tx, items, { batch, reason, by: by.id, at: now })
      const detail = { reason, count: items.length }
      await record(tx, { what: 'inbox-closed', by: by.id, about: batch, at: now, detail })
    }
    return { batch, count: items.length }
  })
}

/** An idea is not let through for a reason of its own kind. */
const refusalFor = {
  advertising: 'advertising',
  program: 'other',
  'sent-twice': 'sent-twice',
  abuse: 'insult',
} as const satisfies Record<SpamReason, RefusalReason>

/** None of the ideas of a wave is let through; each who wrote one is told why, in their language, and can appeal. */
export function refuseIdeasOf(db: Db, ids: readonly string[], { by, reason, now }: Closing): Promise<number> {
  const words = Object.fromEntries(
    languages.map((language) => [language, wordsFor(language)(`inbox.wave.because-${reason}`)]),
  )
  return refuseWave(db, ids, { by, now, reason: refusalFor[reason], words })
}

/** Everything that was put aside with one press waits again, as long as it had. */
export const undoClosing = (db: Db, by: Member, batch: string, now: Instant): Promise<void> =>
  transact(db, async (tx) => {
    const count = await undoClosings(tx, batch, by.id, now)
    if (count > 0)
      await record(tx, { what: 'inbox-put-back', by: by.id, about: batch, at: now, detail: { count } })
  })
