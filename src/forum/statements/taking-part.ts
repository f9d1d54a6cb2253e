import type { Visit } from '#platform/http.ts'
import { capacities, groupsToShow } from '#programme/index.ts'
import type { Capacity } from '#programme/tables.ts'
import type { Reads } from '../tables.ts'
import { takingPart } from './dialogues.sql.ts'
import type { Statement } from './statements.sql.ts'

/** How many take part, as what, and how many votes they gave; never which. */
export interface TakingPart {
  people: number
  votes: number
  sectors: { capacity: Capacity; count: number }[]
}

export async function loadTakingPart(
  db: Reads,
  dialogueId: string,
  statements: readonly Statement[],
): Promise<TakingPart> {
  const groups = await takingPart(db, dialogueId)
  return {
    people: groups.reduce((sum, { count }) => sum + count, 0),
    votes: statements.reduce((sum, one) => sum + one.agrees + one.passes + one.disagrees, 0),
    sectors: groups.flatMap(({ capacity, count }) => (capacity ? [{ capacity, count }] : [])),
  }
}

/** In numbers that point at nobody. */
export function sectorsInWords({ t }: Visit, { sectors }: TakingPart): string | null {
  const { shown, rest } = groupsToShow(sectors, capacities.length)
  const parts = shown.map(({ capacity, count }) => `${t(`sign-up.capacity.${capacity}`)} ${count}`)
  if (shown.length > 0 && rest > 0) parts.push(t('dialogue.office.rest', { count: rest }))
  return parts.length > 0 ? parts.join(' · ') : null
}
