import type { RevisionState } from '../revisions/revision.rules.ts'
import type { MakingState } from './asking/carry.rules.ts'
import type { RoundState } from './consultation/consultation.rules.ts'

export const steps = ['begin', 'ask', 'gather', 'draft', 'consult', 'approve', 'publish'] as const
export type StepKey = (typeof steps)[number]

/** now: somebody has something to do. later: something else comes first. */
export interface Step {
  key: StepKey
  state: 'done' | 'now' | 'later'
}

/** How far the making of a plan has come, in numbers. */
export interface Facts {
  /** Unfinished commitments of the plan that ends, and how many of them somebody has not answered for. */
  asked: number
  unanswered: number
  /** What others gave and nobody has decided about. */
  toGather: number
  paragraphs: number
  commitments: number
  /** Commitments that go on, but that nobody finds in the draft. */
  missingFromDraft: number
  /** Commitments of the draft that nobody is there to keep. */
  nobodys: number
  round: RoundState
  toRead: number
  toAnswer: number
  revision: RevisionState | null
  isAdopted: boolean
}

export const makingState = ({ revision, isAdopted }: Pick<Facts, 'revision' | 'isAdopted'>): MakingState =>
  isAdopted ? 'adopted' : revision === 'proposed' ? 'proposed' : 'making'

const hasDraft = ({ paragraphs, commitments, missingFromDraft }: Facts): boolean =>
  paragraphs > 0 && commitments > 0 && missingFromDraft === 0

const isHeard = ({ round, toRead, toAnswer }: Facts): boolean =>
  round === 'closed' && toRead === 0 && toAnswer === 0

/** The way from the first word to the published plan: asking, gathering and drafting go side by side. */
export function pathOf(facts: Facts): Step[] {
  const { isAdopted, revision, round } = facts
  const drafted = hasDraft(facts)
  const done: Record<StepKey, boolean> = {
    begin: true,
    ask: facts.unanswered === 0,
    gather: facts.toGather === 0,
    // What is said in the round may still change it.
    draft: drafted && (isHeard(facts) || revision === 'proposed'),
    consult: isHeard(facts),
    approve: isAdopted,
    publish: isAdopted,
  }
  const mayBegin: Record<StepKey, boolean> = {
    begin: true,
    ask: true,
    gather: true,
    draft: true,
    consult: drafted || round !== 'planned',
    approve: revision === 'proposed' || refusalToPropose(facts) === null,
    publish: false,
  }
  return steps.map((key) => ({
    key,
    state: isAdopted || done[key] ? 'done' : mayBegin[key] ? 'now' : 'later',
  }))
}

export type ProposeRefusal =
  | 'adopted'
  | 'proposed-already'
  | 'unanswered'
  | 'to-gather'
  | 'no-words'
  | 'no-commitments'
  | 'missing-from-draft'
  | 'nobodys'
  | 'not-consulted'
  | 'round-open'
  | 'to-read'
  | 'to-answer'

/** Everything that stands in the way of asking the parties, in the order in which it is done. */
export function obstacles(facts: Facts): ProposeRefusal[] {
  const all: [boolean, ProposeRefusal][] = [
    [facts.isAdopted, 'adopted'],
    [facts.revision === 'proposed', 'proposed-already'],
    [facts.unanswered > 0, 'unanswered'],
    [facts.toGather > 0, 'to-gather'],
    [facts.paragraphs === 0, 'no-words'],
    [facts.commitments === 0, 'no-commitments'],
    [facts.missingFromDraft > 0, 'missing-from-draft'],
    [facts.nobodys > 0, 'nobodys'],
    [facts.round === 'planned', 'not-consulted'],
    [facts.round === 'open', 'round-open'],
    [facts.toRead > 0, 'to-read'],
    [facts.toAnswer > 0, 'to-answer'],
  ]
  return all.filter(([stands]) => stands).map(([, obstacle]) => obstacle)
}

/** The parties are asked when everybody else has been heard and answered, and nothing has been lost on the way. */
export const refusalToPropose = (facts: Facts): ProposeRefusal | null => obstacles(facts)[0] ?? null

export type BeginRefusal = 'in-the-making' | 'overlaps-another-plan' | 'not-after-the-last'

/** One plan is made at a time, and it begins after every plan that is adopted. */
export function refusalToBegin(
  period: { starts_on: string; ends_on: string },
  plans: readonly { starts_on: string; ends_on: string; adopted_on: string | null }[],
): BeginRefusal | null {
  if (plans.some((plan) => plan.adopted_on === null)) return 'in-the-making'
  if (plans.some((plan) => period.starts_on <= plan.ends_on && plan.starts_on <= period.ends_on))
    return 'overlaps-another-plan'
  return plans.some((plan) => plan.starts_on > period.starts_on) ? 'not-after-the-last' : null
}
