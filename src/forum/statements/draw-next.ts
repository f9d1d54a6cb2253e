import { createHash } from 'node:crypto'
import { nextStatement } from '../opinion-map/next-statement.rules.ts'
import type { Reads } from '../tables.ts'
import { extremitiesOf } from './extremities.ts'
import type { Statement } from './statements.sql.ts'

/**
 * A number from 0 up to, but not, 1: even over all voters and statements, and the same for one voter until they have voted,
 * so that a page which is loaded again, or read in another language, asks about the same statement.
 */
export function chanceOf(voter: string, votes: number): number {
  const bytes = createHash('sha256').update(`${voter} ${votes}`).digest()
  return bytes.readUIntBE(0, 6) / 2 ** 48
}

/** The statement that somebody is asked about next, by the rule of ../opinion-map/next-statement.rules.ts. */
export async function drawNext(
  db: Reads,
  dialogueId: string,
  shown: readonly Statement[],
  { seen, chance }: { seen: ReadonlySet<string>; chance: number },
): Promise<Statement | null> {
  const extremities = await extremitiesOf(db, dialogueId)
  const waiting = shown.map(({ id, number, agrees, passes, disagrees, is_meta }) => ({
    ...{ id, agree: agrees, pass: passes, votes: agrees + passes + disagrees, isMeta: is_meta === 1 },
    // The map knows statements by their numbers, as its files do.
    extremity: extremities[number] ?? 0,
  }))
  const next = nextStatement(waiting, seen, chance)
  return shown.find(({ id }) => id === next) ?? null
}
