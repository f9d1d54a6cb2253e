import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

interface Standing {
  adopted_at: Instant | null
}

/** "Change the plan, never the goal": a goal may be worked on until the parties have adopted it, and never after. */
export const refusalToEditGoal = (goal: Standing): 'goal-is-adopted' | null =>
  goal.adopted_at === null ? null : 'goal-is-adopted'

export type AdoptRefusal = 'goal-is-adopted' | 'goal-changed-meanwhile'

interface Adoption extends Standing {
  /** The wording that the adopter read, and the wording now. */
  seen: string
  wording: string
}

/** Adopting is for good, so what is adopted is what was read. */
export function refusalToAdoptGoal({ adopted_at, seen, wording }: Adoption): AdoptRefusal | null {
  if (adopted_at !== null) return 'goal-is-adopted'
  return seen === wording ? null : 'goal-changed-meanwhile'
}

interface Wording {
  title: Texts
  about: Texts
  sdgs: readonly number[]
  domains: readonly number[]
}

/** Everything that adopting makes lasting, as one text: for the page to send back and the rule to compare. */
export const wordingOf = ({ title, about, sdgs, domains }: Wording): string =>
  JSON.stringify([title.sv, title.en, title.es, about.sv, about.en, about.es, sdgs, domains])
