/** Agree, disagree, or pass: somebody saw the statement and would not say. Agree is +1, as in the files of Polis. */
export type Opinion = 1 | 0 | -1

export interface Vote {
  person: string
  statement: string
  opinion: Opinion
  /** Milliseconds; of several votes by one person on one statement the latest counts. */
  at: number
}

export type Moderation = 'out' | 'unseen' | 'in'

export interface Statement {
  id: string
  text: string
  author: string
  at: number
  moderation: Moderation
  /** About the conversation or the person, not about the matter: it is asked, and never part of the map. */
  isMeta: boolean
  isSeed: boolean
}

/** Everything the map is made of. Who a person is, nobody needs to know here. */
export interface Conversation {
  topic: string
  description: string
  statements: readonly Statement[]
  votes: readonly Vote[]
  /** What somebody takes part as, by person, as far as it was told. */
  sectors: ReadonlyMap<string, string>
}

const digits = /^\d{1,15}$/

/** Numbers by size before other names by letter, so that nothing depends on the order in which rows came. */
export function byId(a: string, b: string): number {
  const isNumber = digits.test(a)
  if (isNumber !== digits.test(b)) return isNumber ? -1 : 1
  if (isNumber && Number(a) !== Number(b)) return Number(a) - Number(b)
  return a < b ? -1 : a > b ? 1 : 0
}

/** What is left out of the map: its votes are counted, and say nothing about who stands where. */
export const isLeftOut = ({ moderation, isMeta }: Statement): boolean => moderation === 'out' || isMeta
