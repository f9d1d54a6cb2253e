import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { takeApprovalsBack } from './minutes/minutes.sql.ts'
import { refusalToWriteNote, type NoteRefusal } from './note.rules.ts'
import { addNote, changeNote, eventToDecide, noteOf } from './notes.sql.ts'
import type { Db, Writes } from './tables.ts'

// A full day at many tables fits; what does not is a report, and a report is a file.
const noteMax = 20_000

export const NoteForm = z.object({
  said: optionalTexts(noteMax),
  agreed: optionalTexts(noteMax),
  // When the note had last been saved when this form was shown; empty for the first one.
  seen: z.union([z.literal(''), z.iso.datetime()]),
})
export type NoteForm = z.output<typeof NoteForm>

const nowhere = {
  state: 'draft' as const,
  ...{ sent_at: null, sent_to: null, not_sent_because: null, corrections_until: null },
  ...{ approved_at: null, published_at: null },
}

/** Saves what was said and agreed. Whoever had approved other words has to read these; null means it is done. */
export function writeNote(db: Db, by: Member, eventId: string, form: NoteForm, now: Instant) {
  return decide(db, 'event', eventId, async (tx): Promise<NoteRefusal | null> => {
    const event = found(await eventToDecide(tx, eventId), 'event')
    const before = (await noteOf(tx, eventId)) ?? null
    const refusal = refusalToWriteNote({
      startsAt: event.starts_at,
      now,
      seenChangedAt: form.seen,
      note: before,
    })
    if (refusal) return refusal

    const texts = { said: json(form.said), agreed: json(form.agreed), written_by: by.id, changed_at: now }
    if (before) await changeNote(tx, before.id, texts)
    else await beginNote(tx, { by, eventId, now }, texts)
    const approvalsTakenBack = before ? await takeApprovalsBack(tx, before.id) : 0
    const detail = { state: before?.state ?? 'draft', ...(approvalsTakenBack > 0 && { approvalsTakenBack }) }
    await record(tx, { what: 'note-kept', by: by.id, about: eventId, at: now, detail })
    return null
  })
}

interface Beginning {
  by: Member
  eventId: string
  now: Instant
}

/** The draft begins, with what is written already, or with nothing. */
export const beginNote = (
  tx: Writes,
  { by, eventId, now }: Beginning,
  texts: { said: string; agreed: string } = { said: json({}), agreed: json({}) },
) =>
  addNote(tx, {
    ...{ id: newId(), event_id: eventId, created_at: now, ...nowhere },
    ...{ ...texts, written_by: by.id, changed_at: now },
  })
