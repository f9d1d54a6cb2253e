import type { Outcome } from './judgement.rules.ts'

export type ImportRefusal =
  | 'not-waiting'
  | 'changed-meanwhile'
  | 'unreadable-lines'
  | 'choose-first'
  | 'two-lines-are-one'
  | 'nothing-to-do'

interface Line {
  outcome: Outcome
  organisation_id: string | null
  choice: 'new' | 'same' | 'leave' | null
}

interface List {
  state: 'waiting' | 'imported' | 'undone'
  lines: readonly Line[]
  /** The preview says what it said when the button was pressed. */
  isAsSeen: boolean
  /** The directory is as it was when the preview was made. */
  isAsJudged: boolean
}

/** "Nothing is half imported": why a list stays where it is. */
export function refusalToImport({ state, lines, isAsSeen, isAsJudged }: List): ImportRefusal | null {
  if (state !== 'waiting') return 'not-waiting'
  if (!isAsSeen || !isAsJudged) return 'changed-meanwhile'
  if (lines.some(({ outcome }) => outcome === 'unreadable')) return 'unreadable-lines'
  if (lines.some(({ outcome, choice }) => outcome === 'alike' && choice === null)) return 'choose-first'
  const meant = lines.filter(
    ({ outcome, choice }) => outcome === 'change' || outcome === 'same' || choice === 'same',
  )
  const chosen = new Set(meant.map(({ organisation_id }) => organisation_id))
  if (lines.some(({ choice }) => choice === 'same') && chosen.size < meant.length) return 'two-lines-are-one'
  const does = lines.some(
    ({ outcome, choice }) =>
      outcome === 'new' || outcome === 'change' || choice === 'new' || choice === 'same',
  )
  return does ? null : 'nothing-to-do'
}
