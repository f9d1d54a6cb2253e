import type { Reads } from '../tables.ts'
import { dialogueState, votesBeforeWriting } from './dialogue.rules.ts'
import type { Dialogue } from './dialogues.sql.ts'
import { chanceOf, drawNext } from './draw-next.ts'
import { type Statement, statementsShown, votedOn } from './statements.sql.ts'
import { type Voter, voterOfToken } from './voters.sql.ts'

/** How far somebody has come, and what they are asked next. */
export interface Voting {
  dialogue: Dialogue
  voter: Voter | null
  /** Shown statements, those voted on, and those left. */
  all: number
  done: number
  left: number
  next: Statement | null
  /** Whether to ask now what they take part as: once, after the first vote. */
  asksSector: boolean
  /** Whether they may know by now what is missing. */
  mayMiss: boolean
}

export async function loadVoting(
  db: Reads,
  dialogue: Dialogue,
  me: { tokenHash: string; now: string },
): Promise<Voting> {
  const voter = (await voterOfToken(db, dialogue.id, me.tokenHash)) ?? null
  const seen = voter ? await votedOn(db, voter.id) : new Set<string>()
  const isOpen = dialogueState(dialogue, me.now) === 'open'
  const shown = isOpen ? await statementsShown(db, dialogue.id) : []
  const chance = chanceOf(voter?.id ?? me.tokenHash, seen.size)
  const left = shown.filter(({ id }) => !seen.has(id)).length
  return {
    ...{ dialogue, voter, all: shown.length, done: shown.length - left, left },
    next: isOpen ? await drawNext(db, dialogue.id, shown, { seen, chance }) : null,
    asksSector: seen.size > 0 && voter !== null && voter.sector_asked_at === null,
    mayMiss: seen.size >= votesBeforeWriting,
  }
}
