/** Fewer people than this are not told of as a number. */
export const peopleToTellMin = 5
/** With fewer placed people there is no picture: one dot would be somebody. */
export const peopleToPictureMin = 15
/** The edge of the picture, in steps from its middle: nobody's place is told more exactly than a step. */
export const pictureSteps = { x: 20, y: 15 }

/** A number of people, or null where it would point at somebody; nobody at all is told. */
export const told = (people: number): number | null =>
  people === 0 || people >= peopleToTellMin ? people : null

/**
 * The sectors that are compared. Those with fewer than five people are not, and if those who are left over are themselves so few that
 * their votes could be worked out by taking the others' away from everybody's, the smallest that could be compared is left out too.
 */
export function sectorsToCompare(people: ReadonlyMap<string, number>, all: number): string[] {
  const large = [...people]
    .filter(([, count]) => count >= peopleToTellMin)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const compared = (): number => large.reduce((sum, [, count]) => sum + count, 0)
  while (large.length > 0 && told(all - compared()) === null) large.pop()
  return large.length < 2 ? [] : large.map(([name]) => name).sort()
}

/** A share in whole percent. */
export const percent = (count: number, of: number): number => (of === 0 ? 0 : Math.round((100 * count) / of))
