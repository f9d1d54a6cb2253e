import { maySit } from './may-sit.ts'
import type { Person, Table } from './problem.ts'

/**
 * Some people who need more chairs than there are at the tables they may sit at: without any one of them the others
 * find a chair. Empty when everybody finds one. Places are handed out one by one, and whoever finds none asks those
 * who sit on what they need to move on (augmenting paths); nobody moving on, all who were asked are too many together.
 */
export function tooManyForTheirTables(tables: readonly Table[], people: readonly Person[]): string[] {
  const picky = people.filter((person) => tables.some((table) => !mayBe(person, table)))
  let few = crowd(tables, picky)
  for (const one of few) {
    const without = few.filter((other) => other !== one)
    if (crowd(tables, without).length > 0) few = without
  }
  return few.map(({ id }) => id).sort()
}

const mayBe = (person: Person, table: Table): boolean =>
  person.fixedTable === null ? maySit(person, table) : person.fixedTable === table.id

/** All who were asked when somebody found no chair. */
function crowd(tables: readonly Table[], people: readonly Person[]): Person[] {
  const at = tables.map((): Person[] => [])
  for (const person of people) {
    const asked = new Set<number>()
    if (!findsChair(person, asked)) return [person, ...[...asked].flatMap((table) => at[table] ?? [])]
  }
  return []

  function findsChair(person: Person, asked: Set<number>): boolean {
    for (const [index, table] of tables.entries()) {
      if (asked.has(index) || !mayBe(person, table)) continue
      asked.add(index)
      const here = at[index] ?? []
      if (here.length < table.seats) return here.push(person) > 0
      for (const [place, other] of here.entries())
        if (findsChair(other, asked)) {
          here[place] = person
          return true
        }
    }
    return false
  }
}
