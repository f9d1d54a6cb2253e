/** Joined ideas share their way: one stands for all, and nothing is ever joined in two steps. */
export interface Member {
  id: string
  into_id: string | null
}

/** The one that stands for an idea: what it is joined with, or itself. */
export const headOf = (idea: Member): string => idea.into_id ?? idea.id

export type JoinRefusal = 'same-idea' | 'not-shown' | 'other-not-shown' | 'joined-already'

interface Idea extends Member {
  standing: string
  state: string
}

/** `into` is the one that stands for the other idea already. */
export function refusalToJoin(idea: Idea, into: Idea): JoinRefusal | null {
  if (headOf(idea) === into.id) return idea.id === into.id ? 'same-idea' : 'joined-already'
  if (idea.standing !== 'shown' || idea.state === 'withdrawn') return 'not-shown'
  if (into.standing !== 'shown' || into.state === 'withdrawn') return 'other-not-shown'
  return null
}

/**
 * What happens, in order, when an idea is joined into another: it leaves what it was joined with, and what was joined
 * with it comes along.
 */
export function movesToJoin(
  idea: Member,
  into: string,
  all: readonly Member[],
): { id: string; into: string | null }[] {
  const along = all.filter(({ into_id }) => into_id === idea.id)
  const moving = [...along, ...(idea.into_id ? [idea] : [])]
  return [
    ...moving.map(({ id }) => ({ id, into: null })),
    ...[...along, idea].map(({ id }) => ({ id, into })),
  ]
}

/** The moves, made. */
export const moved = <M extends Member>(
  all: readonly M[],
  moves: readonly { id: string; into: string | null }[],
): M[] => {
  const last = new Map(moves.map(({ id, into }) => [id, into]))
  return all.map((one) => (last.has(one.id) ? { ...one, into_id: last.get(one.id) ?? null } : one))
}

export interface Voice {
  id: string
  idea_id: string
  address_key: string | null
  doubled: number
}

/** How many people stand behind a family of ideas: whoever stands behind two of them counts once. */
export const peopleBehind = (family: ReadonlySet<string>, voices: readonly Voice[]): number =>
  new Set(
    voices
      .filter(({ idea_id, doubled }) => family.has(idea_id) && doubled === 0)
      .map(({ id, address_key }) => address_key ?? id),
  ).size
