import type { Database } from '#platform/db.ts'
import { messageOf } from '#platform/errors.ts'
import { newUntimedId } from '#platform/ids.ts'
import type { Log } from '#platform/log.ts'
import { type Clock, type Instant, plus } from '#platform/time.ts'
import { workApart } from '#platform/work-apart.ts'
import type { Db } from '../tables.ts'
import { drawMap } from './draw-map.ts'
import { claimDrawing, type Drawn, dueDialogues, keepMap, putDrawingOff } from './drawings.sql.ts'
import type { Sent } from './map.worker.ts'
import { failedAgainMinutes } from './map-times.rules.ts'

interface Options {
  database: Database
  clock: Clock
  log: Log
  /** Ends a drawing at once; what it knew of is drawn by whoever comes next. */
  signal?: AbortSignal
}

/**
 * Draws the maps that are due, one after another, each in a thread of its own, which reads the votes by itself: to read those of a
 * crowd would hold up every page. Several processes may do so: each map is drawn by one of them at a time. What goes wrong
 * with one map is told in the log, and tried again later.
 */
export async function drawDueMaps({ database, clock, log, signal }: Options): Promise<number> {
  const db: Db = database.as()
  let drawn = 0
  for (const dialogueId of await dueDialogues(db, clock())) {
    if (signal?.aborted) break
    const by = newUntimedId()
    if (!(await claimDrawing(db, dialogueId, by, clock()))) continue
    try {
      const drawing = { dialogueId, by, now: clock() }
      const sent: Sent = { place: database.place, dialogueId, now: drawing.now }
      const map = await workApart<Drawn | null>('forum/map/map.worker.ts', sent, signal ? { signal } : {})
      if (map && (await keepMap(db, drawing, map))) drawn += 1
    } catch (error) {
      const isStopped = signal?.aborted ?? false
      const again = isStopped ? clock() : plus(clock(), { minutes: failedAgainMinutes })
      await putDrawingOff(db, dialogueId, by, again)
      if (!isStopped) log.error({ dialogue: dialogueId, error: messageOf(error) }, 'a map was not drawn')
    }
  }
  return drawn
}

/** Draws a map within what the caller is doing anyhow, and not in a thread: for a few votes. */
export async function drawMapHere(db: Db, dialogueId: string, now: Instant): Promise<void> {
  const by = newUntimedId()
  if (!(await claimDrawing(db, dialogueId, by, now))) return
  const map = await drawMap(db, dialogueId, now)
  if (map) await keepMap(db, { dialogueId, by, now }, map)
}
