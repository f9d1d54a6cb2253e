interface Joined {
  id: string
  handed_in_at: string
  number: number
}

export interface Inheritance {
  /** Takes the place, with its offer and its lunch; null when nobody was joined. */
  heir: string | null
  /** Those who are joined with the heir from now on. */
  others: string[]
}

/**
 * A need goes away when nobody stands behind it any more. What was joined into it is not lost: the one that was handed
 * in first takes its place, and the others are joined with that one.
 */
export function inheritanceOf(joined: readonly Joined[]): Inheritance {
  const [heir, ...others] = joined.toSorted((one, other) =>
    one.handed_in_at === other.handed_in_at
      ? one.number - other.number
      : one.handed_in_at < other.handed_in_at
        ? -1
        : 1,
  )
  return { heir: heir?.id ?? null, others: others.map(({ id }) => id) }
}
