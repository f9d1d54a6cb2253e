import type { Reads } from '../tables.ts'

type Extremities = ReadonlyMap<string, number>

interface Known {
  computedAt: string
  extremities: Extremities
}

// A map holds every voter, and all that is wanted of it here is one number for each statement: it is read once.
const known = new Map<string, Known>()
const knownMax = 50
const none: Extremities = new Map()

/** How much each statement tells people apart, by the map that was drawn last; nothing before there is one. */
export async function extremitiesOf(db: Reads, dialogueId: string): Promise<Extremities> {
  const drawn = await db
    .selectFrom('dialogue_map')
    .select('computed_at')
    .where('dialogue_id', '=', dialogueId)
    .executeTakeFirst()
  if (!drawn) return none
  const before = known.get(dialogueId)
  if (before?.computedAt === drawn.computed_at) return before.extremities
  const row = await db
    .selectFrom('dialogue_map')
    .select(['map', 'computed_at'])
    .where('dialogue_id', '=', dialogueId)
    .executeTakeFirst()
  if (!row) return none
  const { statements, extremities } = row.map
  const read = new Map(statements.map((id, index) => [id, extremities[index] ?? 0]))
  if (known.size >= knownMax) known.clear()
  known.set(dialogueId, { computedAt: row.computed_at, extremities: read })
  return read
}
