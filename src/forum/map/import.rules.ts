import type { Conversation } from '../opinion-map/conversation.ts'

/** More than any conversation that was published; what is larger is another kind of work. */
export const importMax = { statements: 2000, votes: 200_000 }
export const wordsMax = 280

export type ImportProblem =
  | { kind: 'no-statements' | 'too-many-statements' | 'too-many-votes' }
  | { kind: 'no-words' | 'too-long' | 'twice' | 'unknown-statement'; statement: string }

/** What keeps a conversation that could be read from becoming a dialogue; the first thing that is wrong. */
export function importProblem({ statements, votes }: Conversation): ImportProblem | null {
  if (statements.length === 0) return { kind: 'no-statements' }
  if (statements.length > importMax.statements) return { kind: 'too-many-statements' }
  if (votes.length > importMax.votes) return { kind: 'too-many-votes' }
  const known = new Set<string>()
  for (const { id, text } of statements) {
    if (text.trim() === '') return { kind: 'no-words', statement: id }
    if (text.trim().length > wordsMax) return { kind: 'too-long', statement: id }
    if (known.has(id)) return { kind: 'twice', statement: id }
    known.add(id)
  }
  const unknown = votes.find(({ statement }) => !known.has(statement))
  return unknown ? { kind: 'unknown-statement', statement: unknown.statement } : null
}
