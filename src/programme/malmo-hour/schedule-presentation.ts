import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import type { Db, Writes } from '../tables.ts'
import { hourOf, slotWithId } from './load-turns.ts'
import { standingOf } from './proposal.rules.ts'
import { tellProposer } from './tell-proposer.ts'
import { changeProposalRow, proposalWithId } from './proposals.sql.ts'
import { refusalToSchedule, type ScheduleRefusal } from './slot.rules.ts'
import { type Acting, decideTurns } from './turn-change.ts'

interface Scheduling {
  proposalId: string
  slotId: string
}

/** Another side's proposals do not exist for a coordinator. */
export const ownProposal = async (tx: Writes, side: string, id: string) => {
  const proposal = found(await proposalWithId(tx, id), 'proposal')
  found(proposal.party_id === side || null, 'proposal of the own side')
  found(proposal.state !== 'unconfirmed' || null, 'confirmed proposal')
  return proposal
}

/** Puts an accepted presentation into a slot of its side; out of another one, if it had one. */
export function schedulePresentation(db: Db, acting: Acting, { proposalId, slotId }: Scheduling) {
  const { by, side, now } = acting
  return decideTurns(db, async (tx, turns): Promise<ScheduleRefusal | 'presented' | null> => {
    const proposal = await ownProposal(tx, side, proposalId)
    const slot = found(slotWithId(turns, slotId), 'slot')
    const hour = hourOf(turns, proposal)?.hour ?? null
    if (standingOf({ state: proposal.state, hour }, now) === 'presented') return 'presented'
    if (proposal.slot_id === slotId && hour) return null
    const refusal = refusalToSchedule(slot, { side, state: proposal.state }, now)
    if (refusal) return refusal
    await changeProposalRow(tx, proposal.id, { slot_id: slotId, scheduled_at: now })
    const detail = { proposal: proposal.id, slot: slotId }
    const about = slot.eventId
    await record(tx, { what: 'hour-presentation-scheduled', by: by.id, about, at: now, detail })
    await tellProposer(tx, acting, { kind: 'scheduled', proposal, slot, turns })
    return null
  })
}

/** Takes a presentation out of its slot again: it waits as before, and the slot stays with its side. */
export function putBack(db: Db, acting: Acting, proposalId: string) {
  const { by, side, now } = acting
  return decideTurns(db, async (tx, turns): Promise<'presented' | null> => {
    const proposal = await ownProposal(tx, side, proposalId)
    const slot = hourOf(turns, proposal)
    if (standingOf({ state: proposal.state, hour: slot?.hour ?? null }, now) === 'presented')
      return 'presented'
    if (!slot) return null
    await changeProposalRow(tx, proposal.id, { slot_id: null, scheduled_at: null })
    const detail = { proposal: proposal.id, slot: slot.id }
    await record(tx, { what: 'hour-presentation-put-back', by: by.id, about: slot.eventId, at: now, detail })
    await tellProposer(tx, acting, { kind: 'put-back', proposal, slot, turns })
    return null
  })
}
