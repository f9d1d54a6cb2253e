import type { Texts } from '#platform/language.ts'
import type { Sector } from '../directory.rules.ts'
import type { CityArea } from '../partnerships/areas.rules.ts'
import type { PartnershipKind } from '../partnerships/partnership.rules.ts'

export interface Member {
  id: string
  slug: string
  name: Texts
  sector: Sector
}

export interface Hub {
  id: string
  slug: string
  name: Texts
  kind: PartnershipKind
  /** The themes that it is about, by id. */
  themes: readonly string[]
  /** The parts of the city that it is in. */
  areas: readonly CityArea[]
  members: readonly string[]
}

/** Organisations, and what they do together. */
export interface Network {
  hubs: readonly Hub[]
  members: readonly Member[]
}

export interface Wanted {
  theme: string | null
  area: CityArea | null
  sector: Sector | null
  /** The slug of a partnership: itself, who is in it, and what else they are in. */
  near: string | null
}

/** More than these nobody can tell apart in a drawing: then they are drawn by sector and theme. */
export const drawnMax = 700

/** More organisations than these are not read for a page at all. */
export const readWholeMax = 2000

/** What an address asks to see of it: partnerships that fit, and the organisations in them. */
export function partOf({ hubs, members }: Network, { theme, area, sector, near }: Wanted): Network {
  const sectorOf = new Map(members.map((one) => [one.id, one.sector]))
  const start = near === null ? undefined : hubs.find(({ slug }) => slug === near)
  // What has ended or stands alone is near nothing.
  if (near !== null && !start) return { hubs: [], members: [] }
  const ofStart = new Set(start?.members)
  const fits = (hub: Hub): boolean =>
    (theme === null || hub.themes.includes(theme)) &&
    (area === null || hub.areas.includes(area) || hub.areas.includes('whole-city')) &&
    (sector === null || hub.members.some((id) => sectorOf.get(id) === sector)) &&
    (!start || hub.members.some((id) => ofStart.has(id)))
  const isShown = (id: string): boolean =>
    (sector === null || sectorOf.get(id) === sector) && (!start || ofStart.has(id))
  const some = hubs
    .filter(fits)
    .map((hub) => ({ ...hub, members: hub.members.filter(isShown) }))
    .filter((hub) => hub.members.length > 0)
  const shown = new Set(some.flatMap((hub) => hub.members))
  return { hubs: some, members: members.filter(({ id }) => shown.has(id)) }
}

/** How many partnerships each organisation is in. */
export function countsOf({ hubs }: Pick<Network, 'hubs'>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { members } of hubs) for (const id of members) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
