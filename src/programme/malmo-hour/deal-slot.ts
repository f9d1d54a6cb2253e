import type { Writes } from '../tables.ts'
import { loadTurns } from './load-turns.ts'
import { type NextTurn, whoseTurn } from './turns.rules.ts'
import { addSide, addTurn } from './turns.sql.ts'

interface Dealing {
  slotId: string
  by: string
  now: string
}

/**
 * Gives a slot to the side whose turn it is, and writes down why. Null when every side has let it pass: then it is
 * nobody's. The caller holds the series.
 */
export async function dealSlot(tx: Writes, { slotId, by, now }: Dealing): Promise<NextTurn | null> {
  const { history, sides } = await loadTurns(tx)
  for (const { id, headStart, hasJoined } of sides)
    if (!hasJoined) await addSide(tx, { party_id: id, head_start: headStart, since: now })
  const next = whoseTurn(history, slotId)
  if (!next) return null
  const { side, because, other } = next
  const empty = { reason: null, swap_id: null }
  const turn = { slot_id: slotId, party_id: side, because, other_party_id: other, ...empty }
  await addTurn(tx, { kind: 'dealt', ...turn, by_person: by, at: now })
  return next
}
