export type ThemeRefusal = 'name-taken' | 'changed-meanwhile'

interface Saved {
  /** When it had been changed last, as the editor saw it; null for a new one. */
  seen: string | null
  changedAt: string | null
  slug: string
  taken: ReadonlySet<string>
}

/** "A small vocabulary": one name for one thing, and whoever saves second looks at what the first one wrote. */
export function refusalToSave({ seen, changedAt, slug, taken }: Saved): ThemeRefusal | null {
  if (changedAt !== null) return seen === changedAt ? null : 'changed-meanwhile'
  return taken.has(slug) ? 'name-taken' : null
}

/** What an event may be about: the themes that are offered, and those that it has already. */
export const offeredTo = <T extends { id: string; ended_at: string | null }>(
  all: readonly T[],
  has: ReadonlySet<string>,
): T[] => all.filter((one) => one.ended_at === null || has.has(one.id))
