import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { mayBeAddedTo } from '../note.rules.ts'
import { noteOf } from '../notes.sql.ts'
import type { Db } from '../tables.ts'
import { addAddition } from './minutes.sql.ts'

/** The id is made when the form is shown, so that a form that is sent twice adds once. */
export const AdditionForm = z.object({ id: z.uuid(), words: texts(5000, 'minutes.mistake.addition') })
export type AdditionForm = z.output<typeof AdditionForm>

/** What has to be said after the approval, with its date; it never changes either. */
export function addToNote(db: Db, by: Member, eventId: string, { id, words }: AdditionForm, now: Instant) {
  return decide(db, 'event', eventId, async (tx): Promise<'not-approved' | null> => {
    const note = found(await noteOf(tx, eventId), 'note')
    if (!mayBeAddedTo(note.state)) return 'not-approved'
    const row = { id, note_id: note.id, words: json(words), added_by: by.id, at: now }
    if (!(await addAddition(tx, row))) return null
    await record(tx, { what: 'note-added-to', by: by.id, about: eventId, at: now })
    return null
  })
}
