/** What the door says about somebody, in the largest letters it has. */
export type AnswerKind = 'welcome' | 'already' | 'seat' | 'waiting' | 'gave-back' | 'undone' | 'not-here'

interface Asked {
  state: 'seat' | 'waiting' | 'gave-back'
  since: string | null
}

/** The answer to who somebody is, and to what was just done about them. */
export function answerTo(person: Asked | null, did: 'in' | 'already' | 'undo' | null): AnswerKind {
  if (!person) return 'not-here'
  if (person.since) return did === 'in' ? 'welcome' : 'already'
  if (did === 'undo') return 'undone'
  return person.state
}
