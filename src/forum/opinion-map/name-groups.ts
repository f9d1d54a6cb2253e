import type { OpinionMap } from './map-shape.ts'
import { namesFor } from './group-names.rules.ts'

export interface NamedGroup {
  name: string
  rows: readonly number[]
}

/** The groups in the order of their names. New ones are named by size, the largest first. */
export function nameGroups(
  groups: readonly (readonly number[])[],
  people: readonly string[],
  known: OpinionMap['known'],
): NamedGroup[] {
  const bySize = groups.toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
  const before = known.map(({ name, people }) => ({ name, people: new Set(people) }))
  const names = namesFor(
    bySize.map((rows) => rows.map((row) => people[row] ?? '')),
    before,
  )
  return bySize
    .map((rows, index) => ({ name: names[index] ?? '', rows }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Under which names people are known from now on: a group that comes back finds its name again. */
export function knownNames(
  groups: readonly { name: string; people: string[] }[],
  before: OpinionMap['known'],
): OpinionMap['known'] {
  const now = new Set(groups.map(({ name }) => name))
  const shown = groups.map(({ name, people }) => ({ name, people }))
  return [...shown, ...before.filter(({ name }) => !now.has(name))].sort((a, b) => (a.name < b.name ? -1 : 1))
}
