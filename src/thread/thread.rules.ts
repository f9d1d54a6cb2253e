import type { Commitment, Goal } from '#plan/index.ts'
import type {
  EventFacts,
  FocusAreaFacts,
  IdeaFacts,
  NeedFacts,
  RecommendationFacts,
  SurveyFacts,
  ThemeFacts,
} from './facts.sql.ts'
import type { IntroductionFacts, NetworkNeedFacts, PartnershipFacts } from './network-facts.sql.ts'

/** Everything that the thread can be followed from; each has an address. */
export const threadKinds = [
  'idea',
  'need',
  'network-need',
  'theme',
  'event',
  'partnership',
  'recommendation',
  'focus-area',
  'commitment',
  'goal',
  'sdg',
] as const
export type ThreadKind = (typeof threadKinds)[number]

export const isThreadKind = (text: string): text is ThreadKind => threadKinds.some((kind) => kind === text)

/** What hangs on the thread by itself, and is found by its row. */
export type PointKind = ThreadKind | 'survey' | 'introduction'

/** A point by its kind and the id of its row: 'event 4f…'. */
export type Key = `${PointKind} ${string}`

export const keyOf = (kind: PointKind, id: string): Key => `${kind} ${id}`

/** That the second follows from the first. */
export interface Link {
  from: Key
  to: Key
}

/** One thing on the thread. A bead without its thing is still to come. */
export type Bead =
  | { kind: 'idea'; idea: IdeaFacts }
  | { kind: 'need'; need: NeedFacts }
  | { kind: 'network-need'; needed: NetworkNeedFacts }
  | { kind: 'introduction'; introduction: IntroductionFacts }
  | { kind: 'theme'; theme: ThemeFacts }
  | { kind: 'survey'; survey: SurveyFacts }
  | { kind: 'event'; event: EventFacts }
  | { kind: 'partnership'; partnership: PartnershipFacts }
  | { kind: 'note'; event: EventFacts }
  | { kind: 'report'; event: EventFacts }
  | { kind: 'recommendation'; recommendation: RecommendationFacts }
  | { kind: 'answer'; recommendation: RecommendationFacts }
  | { kind: 'focus-area'; area: FocusAreaFacts }
  | { kind: 'commitment'; commitment: Commitment }
  | { kind: 'goal'; goal: Goal }
  | { kind: 'sdgs'; goal: Goal }
  | { kind: 'sdg'; sdg: number }
  | { kind: 'event-to-come' }
  | { kind: 'recommendation-to-come' }
  | { kind: 'commitment-to-come' }

export type BeadKind = Bead['kind']

/** A bead in its place: its number on the page, and the numbers of those that it leads to. */
export type Placed = Bead & { number: number; to: number[]; here: boolean }

/** Everything before and after one point, in order: what leads to something stands before it. */
export interface RedThread {
  beads: Placed[]
  /** One line from its first bead to its last, without a fork. */
  isLine: boolean
}

/** Only what leads to the start and what the start leads to, not what else its neighbours have led to. */
export function reached(start: Key, links: readonly Link[]): { points: Set<Key>; links: Link[] } {
  const before = follow(start, links, 'to')
  const after = follow(start, links, 'from')
  const points = new Set([...before, ...after])
  const kept = links.filter(
    ({ from, to }) => (before.has(from) && before.has(to)) || (after.has(from) && after.has(to)),
  )
  return { points, links: kept }
}

function follow(start: Key, links: readonly Link[], side: 'from' | 'to'): Set<Key> {
  const other = side === 'from' ? 'to' : 'from'
  const bySide = Map.groupBy(links, (link) => link[side])
  const seen = new Set([start])
  for (const key of seen) for (const link of bySide.get(key) ?? []) seen.add(link[other])
  return seen
}

/** In which order kinds lead to each other; within a kind it goes by date. */
const bandOf: Record<BeadKind, Band> = {
  idea: 'asked',
  need: 'asked',
  'network-need': 'asked',
  introduction: 'introduced',
  survey: 'asked',
  theme: 'asked',
  event: 'event',
  'event-to-come': 'event',
  partnership: 'together',
  note: 'said',
  report: 'said',
  recommendation: 'recommendation',
  'recommendation-to-come': 'recommendation',
  answer: 'answer',
  'focus-area': 'focus-area',
  commitment: 'commitment',
  'commitment-to-come': 'commitment',
  goal: 'goal',
  sdgs: 'sdgs',
  sdg: 'sdgs',
}

export const bands = [
  'asked',
  'introduced',
  'event',
  'said',
  'together',
  'recommendation',
  'answer',
  'focus-area',
  'commitment',
  'goal',
  'sdgs',
] as const
export type Band = (typeof bands)[number]
export const bandOfBead = (bead: Bead): Band => bandOf[bead.kind]
const rank = (bead: Bead): number => bands.indexOf(bandOf[bead.kind])

/** A point with what hangs right on it, like an event with its note: each leads to the next. */
export interface Strand {
  key: Key
  beads: Bead[]
  /** By which it stands among its like. */
  at: string
}

/** Numbers the beads in their order, and ties each to those that follow from it. */
export function strung(start: Key, strands: readonly Strand[], links: readonly Link[]): RedThread {
  const all = strands.flatMap(({ key, beads, at }) =>
    beads.map((bead, index) => ({ bead, key, at, index, isLast: index === beads.length - 1 })),
  )
  const sorted = all.toSorted(
    (one, other) =>
      rank(one.bead) - rank(other.bead) ||
      compare(one.at, other.at) ||
      compare(one.key, other.key) ||
      one.index - other.index,
  )
  const numbers = new Map(sorted.map(({ key, index }, at) => [`${key} ${index}`, at + 1]))
  const bySource = Map.groupBy(links, ({ from }) => from)
  const beads = sorted.map(({ bead, key, index, isLast }, at): Placed => {
    const after = isLast ? (bySource.get(key) ?? []).map(({ to }) => `${to} 0`) : [`${key} ${index + 1}`]
    const to = after.flatMap((one) => numbers.get(one) ?? []).toSorted((one, other) => one - other)
    return { ...bead, number: at + 1, to, here: key === start && index === 0 }
  })
  return { beads, isLine: isLine(beads) }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const isLine = (beads: readonly Placed[]): boolean =>
  beads.every(({ number, to }) =>
    number === beads.length ? to.length === 0 : to.length === 1 && to[0] === number + 1,
  )
