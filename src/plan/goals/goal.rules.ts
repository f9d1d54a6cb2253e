import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

interface Standing {
  adopted_at: Instant | null
}

export type EditRefusal = 'goal-is-adopted' | 'goal-is-asked-about'

/**
 * "Change the plan, never the goal": a goal may be worked on until the parties have adopted it, and never after. While
 * they are asked it rests too, so that everybody says yes to the same words.
 */
export function refusalToEditGoal({
  adopted_at,
  isAsked,
}: Standing & { isAsked: boolean }): EditRefusal | null {
  if (adopted_at !== null) return 'goal-is-adopted'
  return isAsked ? 'goal-is-asked-about' : null
}

export type AdoptRefusal = EditRefusal | 'goal-changed-meanwhile'

interface Adoption extends Standing {
  /** The wording that the adopter read, and the wording now. */
  seen: string
  wording: string
  /** Whether the parties are asked about it already. */
  isAsked: boolean
}

/** Adopting is for good, so what the parties are asked about is what was read. */
export function refusalToAskAdoption({ adopted_at, seen, wording, isAsked }: Adoption): AdoptRefusal | null {
  const resting = refusalToEditGoal({ adopted_at, isAsked })
  if (resting) return resting
  return seen === wording ? null : 'goal-changed-meanwhile'
}

export type CloseRefusal = 'goal-is-a-draft' | 'goal-is-closed' | 'goal-is-asked-about'

/** An adopted goal may be closed, once; a draft is simply not adopted. */
export function refusalToClose(goal: Standing & { closed_at: Instant | null; isAsked: boolean }) {
  if (goal.adopted_at === null) return 'goal-is-a-draft'
  if (goal.closed_at !== null) return 'goal-is-closed'
  return goal.isAsked ? 'goal-is-asked-about' : null
}

interface Wording {
  title: Texts
  about: Texts
  sdgs: readonly number[]
  domains: readonly number[]
  items: readonly { item_id: string; how: Texts }[]
}

/** Everything that adopting makes lasting, as one text: for the page to send back and the rule to compare. */
export const wordingOf = ({ title, about, sdgs, domains, items }: Wording): string =>
  JSON.stringify([
    ...[title.sv, title.en, title.es, about.sv, about.en, about.es, sdgs, domains],
    ...items.map(({ item_id, how }) => [item_id, how.sv, how.en, how.es]),
  ])
