import { datePlus, localDate } from '#platform/time.ts'
import { signUpsKeptDays } from './keep.rules.ts'

/** The date on which something is wiped that is kept so many days after an event. */
export const keptUntil = (event: { ends_at: string }, days: number): string =>
  datePlus(localDate(event.ends_at), days)

/** The date on which the names of those who signed up are forgotten; the form shows it. */
export const signUpsForgottenOn = (event: { ends_at: string }): string => keptUntil(event, signUpsKeptDays)
