import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { refusalToWriteNote, type NoteRefusal } from './note.rules.ts'
import { addNote, changeNote, eventToDecide, noteOf } from './notes.sql.ts'
import type { Db } from './tables.ts'

// A full day at many tables fits; what does not is a report, and a report is a file.
const noteMax = 20_000

export const NoteForm = z
  .object({
    said: optionalTexts(noteMax),
    agreed: optionalTexts(noteMax),
    // When the note had last been saved when this form was shown; empty for the first one.
    seen: z.union([z.literal(''), z.iso.datetime()]),
    for: z.enum(['office', 'everybody']),
  })
  .refine((note) => note.for === 'office' || hasText(note.said) || hasText(note.agreed), {
    error: 'forum.note.missing',
    path: ['said.sv'],
  })
export type NoteForm = z.output<typeof NoteForm>

const hasText = (texts: object): boolean => Object.keys(texts).length > 0

/** Saves what was said and agreed, for the office alone or for everybody; null means it is done. */
export function writeNote(db: Db, by: Member, eventId: string, form: NoteForm, now: Instant) {
  return decide(db, 'event', eventId, async (tx): Promise<NoteRefusal | null> => {
    const event = found(await eventToDecide(tx, eventId), 'event')
    const before = await noteOf(tx, eventId)
    const refusal = refusalToWriteNote({
      startsAt: event.starts_at,
      now,
      seenChangedAt: form.seen,
      changedAt: before?.changed_at ?? null,
    })
    if (refusal) return refusal

    const isPublic = form.for === 'everybody'
    const published_at = isPublic ? (before?.published_at ?? now) : null
    const texts = {
      said: json(form.said),
      agreed: json(form.agreed),
      written_by: by.id,
      changed_at: now,
      published_at,
    }
    if (before) await changeNote(tx, before.id, texts)
    else await addNote(tx, { id: newId(), event_id: eventId, created_at: now, ...texts })
    await record(tx, {
      what: whatHappened(before?.published_at ?? null, isPublic),
      by: by.id,
      about: eventId,
      at: now,
    })
    return null
  })
}

function whatHappened(wasPublishedAt: Instant | null, isPublic: boolean): string {
  if (wasPublishedAt) return isPublic ? 'note-changed' : 'note-hidden'
  return isPublic ? 'note-published' : 'note-kept'
}
