import { daysBetween } from '#platform/time.ts'

export const reminderKinds = ['soon', 'late', 'very-late'] as const
export type ReminderKind = (typeof reminderKinds)[number]

/** From how many days after the answer was due each reminder goes; before that it is negative. */
const from: Readonly<Record<ReminderKind, number>> = { soon: -7, late: 1, 'very-late': 21 }

/** The platform reminds three times, and then the coordinators talk to people. */
const daysLateMax = 60

/**
 * Which reminder a receiver who has not answered gets today: the latest that has come, and only if neither it nor a later
 * one went out. Who was handed the recommendation less than a week ago has it fresh in mind.
 */
export function reminderDue(
  asked: { handedOverOn: string; dueOn: string },
  today: string,
  sent: readonly ReminderKind[],
): ReminderKind | null {
  const late = daysBetween(asked.dueOn, today)
  if (late > daysLateMax || daysBetween(asked.handedOverOn, today) < 7) return null
  const due = reminderKinds.toReversed().find((kind) => late >= from[kind])
  if (!due) return null
  const place = reminderKinds.indexOf(due)
  return sent.some((kind) => reminderKinds.indexOf(kind) >= place) ? null : due
}
