interface Proposal {
  seated: readonly string[]
  seats: readonly { round: number; table: number; signUpId: string }[]
  moved: readonly { round: number; signUpId: string; from: number; to: number }[]
}

/** What hangs on the wall after seats were given anew: who moved, and who was given a table; nobody else. */
export function wallChanges(proposal: Proposal | null, people: readonly { id: string; name: string }[]) {
  if (!proposal) return []
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const fresh = proposal.seats
    .filter(({ signUpId }) => proposal.seated.includes(signUpId))
    .map(({ round, table, signUpId }) => ({ round, signUpId, from: null, to: table }))
  return [...proposal.moved, ...fresh]
    .flatMap(({ signUpId, round, from, to }) => {
      const name = names.get(signUpId)
      return name === undefined ? [] : [{ name, round, from, to }]
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'sv') || one.round - other.round)
}
