import { json } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import type { Tx } from '../tables.ts'
import { idsOfAsked } from './asked.sql.ts'
import type { Change } from './change.ts'
import { factsFor } from './facts.sql.ts'
import { type Misfit, misfitOf, touch } from './fits.rules.ts'
import type { Means } from './means.ts'
import { putInForce } from './put-in-force.ts'
import { outcomeOf } from './revision.rules.ts'
import {
  answersOf,
  changeRevision,
  changesOf,
  changesOfAll,
  openRevisions,
  type Revision,
} from './revisions.sql.ts'
import { tellParties } from './tell-parties.ts'

export type Settled =
  | { state: 'proposed' | 'in-force' | 'refused' | 'lapsed'; misfit: null }
  /** All have said yes, but something else has happened since: it can't come into force as it is written. */
  | { state: 'proposed'; misfit: Misfit }

/** Lets the answers so far lead to what they lead to. Whoever calls this holds the agreement. */
export async function settle(
  tx: Tx,
  revision: Revision,
  means: Means,
  by: string | null = null,
): Promise<Settled> {
  const { now } = means
  const today = localDate(now)
  const parties = await idsOfAsked(tx, revision, today)
  const answers = await answersOf(tx, revision.id)
  const { version, decide_by } = revision
  const outcome = outcomeOf({ version, decideBy: decide_by ?? '', answers, parties, today })
  if (outcome.state === 'proposed') return { state: 'proposed', misfit: null }
  const detail = { number: revision.number }
  if (outcome.state === 'in-force') {
    const changes = await changesOf(tx, revision.id)
    const misfit = misfitOf(changes, await factsFor(tx, revision, changes, today))
    if (misfit) return { state: 'proposed', misfit }
    await putInForce(tx, revision, changes, now)
    await replaceOthers(tx, revision, changes, means)
  } else {
    await changeRevision(tx, revision.id, { state: outcome.state, ended_at: now, ended_on: today })
  }
  await record(tx, { what: `revision-${outcome.state}`, by, about: revision.id, at: now, detail })
  await tellParties(tx, revision, outcome.state, means, by)
  return { state: outcome.state, misfit: null }
}

/** What else was proposed about the same things is void: it was read beside words that stand there no longer. */
async function replaceOthers(
  tx: Tx,
  revision: Revision,
  changes: readonly Change[],
  means: Means,
): Promise<void> {
  const others = (await openRevisions(tx, revision.plan_id)).filter((one) => one.id !== revision.id)
  const theirs = await changesOfAll(
    tx,
    others.map((one) => one.id),
  )
  for (const other of others) {
    const isWhole = revision.kind === 'adoption' && other.kind === 'adoption'
    if (isWhole || touch(changes, theirs.get(other.id) ?? [])) await replace(tx, other, revision, means)
  }
}

async function replace(tx: Tx, other: Revision, by: Revision, means: Means): Promise<void> {
  const { now } = means
  const ended = { ended_at: now, ended_on: localDate(now), replaced_by: by.id }
  await changeRevision(tx, other.id, { state: 'replaced', ...ended, end_reason: json({}) })
  const detail = { number: other.number, by: by.number }
  await record(tx, { what: 'revision-replaced', by: null, about: other.id, at: now, detail })
  await tellParties(tx, other, 'replaced', means)
}
