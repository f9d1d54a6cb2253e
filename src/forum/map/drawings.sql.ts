import { setImmediate as nextRound } from 'node:timers/promises'
import { sql } from 'kysely'
import { transact } from '#platform/db.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db, Reads, Writes } from '../tables.ts'
import { drawingMinutesMax, isToBeDrawn } from './map-times.rules.ts'

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
export async function claimDrawing(db: Db, dialogueId: string, by: string, now: Instant): Promise<boolean> {
  const row = { dialogue_id: dialogueId, by_whom: by, until: plus(now, { minutes: drawingMinutesMax }) }
  const claimed = await db
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
  if (claimed) await takeChangesAway(db, dialogueId)
  return claimed !== undefined
}

// As many as are taken away before others, who wait to write, get their turn.
const changesAtOnce = 2000

/** Those that are there now. Whoever stops half-way still has the drawing, so that somebody else will do it. */
async function takeChangesAway(db: Db, dialogueId: string): Promise<void> {
  const of = db.selectFrom('map_change').where('dialogue_id', '=', dialogueId)
  const { last } = await of.select((eb) => eb.fn.max('id').as('last')).executeTakeFirstOrThrow()
  let left = BigInt(changesAtOnce)
  while (left >= changesAtOnce) {
    const some = of.select('id').where('id', '<=', last).limit(changesAtOnce)
    const taken = await db.deleteFrom('map_change').where('id', 'in', some).executeTakeFirst()
    left = taken.numDeletedRows
    await nextRound()
  }
}

/** What was known of a dialogue when its map was drawn last. */
export const mapBefore = (db: Reads, dialogueId: string) =>
  db
    .selectFrom('dialogue')
    .leftJoin('dialogue_map', 'dialogue_map.dialogue_id', 'dialogue.id')
    .select(['dialogue.closes_at', 'dialogue.closed_at', 'dialogue.shown_at'])
    .select(['dialogue_map.map', 'dialogue_map.shown', 'dialogue_map.shown_of'])
    .where('dialogue.id', '=', dialogueId)
    .executeTakeFirst()

/** A map as it is kept: written out already, so that whoever keeps it has as little to do as can be. */
export interface Drawn {
  votes: number
  map: string
  draft: string
  extremities: string
  /** Whether everybody sees it from now on, if they may see the map at all. */
  isRenewed: boolean
}

/** Keeps a map, if whoever drew it is still the one who was to draw it; false otherwise. */
export const keepMap = (
  db: Db,
  { dialogueId, by, now }: { dialogueId: string; by: string; now: Instant },
  { isRenewed, ...drawn }: Drawn,
): Promise<boolean> =>
  transact(db, async (tx) => {
    const mine = await tx
      .deleteFrom('map_drawing')
      .where('dialogue_id', '=', dialogueId)
      .where('by_whom', '=', by)
      .returning('dialogue_id')
      .executeTakeFirst()
    if (!mine) return false
    const row = { computed_at: now, ...drawn }
    await tx
      .insertInto('dialogue_map')
      .values({ dialogue_id: dialogueId, ...row, shown: null, shown_of: null })
      .onConflict((conflict) => conflict.column('dialogue_id').doUpdateSet(row))
      .execute()
    if (isRenewed) await showDraft(tx, dialogueId)
    return true
  })

/** What was drawn last is what everybody sees, if the map has been opened to them. */
export const showDraft = (tx: Writes, dialogueId: string): Promise<unknown> =>
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
