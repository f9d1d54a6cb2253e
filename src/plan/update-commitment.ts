import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalLine, optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { commitmentStates, refusalToUpdate, type UpdateRefusal } from './commitment.rules.ts'
import { commitmentWithId } from './commitments.sql.ts'
import type { Db } from './tables.ts'
import { addUpdate, updateExists } from './updates.sql.ts'

const saidMax = 4000
const addressMax = 1000

const isWebAddress = (text: string | null): boolean =>
  text === null || (/^https?:\/\//.test(text) && URL.canParse(text))

export const UpdateForm = z.object({
  /** Made when the form is shown, so that a form that is sent twice is one update. */
  id: z.uuid(),
  state: z.enum(commitmentStates, 'plan.update.state-missing'),
  said: optionalTexts(saidMax),
  evidence: optionalLine(addressMax).refine(isWebAddress, 'plan.update.evidence-wrong'),
})
export type UpdateForm = z.output<typeof UpdateForm>

/** Says how a commitment stands from now on; null means it is done. What was said earlier stays. */
export function updateCommitment(db: Db, by: Member, commitmentId: string, form: UpdateForm, now: Instant) {
  return decide(db, 'commitment', commitmentId, async (tx): Promise<UpdateRefusal | null> => {
    const commitment = found(await commitmentWithId(tx, commitmentId), 'commitment')
    const owningPartyIds = commitment.owners.flatMap((owner) => owner.party_id ?? [])
    const { id, state, said, evidence } = form
    const refusal = refusalToUpdate({ partyId: by.party?.id, owningPartyIds, state, said })
    if (refusal) return refusal
    if (await updateExists(tx, id)) return null

    const row = { id, commitment_id: commitmentId, at: now, state, said: json(said), evidence_url: evidence }
    await addUpdate(tx, { ...row, by_person: by.id })
    const detail = { number: commitment.number, state }
    await record(tx, { what: 'commitment-updated', by: by.id, about: commitmentId, at: now, detail })
    return null
  })
}
