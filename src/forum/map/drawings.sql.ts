import { sql } from 'kysely'
import { json, transact } from '#platform/db.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { OpinionMap } from '../opinion-map/map-shape.ts'
import type { Db, Reads } from '../tables.ts'
import { drawingMinutesMax, isToBeDrawn } from './map-times.rules.ts'
import type { ShownMap } from './shown-map.ts'

/** The dialogues whose map is to be drawn now, those first that have waited longest. */
export async function dueDialogues(db: Reads, now: Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('dialogue')
    .leftJoin('dialogue_map', 'dialogue_map.dialogue_id', 'dialogue.id')
    .leftJoin('map_drawing', 'map_drawing.dialogue_id', 'dialogue.id')
    .select(['dialogue.id', 'dialogue.closes_at', 'dialogue.closed_at'])
    .select(['dialogue_map.computed_at', 'map_drawing.until'])
    .select(hasChanges.as('changed'))
    .where((eb) =>
      eb.or([
        hasChanges,
        eb('map_drawing.until', 'is not', null),
        eb('dialogue_map.computed_at', '<', eb.ref('dialogue.closes_at')),
      ]),
    )
    .execute()
  return rows
    .filter(({ changed, ...row }) => isToBeDrawn({ ...row, hasChanges: changed }, now))
    .sort((a, b) => ((a.computed_at ?? '') < (b.computed_at ?? '') ? -1 : 1))
    .map(({ id }) => id)
}

const hasChanges = sql<boolean>`exists (select 1 from map_change where dialogue_id = dialogue.id)`

/**
 * Takes the drawing of a map upon oneself; false when somebody else has. What is taken away of the changes is committed before the votes
 * are read, so that each change is in the map or is still there to be drawn.
 */
export const claimDrawing = (db: Db, dialogueId: string, by: string, now: Instant): Promise<boolean> =>
  transact(db, async (tx) => {
    const row = { dialogue_id: dialogueId, by_whom: by, until: plus(now, { minutes: drawingMinutesMax }) }
    const claimed = await tx
      .insertInto('map_drawing')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .column('dialogue_id')
          .doUpdateSet({ by_whom: row.by_whom, until: row.until })
          .where('map_drawing.until', '<=', now),
      )
      .returning('dialogue_id')
      .executeTakeFirst()
    if (!claimed) return false
    await tx.deleteFrom('map_change').where('dialogue_id', '=', dialogueId).execute()
    return true
  })

/** What was known of a dialogue when its map was drawn last. */
export const mapBefore = (db: Reads, dialogueId: string) =>
  db
    .selectFrom('dialogue')
    .leftJoin('dialogue_map', 'dialogue_map.dialogue_id', 'dialogue.id')
    .select(['dialogue.closes_at', 'dialogue.closed_at', 'dialogue.shown_at'])
    .select(['dialogue_map.map', 'dialogue_map.shown', 'dialogue_map.shown_of'])
    .where('dialogue.id', '=', dialogueId)
    .executeTakeFirst()

interface Drawn {
  map: OpinionMap
  draft: ShownMap
  /** Whether everybody sees it from now on, if they may see the map at all. */
  isRenewed: boolean
}

/** Keeps a map, if whoever drew it is still the one who was to draw it; false otherwise. */
export const keepMap = (
  db: Db,
  { dialogueId, by, now }: { dialogueId: string; by: string; now: Instant },
  { map, draft, isRenewed }: Drawn,
): Promise<boolean> =>
  transact(db, async (tx) => {
    const mine = await tx
      .deleteFrom('map_drawing')
      .where('dialogue_id', '=', dialogueId)
      .where('by_whom', '=', by)
      .returning('dialogue_id')
      .executeTakeFirst()
    if (!mine) return false
    const texts = { map: json(map), draft: json(draft) }
    const row = { computed_at: now, votes: map.counts.votes, ...texts }
    await tx
      .insertInto('dialogue_map')
      .values({ dialogue_id: dialogueId, ...row, shown: null, shown_of: null })
      .onConflict((conflict) => conflict.column('dialogue_id').doUpdateSet(row))
      .execute()
    if (isRenewed) await showDraft(tx, dialogueId)
    return true
  })

/** What was drawn last is what everybody sees, if the map has been opened to them. */
export const showDraft = (tx: Pick<Db, 'updateTable'>, dialogueId: string): Promise<unknown> =>
  tx
    .updateTable('dialogue_map')
    .set((eb) => ({ shown: sql<string>`draft`, shown_of: eb.ref('computed_at') }))
    .where('dialogue_id', '=', dialogueId)
    .where('dialogue_id', 'in', (eb) =>
      eb.selectFrom('dialogue').select('id').where('shown_at', 'is not', null),
    )
    .execute()

/** Somebody else, or we ourselves, may try again from then on. */
export const putDrawingOff = (db: Db, dialogueId: string, by: string, until: Instant): Promise<unknown> =>
  db
    .updateTable('map_drawing')
    .set({ until })
    .where('dialogue_id', '=', dialogueId)
    .where('by_whom', '=', by)
    .execute()
