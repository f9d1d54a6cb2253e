import { fieldOf } from './field.ts'

/**
 * Tables at which nobody meets twice: a transversal design. People stand in columns of as many rows as there are
 * tables, q, a power of a prime; in round m whoever stands in column c and row r sits at table r − m·c, counted in the
 * field of q elements. Two people of different columns meet in one round of the first q, two of one column in none. Where the columns
 * divide the tables there is one round more, in which each column sits at tables of its own.
 *
 * Answers with the table of each place (column × tables + row) in each round; undefined where there is no such design.
 */
export function design(tables: number, columns: number, rounds: number): number[][] | undefined {
  const field = columns <= tables && columns > 0 ? fieldOf(tables) : undefined
  const hasColumnRound = tables % columns === 0
  if (!field || rounds > tables + Number(hasColumnRound)) return undefined
  const places = Array.from({ length: columns * tables }, (_, place) => ({
    column: Math.trunc(place / tables),
    row: place % tables,
  }))
  return Array.from({ length: rounds }, (_, round) =>
    places.map(({ column, row }) => {
      if (round === tables) return column * (tables / columns) + Math.trunc(row / columns)
      // The table t with t + m·c = r, found by trying: tables are few.
      const shift = field.times(round, column)
      return places.findIndex((_place, table) => field.add(table, shift) === row)
    }),
  )
}
