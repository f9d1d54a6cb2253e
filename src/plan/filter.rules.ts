import type { Standing } from './commitment.rules.ts'

/** Which commitments of a plan one wants to see; what is left out does not matter. */
export interface Filter {
  /** A party's id, or an organisation's place in the directory. */
  owner?: string | undefined
  state?: Standing | undefined
  /** The year in which it is due. */
  year?: string | undefined
}

interface Filtered {
  due_on: string
  owners: readonly { party_id: string | null; organisation_slug: string | null }[]
}

export const isShown = (one: Filtered, standing: Standing, { owner, state, year }: Filter): boolean =>
  (owner === undefined || one.owners.some((each) => (each.party_id ?? each.organisation_slug) === owner)) &&
  (state === undefined || standing === state) &&
  (year === undefined || one.due_on.startsWith(`${year}-`))
