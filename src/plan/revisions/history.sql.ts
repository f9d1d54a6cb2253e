import type { Reads } from '../tables.ts'
import type { Names } from './change.page.tsx'
import type { Change, CommitmentWords } from './change.ts'
import { namesIn } from './names.sql.ts'
import { changesOfAll, openRevisions, type Revision } from './revisions.sql.ts'
import { thingsOf } from './fits.rules.ts'

/** What a commitment said from a day on, and by which revision. */
export interface Version {
  position: number
  fromDay: string
  isRemoved: boolean
  /** Null: from before changes were decided on here. */
  revision: number | null
  words: CommitmentWords
}

export interface CommitmentHistory {
  /** The first first. */
  versions: readonly Version[]
  open: readonly Revision[]
  changes: ReadonlyMap<string, readonly Change[]>
  names: Names
}

/** Everything that a commitment has been, and what is proposed to become of it. */
export async function historyOf(
  db: Reads,
  { id, plan_id }: { id: string; plan_id: string },
): Promise<CommitmentHistory> {
  const rows = await db
    .selectFrom('commitment_version as version')
    .leftJoin('revision', 'revision.id', 'version.revision_id')
    .select(['position', 'from_day', 'is_removed', 'version.title', 'what', 'measure', 'due_on', 'owners'])
    .select('revision.number')
    .where('commitment_id', '=', id)
    .orderBy('position')
    .execute()
  const versions = rows.map(({ position, from_day, is_removed, number, ...words }) => ({
    ...{ position, words, fromDay: from_day, isRemoved: is_removed === 1, revision: number },
  }))
  const proposed = await openRevisions(db, plan_id)
  const changes = await changesOfAll(
    db,
    proposed.map((one) => one.id),
  )
  const thing = `commitment ${id}`
  const open = proposed.filter((one) =>
    changes.get(one.id)?.some((change) => thingsOf(change).includes(thing)),
  )
  const said = versions.map(({ words }) => asChange(id, words))
  return { versions, open, changes, names: await namesIn(db, said) }
}

const asChange = (commitment_id: string, before: CommitmentWords): Change => ({
  ...{ id: '', position: 1, kind: 'remove-commitment', commitment_id, before },
})
