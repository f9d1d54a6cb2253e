import * as z from 'zod'
import { decide } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import { showDraft } from './drawings.sql.ts'
import { dialogueAt, mapsToShow } from './map.sql.ts'
import { isShownNow, type RefusalToShow, refusalToShow, whens } from './show-map.rules.ts'

export const ShowForm = z.object({ when: z.enum(whens, 'opinions.show.when-missing') })

interface Showing {
  by: Member
  eventId: string
  dialogueId: string
  now: Instant
}

/** Lets everybody see the map, at once or when the voting closes. Until it is shown that may be decided anew. */
export const showMap = (
  db: Db,
  { by, eventId, dialogueId, now }: Showing,
  { when }: z.output<typeof ShowForm>,
): Promise<RefusalToShow | 'gone' | null> =>
  decide(db, 'dialogue', dialogueId, async (tx) => {
    const dialogue = await dialogueAt(tx, eventId, dialogueId)
    if (!dialogue) return 'gone'
    const refusal = refusalToShow(dialogue)
    if (refusal) return refusal
    const opening = { decided_by: by.id, decided_at: now, at_closing: when === 'at-closing' ? 1 : 0 }
    await tx
      .insertInto('map_opening')
      .values({ dialogue_id: dialogueId, ...opening })
      .onConflict((conflict) => conflict.column('dialogue_id').doUpdateSet(opening))
      .execute()
    const isNow = isShownNow(when, dialogue, now)
    await record(tx, {
      ...{ what: isNow ? 'map-shown' : 'map-to-be-shown', by: by.id, about: dialogueId, at: now },
    })
    if (isNow) await show(tx, dialogueId, now)
    return null
  })

async function show(tx: Writes, dialogueId: string, now: Instant): Promise<void> {
  await tx.updateTable('dialogue').set({ shown_at: now }).where('id', '=', dialogueId).execute()
  await showDraft(tx, dialogueId)
}

/** Shows the maps that were to be shown when the voting closed, once it has. */
export async function showClosedMaps(db: Db, now: Instant): Promise<void> {
  const waiting = await mapsToShow(db, now)
  for (const { id, event_id } of waiting)
    await decide(db, 'dialogue', id, async (tx) => {
      const dialogue = await dialogueAt(tx, event_id, id)
      if (!dialogue || refusalToShow(dialogue) || !isShownNow('at-closing', dialogue, now)) return
      await show(tx, id, now)
      await record(tx, { what: 'map-shown', by: null, about: id, at: now })
    })
}
