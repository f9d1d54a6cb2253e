/** A change of seats, as it is kept: the round, who, and the ids of the tables before and after. */
interface Step {
  version: number
  kind: string
  at: string
  seats: readonly (readonly [number, string, string | null, string | null])[]
}

interface Shown {
  shown_at: string | null
  /** Up to which version everybody was mailed. */
  mailed: number
  /** The last round that has begun: what was in it is over. */
  begun: number
}

export interface Moved {
  round: number
  signUpId: string
  /** Where they know that they sit. */
  from: string | null
  to: string | null
}

/**
 * Whose seat is another one than they know of: "since they were shown theirs, or were mailed last, whoever got a
 * mail at the door knows." Whoever was moved and moved back is told nothing.
 */
export function movedSince(steps: readonly Step[], { shown_at, mailed, begun }: Shown): Moved[] {
  if (shown_at === null) return []
  const known = new Map<string, Moved>()
  for (const { version, kind, at, seats } of steps) {
    if (version <= mailed || at < shown_at) continue
    for (const [round, signUpId, from, to] of seats) {
      const key = `${round} ${signUpId}`
      if (kind === 'door') known.delete(key)
      else known.set(key, { round, signUpId, from: (known.get(key) ?? { from }).from, to })
    }
  }
  return [...known.values()].filter(({ round, from, to }) => to !== from && round > begun)
}
