/** The sectors whose cooperation the agreement is about, in the order they are shown. */
export const sectors = ['civil-society', 'city', 'academia', 'business', 'region'] as const
export type Sector = (typeof sectors)[number]

export const organisationKinds = [
  'association',
  'umbrella',
  'network',
  'foundation',
  'faith-community',
  'study-association',
  'department',
  'committee',
  'company',
  'university',
  'public-body',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** "Partnerships, processes, and networks in which Malmöandan is involved or helped initiate." */
export const partnershipKinds = ['partnership', 'process', 'network'] as const
export type PartnershipKind = (typeof partnershipKinds)[number]

export type Refusal = 'changed-meanwhile' | 'name-taken'

interface Change {
  /** When the entry last changed, as the person who edits it saw it; empty for a new one. */
  seen: string
  changedAt: string
}

/** Two people may edit at once: whoever saves second looks at what the first one wrote. */
export const refusalToChange = ({ seen, changedAt }: Change): 'changed-meanwhile' | null =>
  seen === changedAt ? null : 'changed-meanwhile'

/** How the years of a partnership are said: from the first to the last, since, until, or in one year. */
export function yearsSaid(began: number | null, ended: number | null) {
  if (began === null) return ended === null ? null : 'until'
  if (ended === null) return 'since'
  return began === ended ? 'in' : 'from-to'
}
