/** draft: for the office. approved: by every party. published: for everybody. */
export const reportStates = ['draft', 'approved', 'published'] as const
export type ReportState = (typeof reportStates)[number]

export type BeginRefusal = 'year-not-begun'
export type EditRefusal = 'approved-already' | 'changed-meanwhile'
export type ApproveRefusal =
  | 'not-for-a-party'
  | 'party-does-not-decide'
  | 'approved-already'
  | 'year-not-over'
  | 'your-party-approved'
  | 'changed-meanwhile'
export type PublishRefusal = 'not-approved' | 'published-already'

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** A report is begun while its year lasts, or later. */
export const refusalToBegin = (year: number, today: string): BeginRefusal | null =>
  yearOf(today) < year ? 'year-not-begun' : null

interface Seen {
  state: ReportState
  version: number
  /** The version that the page showed which this comes from. */
  seen: string
}

/** Words and what partners gave may change until every party has said yes; each change voids what was said yes to. */
export function refusalToEdit({ state, version, seen }: Seen): EditRefusal | null {
  if (state !== 'draft') return 'approved-already'
  return seen === String(version) ? null : 'changed-meanwhile'
}

interface Approving {
  state: ReportState
  year: number
  today: string
  /** The party that the one who approves speaks for; null for none. */
  party: string | null
  /** The parties that decide today. */
  deciding: readonly string[]
  /** Those that have said yes to this version. */
  approvedBy: readonly string[]
  /** What stands now, and what the page showed: version and figures. */
  stands: string
  seen: string
}

/** The figures of a year can still change until its last day is over. */
export const isOver = (year: number, today: string): boolean => yearOf(today) > year

/** A party says yes to the words and the figures that it saw, once the year is over. */
export function refusalToApprove(one: Approving): ApproveRefusal | null {
  if (one.party === null) return 'not-for-a-party'
  if (one.state !== 'draft') return 'approved-already'
  if (!one.deciding.includes(one.party)) return 'party-does-not-decide'
  if (!isOver(one.year, one.today)) return 'year-not-over'
  if (one.approvedBy.includes(one.party)) return 'your-party-approved'
  return one.seen === one.stands ? null : 'changed-meanwhile'
}

/** The parties of the day whose yes is still missing; nobody's silence is a yes. */
export const partiesMissing = (deciding: readonly string[], approvedBy: readonly string[]): string[] =>
  deciding.filter((party) => !approvedBy.includes(party))

/** Everybody can read it once every party has said yes, and one of them publishes it. */
export function refusalToPublish(state: ReportState): PublishRefusal | null {
  if (state === 'published') return 'published-already'
  return state === 'approved' ? null : 'not-approved'
}

/** How things stood: on the year's last day, or today while it lasts. */
export const asOfDay = (year: number, today: string): string => {
  const last = `${year}-12-31`
  return today < last ? today : last
}

/** What a page showed, to be handed back: the version, and a checksum of the figures. */
export const seenOf = (version: number, hash: string): string => `${version} ${hash}`
