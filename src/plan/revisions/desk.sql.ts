import type { Words } from '#platform/words.ts'
import type { Reads } from '../tables.ts'
import { idsOfAsked } from './asked.sql.ts'
import { outcomeOf } from './revision.rules.ts'
import { answersOf, changesOfAll, openRevisions } from './revisions.sql.ts'
import { revisionTitle } from './revision-title.ts'

/** What waits for a party's answer: its name, its last day and whose answer is missing. */
export async function revisionsAwaited(db: Reads, t: Words, today: string) {
  const open = await openRevisions(db)
  const changes = await changesOfAll(
    db,
    open.map((one) => one.id),
  )
  const awaited = open.map(async (revision) => {
    const { id, number, version, decide_by } = revision
    const answers = await answersOf(db, id)
    const parties = await idsOfAsked(db, revision, today)
    const decideBy = decide_by ?? today
    const outcome = outcomeOf({ version, decideBy, answers, parties, today })
    if (outcome.state !== 'proposed') return []
    const title = revisionTitle(t, revision, changes.get(id) ?? [])
    return [{ number, title, decideBy, awaits: outcome.awaits, proposedBy: revision.party_id }]
  })
  return (await Promise.all(awaited)).flat()
}
