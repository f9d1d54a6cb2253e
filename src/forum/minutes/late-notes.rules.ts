import { daysBetween, type Instant, localDate } from '#platform/time.ts'

/** Those who came were promised to see what was said; two weeks later they stop looking. */
const noteDaysLate = 14

/** The organisers are reminded when so many days have passed without minutes. */
export const reminderDays = [3, 7] as const
export type ReminderDays = (typeof reminderDays)[number]

// Whoever did not write within a month does not begin because of a mail, and a new installation reminds nobody of old events.
export const reminderDaysMax = 30

const daysSince = (endsAt: Instant, now: Instant): number => daysBetween(localDate(endsAt), localDate(now))

/** Whether everybody is told that the notes are late: over for more than two weeks, and nothing to read. */
export const notesAreLate = (endsAt: Instant, now: Instant): boolean => daysSince(endsAt, now) > noteDaysLate

/** Which reminder is due: the latest that has come, and only if neither it nor a later one went out. */
export function reminderDue(endsAt: Instant, now: Instant, sent: readonly number[]): ReminderDays | null {
  const days = daysSince(endsAt, now)
  if (days > reminderDaysMax) return null
  const due = reminderDays.toReversed().find((one) => days >= one)
  return due === undefined || sent.some((one) => one >= due) ? null : due
}
