import * as z from 'zod'
import { optionalParagraphs } from '#platform/form.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../tables.ts'
import { tellProposer } from './tell-proposer.ts'
import { type DecideRefusal, refusalToDecide } from './proposal.rules.ts'
import { changeProposalRow } from './proposals.sql.ts'
import { ownProposal } from './schedule-presentation.ts'
import { type Acting, decideTurns } from './turn-change.ts'

export const Decision = z
  .object({
    answer: z.enum(['accepted', 'declined'], 'malmo-hour.mistake.answer'),
    because: optionalParagraphs(1000),
  })
  .refine(({ answer, because }) => answer === 'accepted' || because !== null, {
    error: 'malmo-hour.mistake.decline-reason',
    path: ['because'],
  })
export type Decision = z.output<typeof Decision>

/** The office of the side that it is for says yes or no, and why; whoever proposed is told. */
export function decideProposal(db: Db, acting: Acting, id: string, { answer, because }: Decision) {
  const { by, side, now } = acting
  return decideTurns(db, async (tx, turns): Promise<DecideRefusal | null> => {
    const proposal = await ownProposal(tx, side, id)
    const refusal = refusalToDecide(proposal.state)
    if (refusal) return refusal
    const reason = answer === 'declined' ? because : null
    const change = { state: answer, decided_at: now, decided_by: by.id, because: reason }
    await changeProposalRow(tx, id, change)
    await record(tx, { what: `hour-proposal-${answer}`, by: by.id, about: id, at: now })
    await tellProposer(tx, acting, { kind: answer, proposal: { ...proposal, ...change }, turns })
    return null
  })
}
