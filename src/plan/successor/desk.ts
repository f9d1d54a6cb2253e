import type { Reads } from '../tables.ts'
import { isAdopted } from '../period.rules.ts'
import { plans } from '../plans.sql.ts'
import { loadCarried, silentOwners } from './asking/load-carried.ts'
import { waitingComments } from './consultation/comments.sql.ts'
import { latestSuccessor } from './successor.sql.ts'

const nobodyWaits = { toRead: 0, toReadSince: null, toAnswer: 0, toAnswerSince: null }

/** What the next plan asks of a party's coordinator today. */
export async function nextPlanDesk(
  db: Reads,
  { today, party }: { today: string; party: string | undefined },
) {
  const adopted = (await plans(db)).filter(isAdopted)
  const begun = adopted.filter(({ starts_on }) => starts_on <= today)
  const successor = await latestSuccessor(db)
  const isMaking = successor !== undefined && successor.adopted_on === null
  const carried = isMaking ? await loadCarried(db, successor, today) : []
  const waiting = isMaking ? await waitingComments(db, successor.id) : nobodyWaits
  return {
    ...waiting,
    lastEnds: begun[0]?.ends_on ?? null,
    hasLater: adopted.some(({ starts_on }) => starts_on > today),
    isBegun: isMaking,
    begunAt: isMaking ? successor.begun_at : null,
    unanswered: carried.filter(
      (one) => one.fate === 'unanswered' && silentOwners(one).some(({ id }) => id === party),
    ).length,
  }
}
