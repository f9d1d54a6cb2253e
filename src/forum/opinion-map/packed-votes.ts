import type { Opinion, Vote } from './conversation.ts'

/** Votes as they travel to a thread: copied in one go, where half a million objects would hold everybody up. */
export interface PackedVotes {
  people: string[]
  statements: string[]
  person: Int32Array
  statement: Int32Array
  opinion: Int8Array
  at: Float64Array
}

export function packVotes(votes: readonly Vote[]): PackedVotes {
  const [people, statements] = [new Map<string, number>(), new Map<string, number>()]
  const [person, statement] = [new Int32Array(votes.length), new Int32Array(votes.length)]
  const [opinion, at] = [new Int8Array(votes.length), new Float64Array(votes.length)]
  for (const [index, vote] of votes.entries()) {
    person[index] = numberOf(people, vote.person)
    statement[index] = numberOf(statements, vote.statement)
    opinion[index] = vote.opinion
    at[index] = vote.at
  }
  return { people: [...people.keys()], statements: [...statements.keys()], person, statement, opinion, at }
}

function numberOf(known: Map<string, number>, name: string): number {
  const number = known.get(name) ?? known.size
  known.set(name, number)
  return number
}

export const unpackVotes = ({ people, statements, person, statement, opinion, at }: PackedVotes): Vote[] =>
  Array.from(person, (number, index) => ({
    person: people[number] ?? '',
    statement: statements[statement[index] ?? 0] ?? '',
    opinion: (opinion[index] ?? 0) as Opinion,
    at: at[index] ?? 0,
  }))
