export const sides = ['city', 'civil-society', 'other'] as const
/** Whose side somebody arranges on: one of the two parties to the agreement, or neither. */
export type Side = (typeof sides)[number]

/** The directory says of its organisations which sector they are of; that decides the side. */
export const sideOfSector = (sector: string): Side => sides.find((side) => side === sector) ?? 'other'

/** "Inspirational lectures" and "Joint city government–civil society information sessions". */
export const lightSeries: readonly string[] = ['inspirational-lectures', 'information-sessions']

/** An information session is "joint city government–civil society": both sides arrange it. */
const jointSeries: readonly string[] = ['information-sessions']

export type SideMissing = 'nobody' | 'city' | 'civil-society'

/**
 * Which side does not yet arrange an event that belongs to both, to be said kindly on its desk. Nothing is refused: a
 * draft begins with one side, and it is people who find each other.
 */
export function sideMissing(seriesKey: string, arranging: readonly Side[]): SideMissing | null {
  if (!jointSeries.includes(seriesKey)) return null
  const [city, civilSociety] = [arranging.includes('city'), arranging.includes('civil-society')]
  if (city && civilSociety) return null
  if (!city && !civilSociety) return 'nobody'
  return city ? 'civil-society' : 'city'
}

/** So many can arrange one event. */
export const arrangersMax = 8

/** What an editor wrote on one line: a name, and a side for one that is not in the directory. */
export interface Written {
  name: string
  side: Side | null
}

export type LineMistake = 'side' | 'twice'

/** What is wrong with each line, by its place; whoever is in the directory needs no side. */
export function mistakesIn(
  lines: readonly (Written & { known: string | null })[],
): ReadonlyMap<number, LineMistake> {
  const mistakes = new Map<number, LineMistake>()
  const seen = new Set<string>()
  for (const [index, { name, side, known }] of lines.entries()) {
    const key = known ?? name.toLowerCase()
    if (seen.has(key)) mistakes.set(index, 'twice')
    else if (known === null && side === null) mistakes.set(index, 'side')
    seen.add(key)
  }
  return mistakes
}
