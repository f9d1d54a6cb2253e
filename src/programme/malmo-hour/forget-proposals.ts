import { transact } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { addressKeptUntil, confirmDays, standingOf } from './proposal.rules.ts'
import { changeProposalRow, removeUnconfirmedProposals, withAddress } from './proposals.sql.ts'

type Kept = Awaited<ReturnType<typeof withAddress>>[number]

/** When a proposal was over: presented, declined or withdrawn; null while it is not. */
export const overSince = (row: Pick<Kept, 'decided_at' | 'withdrawn_at' | 'state'>, endsAt: Instant | null) =>
  row.withdrawn_at ?? (row.state === 'declined' ? row.decided_at : endsAt)

/** Forgets addresses whose time is up; of what was never presented, who it would have been and what was said, too. */
export const forgetProposals = (db: Db, now: Instant): Promise<void> =>
  transact(db, async (tx) => {
    await removeUnconfirmedProposals(tx, plus(now, { days: -confirmDays }))
    for (const row of await withAddress(tx)) {
      const hour = row.ends_at && !row.cancelled_at ? { ends_at: row.ends_at } : null
      const standing = standingOf({ state: row.state, hour }, now)
      const over = overSince(row, hour?.ends_at ?? null)
      const until = addressKeptUntil(standing, { over, confirmed: row.confirmed_at })
      if (!until || until > now) continue
      const gone = { email: null, forgotten_at: now }
      const whole = standing === 'declined' || standing === 'withdrawn'
      await changeProposalRow(tx, row.id, whole ? { ...gone, learn: '', presenter: '', url: null } : gone)
      await record(tx, { what: 'hour-proposal-forgotten', by: null, about: row.id, at: now })
    }
  })
