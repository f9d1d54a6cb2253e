import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalDate, optionalLine, optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { commitmentStates, refusalToUpdate, type UpdateRefusal } from './commitment.rules.ts'
import { commitmentWithId } from './commitments.sql.ts'
import { addEvidence, countsOfEvidence, type NewEvidence, toPointAt } from './evidence/evidence.sql.ts'
import type { Db, Writes } from './tables.ts'
import { addUpdate, updateExists, updatesOf } from './updates.sql.ts'

const saidMax = 4000
const addressMax = 1000
const unitMax = 100

const isWebAddress = (text: string | null): boolean =>
  text === null || (/^https?:\/\//.test(text) && URL.canParse(text))

const chosen = z
  .string()
  .optional()
  .transform((id) => id || null)

const amount = optionalLine(20).transform((text, context) => {
  if (text === null) return null
  const number = Number(text.replaceAll(/\s/g, '').replace(',', '.'))
  if (Number.isFinite(number) && number >= 0) return number
  context.addIssue('plan.evidence.amount-wrong')
  return z.NEVER
})

export const UpdateForm = z
  .object({
    /** Made when the form is shown, so that a form that is sent twice is one update. */
    id: z.uuid(),
    state: z.enum(commitmentStates, 'plan.update.state-missing'),
    said: optionalTexts(saidMax),
    evidence: optionalLine(addressMax).refine(isWebAddress, 'plan.update.evidence-wrong'),
    event: chosen,
    material: chosen,
    partnership: chosen,
    amount,
    unit: optionalTexts(unitMax),
    day: optionalDate,
  })
  // A number says nothing without what it counts and of which day it is.
  .refine(({ amount, unit }) => amount === null || Object.keys(unit).length > 0, {
    error: 'plan.evidence.unit-missing',
    path: ['unit.sv'],
  })
  .refine(({ amount, day }) => amount === null || day !== null, {
    error: 'plan.evidence.day-missing',
    path: ['day'],
  })
type Whole = z.output<typeof UpdateForm>
/** What an update says, and what it points at if anything. */
export type UpdateForm = Pick<Whole, 'id' | 'state' | 'said' | 'evidence'> & Partial<Whole>

/** Says how a commitment stands from now on; null means it is done. What was said earlier stays. */
export function updateCommitment(db: Db, by: Member, commitmentId: string, form: UpdateForm, now: Instant) {
  return decide(db, 'commitment', commitmentId, async (tx): Promise<UpdateRefusal | null> => {
    const commitment = found(await commitmentWithId(tx, commitmentId), 'commitment')
    const owningPartyIds = commitment.owners.flatMap((owner) => owner.party_id ?? [])
    const { id, state, said, evidence } = form
    const fresh = await evidenceIn(tx, form, now)
    const hasEvidence = evidence !== null || fresh !== null || (await hasEvidenceAlready(tx, commitmentId))
    const refusal = refusalToUpdate({
      ...{ isTakenOut: commitment.removed_on !== null, partyId: by.party?.id, owningPartyIds },
      ...{ state, said, hasEvidence },
    })
    if (refusal) return refusal
    if (await updateExists(tx, id)) return null

    // First what shows it: the database lets nothing be done without.
    if (fresh) await addEvidence(tx, { update_id: id, commitment_id: commitmentId }, fresh)
    const row = { id, commitment_id: commitmentId, at: now, state, said: json(said), evidence_url: evidence }
    await addUpdate(tx, { ...row, by_person: by.id })
    const detail = { number: commitment.number, state }
    await record(tx, { what: 'commitment-updated', by: by.id, about: commitmentId, at: now, detail })
    return null
  })
}

/** What the form points at, of all that it could; null when it points at nothing. */
async function evidenceIn(tx: Writes, form: UpdateForm, now: Instant): Promise<NewEvidence | null> {
  const {
    event = null,
    material = null,
    partnership = null,
    amount: given = null,
    unit = {},
    day = null,
  } = form
  if (!event && !material && !partnership && given === null) return null
  const { events, materials, partnerships } = await toPointAt(tx, now)
  const among = (list: readonly { id: string }[], id: string | null): string | null =>
    id === null ? null : found(list.find((one) => one.id === id)?.id, 'evidence')
  return {
    eventId: among(events, event),
    materialId: among(materials, material),
    partnershipId: among(partnerships, partnership),
    number: given === null || day === null ? null : { amount: given, unit, day },
  }
}

async function hasEvidenceAlready(tx: Writes, commitmentId: string): Promise<boolean> {
  if ((await countsOfEvidence(tx, [commitmentId])).size > 0) return true
  return (await updatesOf(tx, commitmentId)).some((update) => update.evidence_url !== null)
}
