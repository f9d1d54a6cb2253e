import { pinnedTo } from '../seating/chairs.ts'
import { maySit } from '../seating/may-sit.ts'
import { at } from '../seating/numbers.ts'
import type { Problem } from '../seating/problem.ts'

/** Note takers stay at a table like hosts: those without one get the first that has none and where they may sit. */
export function tablesOfNoteTakers(problem: Problem, noteTakers: ReadonlySet<string>): Problem {
  if (noteTakers.size === 0) return problem
  const inOrder = problem.people.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const pinned = pinnedTo(inOrder, problem.tables)
  const homeOf = new Map(inOrder.map(({ id }, index) => [id, at(pinned, index)]))
  const orgsAt = problem.tables.map(
    (_, table) =>
      new Set(inOrder.flatMap(({ id, org }) => (org !== null && homeOf.get(id) === table ? [org] : []))),
  )
  const withNotes = new Set(
    inOrder.flatMap(({ id, fixedTable }) =>
      noteTakers.has(id) && fixedTable !== null ? [homeOf.get(id) ?? -1] : [],
    ),
  )
  const given = new Map<string, number>()
  for (const person of inOrder) {
    if (!noteTakers.has(person.id) || person.fixedTable !== null) continue
    const home = problem.tables.findIndex(
      (table, index) =>
        !withNotes.has(index) &&
        maySit(person, table) &&
        !(person.org !== null && orgsAt[index]?.has(person.org)),
    )
    const table = problem.tables[home]
    if (!table) continue
    withNotes.add(home)
    if (person.org !== null) orgsAt[home]?.add(person.org)
    given.set(person.id, table.id)
  }
  return {
    ...problem,
    people: problem.people.map((one) => ({ ...one, fixedTable: given.get(one.id) ?? one.fixedTable })),
  }
}
