import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import { questionsWaiting } from '#about/index.ts'
import { pledgesWaiting } from '#partners/index.ts'
import type { Reads, Writes } from '../tables.ts'
import type { SpamReason } from './inbox.rules.ts'

interface Closed {
  batch: string
  reason: SpamReason
  by: string
  at: Instant
}

export const addClosings = (
  db: Writes,
  items: readonly { kind: 'question' | 'pledge'; id: string }[],
  { batch, reason, by, at }: Closed,
) =>
  db
    .insertInto('inbox_closing')
    .values(
      items.map(({ kind, id }) => ({
        ...{ id: newId(), batch_id: batch, kind, item_id: id, reason, by_person: by, at },
        ...{ undone_at: null, undone_by: null },
      })),
    )
    .execute()

/** Puts everything back that was put aside with one press; how many. */
export async function undoClosings(db: Writes, batch: string, by: string, at: Instant): Promise<number> {
  const done = await db
    .updateTable('inbox_closing')
    .set({ undone_at: at, undone_by: by })
    .where('batch_id', '=', batch)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** What is put aside now, the latest first; its words are read by whoever wants to look. */
export const closedNow = (db: Reads, max: number) =>
  db
    .selectFrom('inbox_closing')
    .innerJoin('person', 'person.id', 'inbox_closing.by_person')
    .innerJoin(questionsWaiting(db).unionAll(pledgesWaiting(db)).as('waiting'), (join) =>
      join.onRef('waiting.kind', '=', 'inbox_closing.kind').onRef('waiting.id', '=', 'item_id'),
    )
    .select(['inbox_closing.batch_id', 'inbox_closing.reason', 'inbox_closing.at', 'person.name as by'])
    .select(['waiting.kind', 'waiting.ref', 'waiting.title', 'waiting.language'])
    .where('inbox_closing.undone_at', 'is', null)
    .orderBy('inbox_closing.at', 'desc')
    .orderBy('inbox_closing.id')
    .limit(max)
    .execute()

export type ClosedItem = Awaited<ReturnType<typeof closedNow>>[number]

export const isPutAside = async (db: Reads, kind: 'question' | 'pledge', id: string): Promise<boolean> => {
  const row = await db
    .selectFrom('inbox_closing')
    .select('id')
    .where('kind', '=', kind)
    .where('item_id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
