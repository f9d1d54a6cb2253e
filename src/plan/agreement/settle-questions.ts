import { type CarryOut, settleOpen, takeInParty } from '#people/index.ts'
import type { Instant } from '#platform/time.ts'
import { carryOutGoal } from '../goals/ask-about-goal.ts'
import type { Db } from '../tables.ts'
import type { UrlOf } from './ask-to-join.ts'
import { carryOutVersion } from './draft-version.ts'

/** Each night: questions that waited for a party which is no longer joined are decided by those that are. */
export const settleQuestions = (db: Db, { now, url }: { now: Instant; url: UrlOf }): Promise<void> => {
  const carryOut: CarryOut<Db> = async (tx, decision) => {
    if (decision.kind === 'adopt-agreement') return carryOutVersion(now)(tx, decision)
    if (decision.kind !== 'take-in-party') return carryOutGoal(now)(tx, decision)
    const linkTo = (language: Parameters<UrlOf>[0], token: string) => url(language, `/sign-in/with/${token}`)
    return takeInParty({ now, linkTo, by: decision.made_by })(tx, decision)
  }
  return settleOpen(db, now, carryOut)
}
