import type { Standing } from './idea.rules.ts'

export const decisionKinds = ['shown', 'refused', 'taken-down', 'restored', 'kept'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** Why something is not for everybody: the law's reasons, and the house's. */
export const refusalReasons = [
  'personal-data',
  'threat',
  'insult',
  'against-a-group',
  'advertising',
  'not-about-malmo',
  'copyright',
  'sent-twice',
  'unlawful',
  'other',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** What a visitor can report. */
export const reportReasons = [
  'personal-data',
  'threat',
  'insult',
  'against-a-group',
  'advertising',
  'copyright',
  'unlawful',
  'other',
] as const
export type ReportReason = (typeof reportReasons)[number]

const allowed: Readonly<Record<Standing, readonly DecisionKind[]>> = {
  waiting: ['shown', 'refused'],
  shown: ['taken-down', 'kept'],
  refused: ['restored'],
}

export type DecideRefusal = 'not-confirmed' | 'decided-already'

interface Idea {
  standing: Standing
  confirmed_at: string | null
}

/** Nothing is public before the office let it through, and nothing reaches the office before its address is confirmed. */
export function refusalToDecide(idea: Idea, kind: DecisionKind): DecideRefusal | null {
  if (idea.confirmed_at === null) return 'not-confirmed'
  return allowed[idea.standing].includes(kind) ? null : 'decided-already'
}

export type AppealRefusal = 'appealed-already' | 'nothing-to-appeal'

interface Decided {
  kind: DecisionKind
  appealed: boolean
}

/** Whoever wrote it asks once for another look at a no. */
export function refusalToAppeal(latest: Decided | null): AppealRefusal | null {
  if (latest?.kind !== 'refused' && latest?.kind !== 'taken-down') return 'nothing-to-appeal'
  return latest.appealed ? 'appealed-already' : null
}

/** The latest decision that somebody asked to be looked at again. */
export const appealIn = <D extends { appealed_at: string | null }>(decisions: readonly D[]): D | null =>
  decisions.findLast(({ appealed_at }) => appealed_at !== null) ?? null

export type AppealAnswerRefusal = 'no-appeal' | 'own-decision' | 'answered-already'

interface Appealed {
  /** The party of whoever said no. */
  decidedByParty: string
  answered: boolean
}

/** "Answered by the other party's coordinator than the one who decided." */
export function refusalToAnswerAppeal(appeal: Appealed | null, party: string): AppealAnswerRefusal | null {
  if (!appeal) return 'no-appeal'
  if (appeal.answered) return 'answered-already'
  return appeal.decidedByParty === party ? 'own-decision' : null
}
