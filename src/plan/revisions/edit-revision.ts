import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import type { Db, Tx } from '../tables.ts'
import type { ChangeInput } from './change.ts'
import type { Means } from './means.ts'
import { partyIds, type Proposed, refusalFor, sayYes } from './propose-revision.ts'
import { refusalToWrite } from './revision.rules.ts'
import { changeRevision, type Revision, revisionWithId } from './revisions.sql.ts'
import { settle } from './settle.ts'
import { tellParties } from './tell-parties.ts'
import { besideStanding, writeChanges } from './write-changes.ts'

export interface Edit {
  /** The version that the form was opened on. */
  seen: number
  title: Texts
  reason: Texts
  /** Of what is proposed already; a draft is given its last day when it is proposed. */
  decideBy?: string
  changes: readonly ChangeInput[]
}

/**
 * Words a revision anew. It is a version of its own from then on: what others had said yes to was something else, so
 * their answers no longer count, and they are asked again. The proposing party says yes to its own new words.
 */
export async function editRevision(
  db: Db,
  by: Member,
  id: string,
  edit: Edit,
  means: Means,
): Promise<Proposed> {
  const { agreement_id } = found(await revisionWithId(db, id), 'revision')
  return decide(db, 'agreement', agreement_id, async (tx): Promise<Proposed> => {
    const revision = found(await revisionWithId(tx, id), 'revision')
    const changes = await besideStanding(tx, revision.plan_id, edit.changes)
    const decideBy = edit.decideBy ?? revision.decide_by ?? ''
    const asked = { revision: { ...revision, reason: edit.reason }, changes, seen: edit.seen, decideBy }
    const refusal =
      revision.state === 'proposed'
        ? await refusalFor(tx, by, asked, means)
        : refusalToWrite({
            ...{ state: revision.state, version: revision.version, seen: edit.seen },
            ...{ partyId: revision.party_id, byParty: by.party?.id },
            parties: await partyIds(tx, localDate(means.now)),
          })
    if (refusal) return { refusal }
    await changeRevision(tx, id, {
      ...{ version: revision.version + 1, changed_at: means.now },
      ...{ title: json(edit.title), reason: json(edit.reason) },
      ...(revision.state === 'proposed' && { decide_by: decideBy, asked_on: localDate(means.now) }),
    })
    await writeChanges(tx, id, changes)
    const edited = found(await revisionWithId(tx, id), 'revision')
    return afterwards(tx, by, edited, means)
  })
}

async function afterwards(tx: Tx, by: Member, revision: Revision, means: Means): Promise<Proposed> {
  const { id, number, version } = revision
  const detail = { number, version }
  await record(tx, { what: 'revision-changed', by: by.id, about: id, at: means.now, detail })
  if (revision.state === 'draft') return { refusal: null, id, number, state: 'proposed' }
  await sayYes(tx, by, revision, means)
  const { state } = await settle(tx, revision, means, by.id)
  if (state === 'proposed') await tellParties(tx, revision, 'changed', means, by.id)
  return { refusal: null, id, number, state }
}
