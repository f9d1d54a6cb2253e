import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import type { Means } from './means.ts'
import { partyIds } from './propose-revision.ts'
import { refusalToWrite, type WriteRefusal } from './revision.rules.ts'
import { changeRevision, revisionWithId } from './revisions.sql.ts'
import { tellParties } from './tell-parties.ts'

/** The proposing party takes its proposal back; null means it is done. It stays readable, with why. */
export async function withdrawRevision(
  db: Db,
  by: Member,
  id: string,
  { seen, reason }: { seen: number; reason: Texts },
  means: Means,
): Promise<WriteRefusal | null> {
  const { agreement_id } = found(await revisionWithId(db, id), 'revision')
  return decide(db, 'agreement', agreement_id, async (tx): Promise<WriteRefusal | null> => {
    const revision = found(await revisionWithId(tx, id), 'revision')
    const { now } = means
    const { state, version, party_id: partyId, number } = revision
    const today = localDate(now)
    // A party that has paused or left may still take back what it proposed.
    const parties = [...(await partyIds(tx, today)), partyId]
    const refusal = refusalToWrite({ state, version, seen, partyId, byParty: by.party?.id, parties })
    if (refusal) return refusal
    const ended = { ended_at: now, ended_on: today, end_reason: json(reason) }
    await changeRevision(tx, id, { state: 'withdrawn', ...ended })
    await record(tx, { what: 'revision-withdrawn', by: by.id, about: id, at: now, detail: { number } })
    if (state === 'proposed') await tellParties(tx, revision, 'withdrawn', means, by.id)
    return null
  })
}
