/** One thing follows from another. */
export interface Link {
  from_step: string
  to_step: string
}

/** A step with the moment or date it belongs to; both sort as time does. */
interface Dated {
  id: string
  at: string
}

/** More would be no line that anybody reads. */
export const stepsMax = 20

export type LinkRefusal = 'itself' | 'already' | 'circle' | 'before-its-time' | 'too-long'

/** Everything that can be come to from a step by going from one link to the next. */
function reachedFrom(links: readonly Link[], start: string, way: 'onward' | 'back'): Set<string> {
  const reached = new Set<string>()
  const queue = [start]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const { from_step, to_step } of links) {
      const [here, next] = way === 'onward' ? [from_step, to_step] : [to_step, from_step]
      if (here !== at || reached.has(next)) continue
      reached.add(next)
      queue.push(next)
    }
  }
  return reached
}

/** All that a step follows from, however far back. */
export const whatLedTo = (links: readonly Link[], step: string): Set<string> =>
  reachedFrom(links, step, 'back')

/** All that follows from a step, however far on. */
const whatFollows = (links: readonly Link[], step: string): Set<string> => reachedFrom(links, step, 'onward')

/**
 * Why one step cannot follow from another, or null. A chain runs in one direction of time: nothing follows from what
 * follows from it, nor from what comes later. The links are those of both chains.
 */
export function refusalToLink(links: readonly Link[], from: Dated, to: Dated): LinkRefusal | null {
  if (from.id === to.id) return 'itself'
  if (links.some((one) => one.from_step === from.id && one.to_step === to.id)) return 'already'
  if (whatFollows(links, to.id).has(from.id)) return 'circle'
  if (from.at.slice(0, 10) > to.at.slice(0, 10)) return 'before-its-time'
  const steps = new Set([from.id, to.id, ...links.flatMap((one) => [one.from_step, one.to_step])])
  return steps.size > stepsMax ? 'too-long' : null
}

/** The steps as one line: nothing stands before what it follows from, and otherwise what comes first stands first. */
export function inLine<T extends Dated>(links: readonly Link[], steps: readonly T[]): T[] {
  const left = steps.toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)))
  const line: T[] = []
  while (left.length > 0) {
    const ids = new Set(left.map(({ id }) => id))
    // Of hidden steps nothing is known but that they stand between.
    const isFree = ({ id }: T): boolean => [...whatLedTo(links, id)].every((before) => !ids.has(before))
    const [next] = left.splice(Math.max(0, left.findIndex(isFree)), 1)
    if (next) line.push(next)
  }
  return line
}
