import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { keepFile, type NewFile } from '#platform/files.ts'
import { optionalLine, optionalTexts, optionalWebAddress, several, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { oneLineEach } from '../event-form.ts'
import { eventWithId } from '../events.sql.ts'
import { putSearchText, searchTextOf } from '../library/search-texts.ts'
import type { Db, MeetingWrites } from '../tables.ts'
import { accessNotes, materialKinds, materialLanguages } from './material.rules.ts'
import {
  addMaterial,
  changeMaterial,
  deleteMaterial,
  type Material,
  materialOfEvent,
} from './materials.sql.ts'

export const MaterialForm = z.object({
  /** Made when the form of a new one is shown, so that a form that is sent twice makes one. */
  id: z.uuid().optional(),
  kind: z.enum(materialKinds, 'materials.mistake.kind'),
  title: texts(200, 'materials.mistake.title').transform(oneLineEach),
  languages: several(materialLanguages).refine((all) => all.length > 0, 'materials.mistake.languages'),
  access: several(accessNotes),
  access_note: optionalTexts(500),
  made_by: optionalLine(200),
  url: optionalWebAddress,
  consented: z
    .string()
    .optional()
    .transform((text) => text === 'yes'),
  published: z
    .string()
    .optional()
    .transform((text) => text === 'yes'),
})

export interface SentMaterial {
  words: z.output<typeof MaterialForm>
  file: NewFile | null
}

/** Whose material it is, who changes it, when, and where files are kept. */
export interface Change {
  db: Db
  by: Member
  eventId: string
  now: Instant
  uploads: string
}

/** Adds material to an event, or changes it. */
export function saveMaterial(change: Change, materialId: string | null, sent: SentMaterial) {
  const { db, by, eventId, now, uploads } = change
  return decide(db, 'event', eventId, async (tx): Promise<void> => {
    const event = found(await eventWithId(tx, eventId), 'event')
    const before = materialId ? found(await materialOfEvent(tx, eventId, materialId), 'material') : null
    const { kind, title, languages, access, access_note, made_by } = sent.words
    const columns = {
      ...{ kind, title: json(title), languages: languages.join(','), access: access.join(',') },
      ...{ access_note: json(access_note), made_by },
      ...(await placeOf(tx, sent, before, { uploads, now })),
      changed_at: now,
      published_at: sent.words.published ? (before?.published_at ?? now) : null,
      consented_at: sent.words.consented ? (before?.consented_at ?? now) : null,
    }
    const id = before?.id ?? sent.words.id ?? newId()
    if (before) await changeMaterial(tx, id, columns)
    else {
      const ids = { id, event_id: eventId, series_id: null, added_by: by.id, created_at: now }
      if (!(await addMaterial(tx, { ...ids, ...columns }))) return
    }
    const search_text = searchTextOf({ title, made_by }, event.title)
    await putSearchText(tx, { id, languages: columns.languages, search_text })
    const what = before ? 'material-changed' : 'material-added'
    await record(tx, { what, by: by.id, about: eventId, at: now, detail: { material: id } })
  })
}

/** Where it is from now on: at an address on the net, in the file just sent, or in the file there was. */
async function placeOf(
  tx: MeetingWrites,
  { file, words }: SentMaterial,
  before: Material | null,
  { uploads, now }: Pick<Change, 'uploads' | 'now'>,
): Promise<{ url: string | null; file_id: string | null }> {
  if (file) return { url: null, file_id: await keepFile(tx, uploads, file, now) }
  return words.url ? { url: words.url, file_id: null } : { url: null, file_id: before?.file_id ?? null }
}

/** Takes material away from an event. The file stays on disk, where a backup may need it; nobody can reach it. */
export const removeMaterial = ({ db, by, eventId, now }: Change, materialId: string) =>
  decide(db, 'event', eventId, async (tx): Promise<void> => {
    const material = found(await materialOfEvent(tx, eventId, materialId), 'material')
    await deleteMaterial(tx, material.id)
    const detail = { title: material.title }
    await record(tx, { what: 'material-removed', by: by.id, about: eventId, at: now, detail })
  })
