import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { optionalLine } from '#platform/form.ts'
import { record } from '#platform/record.ts'
import type { Db, Writes } from '../tables.ts'
import { type Slot, slotWithId, type Turns } from './load-turns.ts'
import { tellOffice } from './tell-office.ts'
import { tellProposer } from './tell-proposer.ts'
import { changeProposalRow } from './proposals.sql.ts'
import { type AnswerRefusal, refusalToAnswer } from './swap.rules.ts'
import { answerSwapRow, type SwapRow } from './swaps.sql.ts'
import { type Acting, decideTurns } from './turn-change.ts'
import { addTurn } from './turns.sql.ts'

export const SwapAnswer = z
  .object({
    answer: z.enum(['yes', 'no', 'withdrawn'], 'malmo-hour.mistake.swap-answer'),
    because: optionalLine(500),
  })
  .refine(({ answer, because }) => answer !== 'no' || because !== null, {
    error: 'malmo-hour.mistake.no-reason',
    path: ['because'],
  })
export type SwapAnswer = z.output<typeof SwapAnswer>

/** The swap, for one of the two sides that it is about; for others it does not exist. */
export function swapOfSide(turns: Turns, id: string, side: string): SwapRow {
  const swap = found(
    turns.swaps.find((one) => one.id === id),
    'swap',
  )
  found(swap.party_id === side || swap.other_party_id === side || null, 'swap of the own side')
  return swap
}

/** The other side says yes or no, or the one that asked takes it back. With a yes both slots change sides at once. */
export function answerSwap(db: Db, acting: Acting, id: string, { answer, because }: SwapAnswer) {
  const { by, side, now } = acting
  return decideTurns(db, async (tx, turns): Promise<AnswerRefusal | null> => {
    const swap = swapOfSide(turns, id, side)
    // Only whoever asked takes it back, and only the other answers.
    found((answer === 'withdrawn') === (swap.party_id === side) || null, 'answer of this side')
    const slot = found(slotWithId(turns, swap.slot_id), 'slot')
    const other = found(slotWithId(turns, swap.other_slot_id), 'slot')
    const isAsAsked = slot.side === swap.party_id && other.side === swap.other_party_id
    const refusal = refusalToAnswer({ answer: swap.answer, isAsAsked, slot, other }, answer, now)
    if (refusal) return refusal
    await answerSwapRow(tx, id, { answer, because, answered_by: by.id, answered_at: now })
    if (answer === 'yes') await exchange(tx, acting, { swap, slot, other, turns })
    const detail = { swap: id, answer }
    await record(tx, { what: `hour-swap-${words[answer]}`, by: by.id, about: slot.eventId, at: now, detail })
    const to = answer === 'withdrawn' ? swap.other_party_id : swap.party_id
    const kind = answer === 'yes' ? 'swap-yes' : answer === 'no' ? 'swap-no' : 'swap-withdrawn'
    await tellOffice(tx, acting, {
      kind,
      to,
      slot: answer === 'withdrawn' ? other : slot,
      turns,
      reason: because,
    })
    return null
  })
}

const words = { yes: 'agreed', no: 'declined', withdrawn: 'withdrawn' } as const

interface Exchange {
  swap: SwapRow
  slot: Slot
  other: Slot
  turns: Turns
}

/** What is to be presented moves along with its side, and whoever presents is told. */
async function exchange(tx: Writes, acting: Acting, { swap, slot, other, turns }: Exchange): Promise<void> {
  const { by, now } = acting
  const moves = [
    { proposal: slot.presentation, to: other },
    { proposal: other.presentation, to: slot },
  ]
  for (const { proposal } of moves)
    if (proposal) await changeProposalRow(tx, proposal.id, { slot_id: null, scheduled_at: null })
  const turn = { kind: 'swapped', because: null, reason: null, swap_id: swap.id, by_person: by.id } as const
  const [mine, theirs] = [swap.party_id, swap.other_party_id]
  await addTurn(tx, { ...turn, slot_id: slot.id, party_id: theirs, other_party_id: mine, at: now })
  await addTurn(tx, { ...turn, slot_id: other.id, party_id: mine, other_party_id: theirs, at: now })
  for (const { proposal, to } of moves) {
    if (!proposal) continue
    await changeProposalRow(tx, proposal.id, { slot_id: to.id, scheduled_at: now })
    await tellProposer(tx, acting, { kind: 'moved', proposal, slot: to, turns })
  }
}
