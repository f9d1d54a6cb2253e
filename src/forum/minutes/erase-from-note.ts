import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { nameInHarvest } from '../harvest/erase-from-harvest.ts'
import { mayBeAddedTo } from '../note.rules.ts'
import { changeNote, noteOf } from '../notes.sql.ts'
import type { Db } from '../tables.ts'
import { erasedMin, eraseFrom, type EraseRefusal, refusalToErase } from './erase.rules.ts'
import { addErasure, additionsOf, changeAddition } from './minutes.sql.ts'

export const ErasureForm = z.object({
  name: line(200, 'minutes.mistake.erase-name').pipe(z.string().min(erasedMin, 'minutes.mistake.erase-name')),
  because: line(500, 'minutes.mistake.erase-because'),
})
export type ErasureForm = z.output<typeof ErasureForm>

/**
 * Takes somebody's name out of approved minutes and what was added to them: the one thing that may change there, since
 * everybody has the right to be named no longer. That something was taken out is said openly and kept with its reason;
 * whose name it was is kept nowhere.
 */
export function eraseFromNote(db: Db, by: Member, eventId: string, form: ErasureForm, now: Instant) {
  return decide(db, 'event', eventId, async (tx): Promise<EraseRefusal | null> => {
    found(by.party, 'coordinator')
    const note = found(await noteOf(tx, eventId), 'note')
    const [said, agreed] = [eraseFrom(note.said, form.name), eraseFrom(note.agreed, form.name)]
    const additions = (await additionsOf(tx, note.id)).map(({ id, words }) => ({
      id,
      ...eraseFrom(words, form.name),
    }))
    const harvest = await nameInHarvest(tx, eventId, form.name)
    const places = [said, agreed, harvest, ...additions].reduce((sum, one) => sum + one.places, 0)
    const reasonNames = eraseFrom({ sv: form.because }, form.name).places
    const refusal = refusalToErase({ isApproved: mayBeAddedTo(note.state), places, reasonNames })
    if (refusal) return refusal

    await addErasure(tx, { id: newId(), note_id: note.id, by_person: by.id, because: form.because, at: now })
    const texts = { said: json(said.texts), agreed: json(agreed.texts) }
    await changeNote(tx, note.id, { ...texts, erased_at: now })
    for (const { id, texts: words, places: there } of additions)
      if (there > 0) await changeAddition(tx, id, { words: json(words), erased_at: now })
    await harvest.erase(now)
    const detail = { places, because: form.because }
    await record(tx, { what: 'note-erased-from', by: by.id, about: eventId, at: now, detail })
    return null
  })
}
