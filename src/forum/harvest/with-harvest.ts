import type { Reads } from '../tables.ts'
import { noteOf } from '../notes.sql.ts'
import { recommendationsOf } from '../recommendations.sql.ts'
import { groupsOf, harvestChangedAt } from './harvest.sql.ts'

/**
 * The minutes with the harvest and the recommendations, which are part of them: changed when any of them
 * was, so that nobody sends or approves what they have not seen; and with something to read when any has.
 */
export async function noteWithHarvest(db: Reads, eventId: string) {
  const note = await noteOf(db, eventId)
  if (!note) return undefined
  const harvestAt = (await harvestChangedAt(db, eventId)) ?? ''
  const parts = (await groupsOf(db, eventId)).length + (await recommendationsOf(db, eventId)).length
  return {
    ...note,
    changed_at: harvestAt > note.changed_at ? harvestAt : note.changed_at,
    hasText: parts > 0 || Object.keys({ ...note.said, ...note.agreed }).length > 0,
  }
}
