import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { DbWith, PeopleTables, Writes } from '../tables.ts'
import { type CarryOut, settle } from './decide-jointly.ts'
import { decisionWithId, openDecisions } from './joint-decisions.sql.ts'

type Floor = PeopleTables & RecordTables

/** Nobody waits for a party that has paused or left: what all the others have said yes to is carried out. */
export async function settleOpen<Tables extends Floor>(
  db: DbWith<Tables>,
  now: Instant,
  carryOut: CarryOut<DbWith<Tables>>,
): Promise<void> {
  const floor = db
  for (const { id } of await openDecisions(floor))
    await decide(floor, 'joint_decision', id, async (handle) => {
      const tx = handle as unknown as Writes
      const decision = found(await decisionWithId(tx, id), 'joint decision')
      // Answered a moment ago, perhaps.
      if (decision.state !== 'open') return
      await settle(tx, decision, now, (_, one) => carryOut(handle as unknown as DbWith<Tables>, one))
    })
}
