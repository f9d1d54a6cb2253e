import type { Texts } from '#platform/language.ts'

export const carryAnswers = ['continue', 'change', 'end'] as const
/** What an owner says of an unfinished commitment of the plan that ends. */
export type CarryAnswer = (typeof carryAnswers)[number]

/** Who has promised it: a party, or an organisation. */
export interface AskedOwner {
  id: string
  kind: 'party' | 'organisation'
}

/** unanswered: one of its owners has said nothing yet. finished: done or stopped, and nobody is asked. */
export type Fate = 'finished' | 'unanswered' | CarryAnswer

interface Asked {
  isFinished: boolean
  owners: readonly AskedOwner[]
  answers: readonly { owner_id: string; answer: CarryAnswer }[]
  /** The parties that have said that it ends, whatever its owners say. */
  endedBy: readonly string[]
  /** The parties that decide today. */
  joined: readonly string[]
}

/**
 * A commitment goes on with those of its owners who carry it on; it ends when all of them say so, or when every party does
 * because somebody does not answer. Silence is no answer.
 */
export function fateOf({ isFinished, owners, answers, endedBy, joined }: Asked): Fate {
  if (isFinished) return 'finished'
  if (joined.length > 0 && joined.every((party) => endedBy.includes(party))) return 'end'
  const said = owners.map(({ id }) => answers.find((one) => one.owner_id === id)?.answer)
  if (said.includes(undefined) || said.length === 0) return 'unanswered'
  if (said.every((one) => one === 'end')) return 'end'
  return said.every((one) => one === 'continue') ? 'continue' : 'change'
}

/** Who has said that they carry it on. */
export const carriers = (
  owners: readonly AskedOwner[],
  answers: readonly { owner_id: string; answer: CarryAnswer }[],
): AskedOwner[] =>
  owners.filter(({ id }) => answers.some((one) => one.owner_id === id && one.answer !== 'end'))

export type AnswerRefusal = 'not-yours' | 'finished' | 'proposed' | 'adopted' | 'needs-words'

/** Once the draft is before the parties, an answer would change what they decide about. */
export type MakingState = 'making' | 'proposed' | 'adopted'

interface Answering {
  owners: readonly AskedOwner[]
  /** For whom somebody answers. */
  ownerId: string
  answer: CarryAnswer
  reason: Texts
  isFinished: boolean
  state: MakingState
}

/** Each owner answers for itself alone, while the plan is being made; 'change' and 'end' take words. */
export function refusalToAnswer(asked: Answering): AnswerRefusal | null {
  if (asked.state !== 'making') return asked.state
  if (!asked.owners.some(({ id }) => id === asked.ownerId)) return 'not-yours'
  if (asked.isFinished) return 'finished'
  return asked.answer !== 'continue' && Object.keys(asked.reason).length === 0 ? 'needs-words' : null
}

export type EndRefusal = 'finished' | 'proposed' | 'adopted' | 'all-answered' | 'said-already'

interface Ending {
  fate: Fate
  state: MakingState
  endedBy: readonly string[]
  partyId: string
}

/** The parties end together what an owner has not answered for, and nothing that everybody has answered for. */
export function refusalToEnd({ fate, state, endedBy, partyId }: Ending): EndRefusal | null {
  if (state !== 'making') return state
  if (fate === 'finished') return 'finished'
  if (endedBy.includes(partyId)) return 'said-already'
  return fate === 'unanswered' ? null : 'all-answered'
}
