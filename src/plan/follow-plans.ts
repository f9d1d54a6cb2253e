import { followSurveys } from './principles-survey/follow-surveys.ts'
import { tellOwners } from './successor/approvals/tell-owners.ts'
import type { Letters } from './successor/letters.ts'
import type { Db } from './tables.ts'

/** What follows by the clock from what was asked and decided about plans. */
export async function followPlans(db: Db, letters: Letters): Promise<void> {
  await followSurveys(db, letters)
  await tellOwners(db, letters)
}
