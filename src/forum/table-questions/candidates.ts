import type { Texts } from '#platform/language.ts'
import type { ShownMap } from '../map/shown-map.ts'
import type { Reads } from '../tables.ts'
import { type Because, becauses } from './table-questions.rules.ts'
import { proposals, shownMapsOf, statementsNumbered } from './table-questions.sql.ts'

/** Something that a question can be made from. */
export interface Candidate {
  /** 's:' and the id of a statement, or 'p:' and that of a proposal. */
  key: string
  kind: Because | 'proposed'
  texts: Texts
  /** As it was written, when nobody knows in which language. */
  words: string
  number: number | null
}

/** What the tables could talk about: what bridges, what divides, and what was proposed. */
export async function candidatesFor(db: Reads, eventId: string): Promise<Candidate[]> {
  const [maps, proposed] = await Promise.all([shownMapsOf(db, eventId), proposals(db, eventId)])
  const fromMaps = await Promise.all(
    maps.map(({ id, shown }) => (shown ? statementsFrom(db, id, shown) : Promise.resolve([]))),
  )
  return [
    ...fromMaps.flat(),
    ...proposed.map(({ id, words }): Candidate => ({
      ...{ key: `p:${id}`, kind: 'proposed', texts: {}, words, number: null },
    })),
  ]
}

async function statementsFrom(db: Reads, dialogueId: string, map: ShownMap): Promise<Candidate[]> {
  const listed = listedIn(map)
  const numbers = [...new Set(becauses.flatMap((because) => listed[because]))]
  if (numbers.length === 0) return []
  const rows = await statementsNumbered(db, dialogueId, numbers)
  const known = new Map(rows.map((row) => [row.number, row]))
  return becauses.flatMap((kind) =>
    listed[kind].flatMap((number): Candidate[] => {
      const row = known.get(number)
      if (!row) return []
      const texts = { ...row.translations, [row.language]: row.words }
      return [{ key: `s:${row.id}`, kind, texts, words: row.words, number }]
    }),
  )
}

/** What divides the sectors is named under that alone, whatever else it bridges; else what bridges anything, under that. */
function listedIn(map: ShownMap): Record<Because, number[]> {
  const numbers = (some: readonly { statement: number }[]): number[] => some.map(({ statement }) => statement)
  const apart = new Set(numbers(map.dividesSectors))
  for (const number of numbers(map.bridgesSectors)) apart.delete(number)
  const bridges = [...numbers(map.bridgesGroups), ...numbers(map.bridgesSectors), ...numbers(map.agreed)]
  const bridging = new Set(bridges.filter((number) => !apart.has(number)))
  const dividing = new Set([...apart, ...numbers(map.dividesGroups), ...map.splits])
  return { bridging: [...bridging], dividing: [...dividing].filter((number) => !bridging.has(number)) }
}
