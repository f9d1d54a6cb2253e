import { datePlus } from '#platform/time.ts'

/** So many days after the first working day the letter still goes out, should the platform have stood still. */
const lateDaysMax = 7

/** Whether the month's letter is to be sent on this day, where `first` is the month's first working day. */
export const isLetterDay = (date: string, first: string): boolean =>
  date >= first && date <= datePlus(first, lateDaysMax)
