import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Tx } from '../tables.ts'
import { addMerge, hideDouble, movePointer, partFromEachOther, pointingAt } from './merge.sql.ts'
import { type MergeRefusal, type Pointer, refusalToMerge } from './merge.rules.ts'
import { organisationWithId } from './organisations.sql.ts'

export interface Merging {
  pointers: readonly Pointer[]
  /** What has to be over first. */
  obstacle: (tx: Tx, fromId: string) => Promise<'in-open-change' | 'answers-open' | null>
  /** What moves by a rule of its own. */
  after: (tx: Tx, fromId: string, intoId: string) => Promise<void>
}

interface Two {
  fromId: string
  intoId: string
}

/** The double becomes the other: whatever pointed at the one points at the other, and its address leads there. */
export const mergeOrganisations = (
  db: Db,
  by: Member,
  { fromId, intoId }: Two,
  merging: Merging,
  now: Instant,
): Promise<MergeRefusal | null> =>
  decideAboutBoth(db, { fromId, intoId }, async (tx) => {
    const from = found(await organisationWithId(tx, fromId), 'organisation')
    const into = found(await organisationWithId(tx, intoId), 'organisation')
    const isMerged = from.merged_into !== null || into.merged_into !== null
    const obstacle = await merging.obstacle(tx, fromId)
    const refusal = refusalToMerge({ fromId, intoId, isMerged, obstacle })
    if (refusal) return refusal
    const moved = await pointingAt(tx, merging.pointers, fromId)
    await addMerge(tx, {
      from_id: fromId,
      into_id: intoId,
      at: now,
      by_person: by.id,
      moved: json(moved),
      before: json(from),
    })
    await partFromEachOther(tx, { fromId, intoId })
    for (const pointer of merging.pointers)
      if (!pointer.stays) await movePointer(tx, pointer, { fromId, intoId }, now)
    await merging.after(tx, fromId, intoId)
    await hideDouble(tx, from, into, now)
    await record(tx, {
      what: 'organisation-merged',
      by: by.id,
      about: intoId,
      at: now,
      detail: { from: fromId },
    })
    return null
  })

/** Nobody else decides about either meanwhile; always in the same order, so that two merges never wait for each other. */
function decideAboutBoth<R>(db: Db, { fromId, intoId }: Two, work: (tx: Tx) => Promise<R>): Promise<R> {
  const [first = '', second = ''] = [fromId, intoId].toSorted()
  return decide(db, 'organisation', first, (tx) => decide(tx, 'organisation', second, work))
}
