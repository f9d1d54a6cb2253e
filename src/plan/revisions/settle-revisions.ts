import { decide } from '#platform/db.ts'
import { datePlus, localDate } from '#platform/time.ts'
import type { Db, Tx } from '../tables.ts'
import { idsOfAsked } from './asked.sql.ts'
import type { Means } from './means.ts'
import { outcomeOf } from './revision.rules.ts'
import { answersOf, openRevisions, revisionWithId } from './revisions.sql.ts'
import { settle } from './settle.ts'
import { tellAwaited } from './tell-parties.ts'

/** Each night: what was not answered in time lapses, also where it only waited for a party that has paused or left. */
export async function settleRevisions(db: Db, means: Means): Promise<void> {
  for (const { id, agreement_id } of await openRevisions(db)) {
    await decide(db, 'agreement', agreement_id, async (tx: Tx) => {
      const revision = await revisionWithId(tx, id)
      if (revision?.state === 'proposed') await settle(tx, revision, means)
    })
  }
}

// So many days before the last one those whose answer is awaited are reminded.
const reminderDays = 3

/** A few days before a proposal lapses, those whose answer is missing are told, once. */
export async function remindOfRevisions(db: Db, means: Means): Promise<void> {
  const today = localDate(means.now)
  for (const revision of await openRevisions(db)) {
    if (!revision.decide_by || revision.decide_by > datePlus(today, reminderDays)) continue
    const answers = await answersOf(db, revision.id)
    const { version, decide_by: decideBy } = revision
    const parties = await idsOfAsked(db, revision, today)
    const outcome = outcomeOf({ version, decideBy, answers, parties, today })
    if (outcome.state === 'proposed') await tellAwaited(db, revision, outcome.awaits, means)
  }
}
