import type { Change, Revision } from '#plan/index.ts'
import type { Bead, Placed, RedThread, ThreadKind } from '../thread.rules.ts'

/** What something can follow from. Nothing follows from goals: they are what it all leads to. */
export const followedKinds = [
  'idea',
  'need',
  'theme',
  'event',
  'recommendation',
  'revision',
  'focus-area',
  'commitment',
] as const satisfies readonly (ThreadKind | 'revision')[]
export type FollowedKind = (typeof followedKinds)[number]

export const isFollowed = (kind: string): kind is FollowedKind => followedKinds.some((one) => one === kind)

const followersMin = 5
/** A number of fewer would point at people. */
export const isShown = (followers: number): boolean => followers >= followersMin

/** Days in which the owner of an address can say that it was them. */
export const confirmDays = 7
/** So long somebody is told before they must ask again: a plan lasts five years, and few want to hear all that time. */
export const keptDays = 2 * 365

const quietKinds = [
  'event-to-come',
  'recommendation-to-come',
  'commitment-to-come',
  'goal',
  'sdg',
  'sdgs',
  // They stand before what can be followed, or follow from what cannot.
  'network-need',
  'introduction',
] as const satisfies readonly Bead['kind'][]
/** What somebody can be told of: a bead of the thread, or how a proposed change of the plan stands. */
export type Tiding = Bead | { kind: 'revision'; revision: RevisionFacts }
export type RevisionFacts = Pick<
  Revision,
  'id' | 'number' | 'state' | 'version' | 'kind' | 'title' | 'plan_title'
> & { changes: readonly Change[] }

type Quiet = Extract<Bead, { kind: (typeof quietKinds)[number] }>

const isQuiet = (bead: Tiding): bead is Quiet => quietKinds.some((one) => one === bead.kind)

/**
 * What a bead tells, by names that stay the same however the thread looks around it. One bead may tell something new
 * later: a commitment that was made is done. One that is still to come tells nothing, and goals are no news.
 */
export function toldBy(bead: Tiding): string[] {
  if (isQuiet(bead)) return []
  return bead.kind === 'partnership' ? [`partnership ${bead.partnership.id}`] : toldByNews(bead)
}

function toldByNews(bead: Exclude<Tiding, Quiet | { kind: 'partnership' }>): string[] {
  switch (bead.kind) {
    case 'idea':
      return toldByIdea(bead.idea)
    case 'revision':
      return toldByRevision(bead.revision)
    case 'need':
      return [`need ${bead.need.id}`]
    case 'theme':
      return toldInSteps(`theme ${bead.theme.id}`, bead.theme.decided_at && 'set')
    case 'survey':
      return [`survey ${bead.survey.id}`]
    case 'event':
      return toldInSteps(`event ${bead.event.id}`, bead.event.cancelled_at && 'off')
    case 'note':
      return toldOnce(`note ${bead.event.id}`, bead.event.note_published_at)
    case 'report':
      return [`report ${bead.event.id}`]
    case 'recommendation':
      return [`recommendation ${bead.recommendation.id}`]
    case 'answer':
      return toldOnce(`answer ${bead.recommendation.id}`, bead.recommendation.answer_kind)
    case 'focus-area':
      return [`focus-area ${bead.area.id}`]
    case 'commitment':
      return toldByCommitment(bead.commitment)
  }
}

/** What is told when it is there. */
const toldOnce = (told: string, since: string | null): string[] => (since ? [told] : [])

/** What is told at once, and what may be told of it later. */
const toldInSteps = (first: string, later: string | null): string[] =>
  later ? [first, `${first} ${later}`] : [first]

const toldByIdea = ({ id, state }: { id: string; state: string }): string[] =>
  state === 'received' ? [`idea ${id}`] : [`idea ${id}`, `idea ${id} ${state}`]

/** Other words to say yes or no to are news, and so is what came of it. */
const toldByRevision = ({
  id,
  state,
  version,
}: Pick<RevisionFacts, 'id' | 'state' | 'version'>): string[] => [
  `revision ${id}`,
  ...(version > 1 ? [`revision ${id} version ${version}`] : []),
  ...(state === 'proposed' ? [] : [`revision ${id} ${state}`]),
]

const toldByCommitment = ({ id, state }: { id: string; state: string }): string[] =>
  state === 'not-started' ? [`commitment ${id}`] : [`commitment ${id}`, `commitment ${id} ${state}`]

/** The point itself and everything that follows from it; not what led there. */
export function following(thread: RedThread): Placed[] {
  const byNumber = new Map(thread.beads.map((bead) => [bead.number, bead]))
  const numbers = new Set(thread.beads.filter((bead) => bead.here).map((bead) => bead.number))
  for (const number of numbers) for (const next of byNumber.get(number)?.to ?? []) numbers.add(next)
  return thread.beads.filter((bead) => numbers.has(bead.number))
}

interface Known {
  /** The names of what they know already: it was there when they asked, or they were told since. */
  told: ReadonlySet<string>
  /** What other letters tell the same address of. */
  elsewhere: ReadonlySet<string>
}

/** What to tell somebody of now, and everything that they know after that. */
export function news<B extends Tiding>(beads: readonly B[], { told, elsewhere }: Known) {
  const names = new Set(beads.flatMap(toldBy).filter((name) => !told.has(name)))
  const tell: B[] = []
  const said = new Set<string>()
  for (const bead of beads) {
    const fresh = toldBy(bead).filter((name) => names.has(name) && !elsewhere.has(name) && !said.has(name))
    if (fresh.length > 0) tell.push(bead)
    for (const name of fresh) said.add(name)
  }
  return { tell, names: [...names] }
}

/**
 * What somebody knows from the start, when they ask about one thing more: all that there is of it, but for what they
 * are about to be told anyhow because of something that they follow already.
 */
export function knownAtFirst(
  ofNew: readonly Tiding[],
  ofOthers: readonly Tiding[],
  told: ReadonlySet<string>,
) {
  const pending = new Set(ofOthers.flatMap(toldBy).filter((name) => !told.has(name)))
  return [...new Set(ofNew.flatMap(toldBy))].filter((name) => !told.has(name) && !pending.has(name))
}

/** One mail a day is enough, however much happens. */
export const mayBeMailed = (mailedOn: string | null, today: string): boolean =>
  mailedOn === null || mailedOn < today
