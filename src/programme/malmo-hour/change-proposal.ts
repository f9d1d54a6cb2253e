import { found } from '#platform/errors.ts'
import { hashOf } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import { hourOf, type Turns } from './load-turns.ts'
import { type ChangeRefusal, refusalToChange, refusalToWithdraw, standingOf } from './proposal.rules.ts'
import { tellOffice } from './tell-office.ts'
import { changeProposalRow, proposalOfLink } from './proposals.sql.ts'
import type { ProposalText } from './propose.ts'
import { decideTurns, type UrlOf } from './turn-change.ts'

const held = async (tx: Writes, turns: Turns, token: string, now: Instant) => {
  const proposal = found(await proposalOfLink(tx, hashOf(token)), 'proposal')
  const slot = hourOf(turns, proposal)
  return { proposal, slot, standing: standingOf({ state: proposal.state, hour: slot?.hour ?? null }, now) }
}

/** The owner of the address says: yes, that was me. Said twice, it changes nothing. */
export const confirmProposal = (db: Db, token: string, now: Instant): Promise<null> =>
  decideTurns(db, async (tx, turns) => {
    const { proposal } = await held(tx, turns, token, now)
    if (proposal.state !== 'unconfirmed') return null
    await changeProposalRow(tx, proposal.id, { state: 'waiting', confirmed_at: now })
    await record(tx, { what: 'hour-proposal-came', by: null, about: proposal.id, at: now })
    return null
  })

/** New words, until the presentation has a slot. */
export const changeProposal = (db: Db, token: string, text: ProposalText, now: Instant) =>
  decideTurns(db, async (tx, turns): Promise<ChangeRefusal | null> => {
    const { proposal, standing } = await held(tx, turns, token, now)
    const refusal = refusalToChange(standing)
    if (refusal) return refusal
    await changeProposalRow(tx, proposal.id, text)
    await record(tx, { what: 'hour-proposal-changed', by: null, about: proposal.id, at: now })
    return null
  })

/** Whoever proposed cannot present after all. The slot stays with the side, whose office hears of it. */
export const withdrawProposal = (db: Db, token: string, { now, url }: { now: Instant; url: UrlOf }) =>
  decideTurns(db, async (tx, turns): Promise<'over' | null> => {
    const { proposal, slot, standing } = await held(tx, turns, token, now)
    const refusal = refusalToWithdraw(standing)
    if (refusal) return refusal
    const change = { state: 'withdrawn', withdrawn_at: now, slot_id: null, scheduled_at: null } as const
    await changeProposalRow(tx, proposal.id, change)
    await record(tx, { what: 'hour-proposal-withdrawn', by: null, about: proposal.id, at: now })
    const to = proposal.party_id
    if (slot)
      await tellOffice(
        tx,
        { side: to, now, url },
        { kind: 'withdrawn', to, slot, turns, reason: proposal.title },
      )
    return null
  })
