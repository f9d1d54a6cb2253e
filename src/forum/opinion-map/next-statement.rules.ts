/** What is known about a statement when somebody is to be shown the next one. */
export interface Waiting {
  id: string
  agree: number
  pass: number
  votes: number
  /** How far out in the picture it stands: how much it tells people apart. */
  extremity: number
  isMeta: boolean
}

/** A question about the conversation itself keeps the same weight all the time. */
const metaPriority = 49

/** How many votes take half of what is new about a statement: up to nine times the weight at first. */
const votesToHalve = 5
const newBonus = 8

/**
 * How much it is worth to show a statement: more when people agree to it, when it tells them apart, when few pass, and much more
 * as long as few have seen it.
 */
export function priorityOf({ agree, pass, votes, extremity, isMeta }: Waiting): number {
  if (isMeta) return metaPriority
  const passed = (pass + 1) / (votes + 2)
  const agreed = (agree + 1) / (votes + 2)
  const isNew = 1 + newBonus * 2 ** (-votes / votesToHalve)
  return ((1 - passed) * (extremity + 1) * agreed * isNew) ** 2
}

/**
 * The next statement for somebody who has seen these: drawn, each with a chance in proportion to its priority. `chance` is a number
 * from 0 up to, but not, 1.
 */
export function nextStatement(
  statements: readonly Waiting[],
  seen: ReadonlySet<string>,
  chance: number,
): string | null {
  const unseen = statements.filter(({ id }) => !seen.has(id))
  const priorities = unseen.map(priorityOf)
  let left = chance * priorities.reduce((sum, priority) => sum + priority, 0)
  for (const [index, { id }] of unseen.entries()) {
    left -= priorities[index] ?? 0
    if (left < 0) return id
  }
  // Rounding can leave a hair of the sum behind the last one.
  return unseen.at(-1)?.id ?? null
}
