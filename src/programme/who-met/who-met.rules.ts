import type { NetworkTables } from '#network/tables.ts'
import { type Instant, localDate, localTime, weekdayOf } from '#platform/time.ts'
import { groupMin, groupsToShow } from '../groups.rules.ts'
import type { Capacity } from '../capacity.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'

export const whats = ['sector', 'organisation', 'before'] as const
/** What people, or the organisations they came from, are told apart by. */
export type What = (typeof whats)[number]

export const timesOfDay = ['daytime', 'evening', 'weekend'] as const
export type TimeOfDay = (typeof timesOfDay)[number]

/** new: nobody we know to have been at another event in the half year before. unknown: they left no address. */
export type Before = 'new' | 'been-before' | 'unknown'

/** Somebody who was there, as far as it matters here. */
export interface Person {
  capacity: Capacity
  /** Which organisation, to count each once. */
  organisation: string | null
  /** Its kind in the directory; null when it is not there. */
  kind: string | null
  before: Before
}

export interface MetGroup {
  what: What
  key: string
  count: number
}

export interface Met {
  /** Null when they were so few that even their number could point at somebody. */
  people: number | null
  groups: MetGroup[]
}

// Most who are paid to come have gone home by then, and most who are not can come.
const eveningFrom = '17:00'

/**
 * "Daytime meetings exclude volunteers": whoever takes part in their spare time has it in the evening and at weekends.
 * What counts is when it begins.
 */
export function timeOfDay(startsAt: Instant): TimeOfDay {
  if (weekdayOf(localDate(startsAt)) > 5) return 'weekend'
  return localTime(startsAt) >= eveningFrom ? 'evening' : 'daytime'
}

/**
 * Who met, in numbers that point at nobody. Only this is kept, and sums of series and years are made of it alone, so no
 * number that is hidden here can be worked out by taking one sum from another.
 */
export function whoMet(people: readonly Person[]): Met {
  if (people.length < groupMin) return { people: null, groups: [] }
  const organisations = new Map(
    people.flatMap(({ organisation, kind }) => (organisation ? [[organisation, kind ?? 'not-listed']] : [])),
  )
  const groups = [
    ...shownOf('sector', countedBy(people.map(({ capacity }) => capacity))),
    ...shownOf('organisation', countedBy([...organisations.values()])),
    ...shownOf('before', countedBy(people.map(({ before }) => before))),
  ]
  return { people: people.length, groups }
}

function countedBy(keys: readonly string[]): { key: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].map(([key, count]) => ({ key, count }))
}

const kinds = [
  ...(['association', 'umbrella', 'network', 'foundation', 'faith-community', 'study-association'] as const),
  ...(['department', 'committee', 'company', 'university', 'public-body'] as const),
] satisfies NetworkTables['organisation']['kind'][]

/** Every key there can be, in the order in which they are told. */
const keysOf: Readonly<Record<What, readonly string[]>> = {
  sector: capacities,
  organisation: [...kinds, 'not-listed'],
  before: ['new', 'been-before', 'unknown'],
}

function shownOf(what: What, counted: { key: string; count: number }[]): MetGroup[] {
  const { shown, rest } = groupsToShow(counted, keysOf[what].length)
  const all = shown.map((one) => ({ what, ...one }))
  return rest >= groupMin ? [...all, { what, key: 'rest', count: rest }] : all
}

/** In the order in which they are always told; whatever was counted together comes last. */
export const inOrder = <Of extends { key: string }>(what: What, groups: readonly Of[]): Of[] =>
  [...keysOf[what], 'rest'].flatMap((key) => groups.filter((one) => one.key === key))

interface Missing {
  /** Who is coming now. */
  now: readonly { capacity: Capacity; count: number }[]
  /** Who came to the series' latest events, in shown numbers. */
  usual: readonly { key: string; count: number }[]
}

// A sector that is one in twenty is one that is missed.
const usualShareMin = 0.05
// Less than half of what is usual is worth a call.
const fewShare = 0.5

export interface MissingSector {
  capacity: Capacity
  count: number
  /** How many it would be among so many, if it were as usual. */
  usually: number
}

/** Who is still missing, by sector: those who usually come and of whom there are fewer than half as many now. */
export function whoIsMissing({ now, usual }: Missing): MissingSector[] {
  const all = usual.reduce((sum, { count }) => sum + count, 0)
  const coming = now.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return []
  return capacities.flatMap((capacity) => {
    const share = (usual.find(({ key }) => key === capacity)?.count ?? 0) / all
    const count = now.find((one) => one.capacity === capacity)?.count ?? 0
    const usually = Math.max(1, Math.round(share * coming))
    const isMissed = share >= usualShareMin && count < usually * fewShare
    return isMissed ? [{ capacity, count, usually }] : []
  })
}
