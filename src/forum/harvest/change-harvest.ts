import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { takeApprovalsBack } from '../minutes/minutes.sql.ts'
import { eventToDecide, noteOf } from '../notes.sql.ts'
import type { Db, Tx } from '../tables.ts'
import { beginNote } from '../write-note.ts'
import { type HarvestRefusal, refusalToHarvest } from './harvest.rules.ts'
import { touchHarvest } from './harvest.sql.ts'

export interface Changing {
  db: Db
  by: Member
  eventId: string
  now: Instant
}

type Work = (tx: Tx) => Promise<HarvestRefusal | null | 'as-it-is'>

/**
 * Changes the harvest of an event, alone with it. The harvest is part of the minutes: they begin with it, whoever had
 * approved them has to read them again, and nothing changes once they are approved. Null means it is done.
 */
export function changeHarvest(
  { db, by, eventId, now }: Changing,
  what: string,
  work: Work,
): Promise<HarvestRefusal | null> {
  return decide(db, 'event', eventId, async (tx) => {
    found(await eventToDecide(tx, eventId), 'event')
    const note = await noteOf(tx, eventId)
    const refusal = refusalToHarvest(note?.state ?? null) ?? (await work(tx))
    if (refusal === 'as-it-is') return null
    if (refusal) return refusal

    if (!note) await beginNote(tx, { by, eventId, now })
    await touchHarvest(tx, eventId, now)
    const approvalsTakenBack = note ? await takeApprovalsBack(tx, note.id) : 0
    const detail = { did: what, ...(approvalsTakenBack > 0 && { approvalsTakenBack }) }
    await record(tx, { what: 'harvest-changed', by: by.id, about: eventId, at: now, detail })
    return null
  })
}
