import { openDatabase, type Place } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import { stepBack, worksApart } from '#platform/work-apart.ts'
import { drawMap } from './draw-map.ts'

export interface Sent {
  place: Place
  dialogueId: string
  now: Instant
}

// It only reads: while it had something to write, whoever votes would wait for a thread that pages do not wait for.
worksApart(async (input) => {
  stepBack()
  const { place, dialogueId, now } = input as Sent
  const database = openDatabase(place)
  try {
    return await drawMap(database.as(), dialogueId, now)
  } finally {
    await database.close()
  }
})
