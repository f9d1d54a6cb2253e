import type { Reads } from '../tables.ts'

/** How much each statement tells people apart, by its number and the map that was drawn last; nothing before there is one. */
export async function extremitiesOf(
  db: Reads,
  dialogueId: string,
): Promise<Readonly<Record<string, number>>> {
  const drawn = await db
    .selectFrom('dialogue_map')
    .select('extremities')
    .where('dialogue_id', '=', dialogueId)
    .executeTakeFirst()
  return drawn?.extremities ?? {}
}
