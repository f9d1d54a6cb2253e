import type { ProgrammeEvent } from '../events.sql.ts'
import type { Writes } from '../tables.ts'
import { keepAnswersUntil } from './answers.sql.ts'
import { keptUntil } from './kept-until.ts'
import { questionsOf } from './questions.sql.ts'

/** The event moves, and with it the dates on which answers are wiped. Part of the caller's transaction. */
export async function moveWiping(tx: Writes, event: Pick<ProgrammeEvent, 'id' | 'ends_at'>): Promise<void> {
  for (const { id, keep_days } of await questionsOf(tx, event.id))
    await keepAnswersUntil(tx, id, keptUntil(event, keep_days))
}
