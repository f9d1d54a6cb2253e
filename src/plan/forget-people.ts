import type { Instant } from '#platform/time.ts'
import { forgetAsked } from './principles-survey/close-surveys.ts'
import { forgetCommenters } from './successor/consultation/forget-commenters.ts'
import type { Db } from './tables.ts'

/** Whoever was asked or said something, and is not to be remembered any longer. */
export async function forgetPeopleOfPlans(db: Db, now: Instant): Promise<void> {
  await forgetAsked(db, now)
  await forgetCommenters(db, now)
}
