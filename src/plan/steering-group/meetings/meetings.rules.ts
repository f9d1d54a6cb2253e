import { datePlus, type Instant, localDate } from '#platform/time.ts'

/** "The steering group meets four times a year." */
export const meetingsPerYear = 4

interface Meeting {
  starts_at: Instant
  ends_at: Instant
  cancelled_at: Instant | null
  party_id: string
}

export interface YearOfMeetings {
  year: number
  held: number
  planned: number
  /** So many of the four are neither held nor planned. */
  missing: number
  /** The last day of the quarter in which the next one belongs; null when none is missing, or the year is over. */
  dueBy: string | null
  isLate: boolean
}

const quarterEnds = ['03-31', '06-30', '09-30', '12-31'] as const

/** How many of the year's meetings were held and are planned: one for each quarter, whichever month. */
export function yearOfMeetings(meetings: readonly Meeting[], year: number, now: Instant): YearOfMeetings {
  const counted = meetings.filter(
    (one) => one.cancelled_at === null && localDate(one.starts_at).startsWith(`${year}-`),
  )
  const held = counted.filter((one) => one.ends_at <= now).length
  const planned = counted.length - held
  const missing = Math.max(0, meetingsPerYear - counted.length)
  const today = localDate(now)
  const end = quarterEnds[counted.length]
  const dueBy = missing > 0 && end && today <= `${year}-12-31` ? `${year}-${end}` : null
  return { year, held, planned, missing, dueBy, isLate: dueBy !== null && dueBy < today }
}

/** So long before the end of the quarter somebody has to call the next meeting, since members need the time. */
const callingDays = 42

/** Whether the next meeting should be called now. */
export const isToBeCalled = ({ dueBy }: YearOfMeetings, today: string): boolean =>
  dueBy !== null && dueBy <= datePlus(today, callingDays)

/** The parties take turns: whose last call lies furthest back is due, and of those who never called the first one. */
export function whoIsDue(meetings: readonly Meeting[], parties: readonly string[]): string | null {
  const latest = (party: string): string =>
    meetings
      .filter((one) => one.party_id === party && one.cancelled_at === null)
      .map((one) => one.starts_at)
      .toSorted()
      .at(-1) ?? ''
  const ordered = parties.toSorted((one, other) => {
    const [first, second] = [latest(one), latest(other)]
    return first === second ? parties.indexOf(one) - parties.indexOf(other) : first < second ? -1 : 1
  })
  return ordered[0] ?? null
}

export type PlanRefusal = 'in-the-past' | 'minutes-begun' | 'held-already' | 'cancelled-already'

/** A meeting is planned ahead; once it has been held its day stays. */
export function refusalToPlanMeeting(
  before: (Meeting & { state: string | null }) | null,
  startsAt: Instant,
  now: Instant,
): PlanRefusal | null {
  if (before && before.cancelled_at !== null) return 'cancelled-already'
  if (before && before.state !== null) return 'minutes-begun'
  if (before && before.starts_at <= now) return before.starts_at === startsAt ? null : 'held-already'
  return startsAt <= now ? 'in-the-past' : null
}

export const refusalToCancelMeeting = (
  before: Meeting & { state: string | null },
  now: Instant,
): PlanRefusal | null => {
  if (before.cancelled_at !== null) return 'cancelled-already'
  return before.starts_at <= now ? 'held-already' : null
}

export type ItemRefusal = 'approved-already' | 'cancelled-already' | 'not-begun'

/** What is on the agenda can change until the minutes are approved. */
export function refusalToChangeItems(meeting: {
  state: string | null
  cancelled_at: Instant | null
}): ItemRefusal | null {
  if (meeting.cancelled_at !== null) return 'cancelled-already'
  return meeting.state === 'approved' || meeting.state === 'published' ? 'approved-already' : null
}

/** Decisions are taken at the meeting, and written down from then on. */
export function refusalToDecide(
  meeting: Meeting & { state: string | null },
  now: Instant,
): ItemRefusal | null {
  return refusalToChangeItems(meeting) ?? (now < meeting.starts_at ? 'not-begun' : null)
}

/** Members are reminded so many days before. */
const remindDays = 7

/** Which letter about a coming meeting is due: the call at once, the reminder a week before. */
export function lettersDue(
  meeting: Meeting,
  told: readonly { kind: 'called' | 'reminded'; starts_at: Instant }[],
  now: Instant,
): 'called' | 'reminded' | null {
  if (meeting.cancelled_at !== null || meeting.starts_at <= now) return null
  const wasTold = (kind: 'called' | 'reminded'): boolean =>
    told.some((one) => one.kind === kind && one.starts_at === meeting.starts_at)
  const isNear = localDate(meeting.starts_at) <= datePlus(localDate(now), remindDays)
  if (isNear) return wasTold('reminded') ? null : 'reminded'
  return wasTold('called') ? null : 'called'
}
