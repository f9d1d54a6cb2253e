import type { CommitmentState } from './commitment.rules.ts'

/** Why somebody who has promised something is not there: an organisation was dissolved, a party has left or pauses. */
export type AbsenceReason = 'ended' | 'left' | 'paused'

/** From the first day until the day on which they are back, if that is known ('YYYY-MM-DD'). */
export interface Absence {
  because: AbsenceReason
  from: string
  until: string | null
}

export interface Keeper {
  absences: readonly Absence[]
}

export const absenceOn = ({ absences }: Keeper, day: string): Absence | undefined =>
  absences.find(({ from, until }) => from <= day && (until === null || day < until))

/** When a party is away, by what it has said of itself. */
export function absencesOfParty(
  steps: readonly { standing: 'joined' | 'paused' | 'left'; from_day: string }[],
): Absence[] {
  const inOrder = steps.toSorted((one, other) => one.from_day.localeCompare(other.from_day))
  return inOrder.flatMap(({ standing, from_day }, index) =>
    standing === 'joined'
      ? []
      : [{ because: standing, from: from_day, until: inOrder[index + 1]?.from_day ?? null }],
  )
}

/** Who of those that have promised something is there to keep it: everybody, some of them, or nobody. */
export type Keeping = 'everybody' | 'some' | 'nobody'

export function keepingOf(keepers: readonly Keeper[], day: string): Keeping {
  const there = keepers.filter((keeper) => !absenceOn(keeper, day)).length
  if (there === keepers.length) return 'everybody'
  return there === 0 ? 'nobody' : 'some'
}

interface Promised {
  state: CommitmentState
  removed_on: string | null
  plan_ends_on: string
  owners: readonly Keeper[]
}

/** What is finished, was taken out or stands in a plan that is over needs nobody any longer. */
const isToKeep = ({ state, removed_on, plan_ends_on }: Promised, today: string): boolean =>
  (state === 'not-started' || state === 'under-way') && removed_on === null && plan_ends_on >= today

/** Who keeps a commitment today; everybody, as far as it still is to be kept. */
export const keepingToday = (commitment: Promised, today: string): Keeping =>
  isToKeep(commitment, today) ? keepingOf(commitment.owners, today) : 'everybody'

/** From which day nobody has been there to keep it: when the last of them went. */
export const nobodySince = (owners: readonly Keeper[], today: string): string =>
  owners
    .map((owner) => absenceOn(owner, today)?.from ?? '')
    .reduce((one, other) => (one > other ? one : other), '')
