import { changesOf, revisionWithId } from '#plan/index.ts'
import type { Reads } from '../tables.ts'
import { threadThrough } from '../thread-of.ts'
import { type FollowedKind, following, type Tiding } from './following.rules.ts'

/** What follows from something today, as everybody may see it. */
export async function followingToday(db: Reads, kind: FollowedKind, id: string): Promise<Tiding[]> {
  if (kind === 'revision') return ofRevision(db, id)
  const thread = await threadThrough(db, kind, id)
  return thread ? following(thread) : []
}

/** How a proposed change of the plan stands; once it is in force, also what becomes of what it changed. */
async function ofRevision(db: Reads, id: string): Promise<Tiding[]> {
  const revision = await revisionTiding(db, id)
  if (!revision) return []
  const { state, kind, changes } = revision.revision
  // A whole new plan is one piece of news, and not as many as there are commitments in it.
  if (state !== 'in-force' || kind !== 'change') return [revision]
  const from: Tiding[] = []
  for (const change of changes) {
    if (change.kind === 'add-commitment' || change.kind === 'change-commitment')
      from.push(...(await followingToday(db, 'commitment', change.commitment_id)))
    const areas = change.kind === 'focus-areas' ? change.after.areas : []
    for (const id of areas.flatMap((area) => area.proposal_id ?? []))
      from.push(...(await followingToday(db, 'focus-area', id)))
  }
  return [revision, ...from]
}

/** Everybody may know of a revision from the day it was proposed. */
export async function revisionTiding(db: Reads, id: string) {
  const revision = await revisionWithId(db, id)
  if (!revision || revision.proposed_at === null) return undefined
  return { kind: 'revision', revision: { ...revision, changes: await changesOf(db, id) } } as const
}
