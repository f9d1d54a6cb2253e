import * as z from 'zod'
import { decide, json, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, optionalTexts, texts, time } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { inLanguage, languages } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { slugOf } from '#platform/search.ts'
import { type Instant, instantAt } from '#platform/time.ts'
import { eventToDecide } from '../notes.sql.ts'
import type { Db } from '../tables.ts'
import {
  type CloseRefusal,
  type OpenRefusal,
  refusalToClose,
  refusalToOpen,
  refusalToSave,
  type SaveRefusal,
} from './dialogue.rules.ts'
import { addDialogue, changeDialogue, dialogueWithId, slugsLike } from './dialogues.sql.ts'
import { statementsShown } from './statements.sql.ts'

export const DialogueForm = z.object({
  /** Made when the form of a new one is shown, so that a form that is sent twice makes one dialogue. */
  id: z.uuid().optional(),
  title: texts(120, 'dialogue.mistake.title'),
  lead: optionalTexts(400),
  last_day: date,
  last_time: time,
})
export type DialogueForm = z.output<typeof DialogueForm>

const closesAt = ({ last_day, last_time }: DialogueForm): Instant => instantAt(last_day, last_time)

interface Doing {
  by: Member
  now: Instant
}

/** Writes a theme down; nobody else sees it until it is opened. */
export function createDialogue(
  db: Db,
  eventId: string,
  form: DialogueForm & { id: string },
  { by, now }: Doing,
) {
  return transact(db, async (tx): Promise<SaveRefusal | null> => {
    const event = found(await eventToDecide(tx, eventId), 'event')
    const closes_at = closesAt(form)
    const refusal = refusalToSave(null, closes_at, event, now)
    if (refusal) return refusal
    const words = { title: json(form.title), lead: json(form.lead) }
    const slug = await freeSlug(tx, inLanguage(form.title, languages[0]))
    const times = { created_at: now, opened_at: null, closes_at, closed_at: null, shown_at: null }
    const isNew = await addDialogue(tx, {
      ...{ id: form.id, event_id: eventId, slug, ...words, made_by: by.id, ...times },
    })
    if (isNew) await record(tx, { what: 'dialogue-made', by: by.id, about: form.id, at: now })
    return null
  })
}

async function freeSlug(tx: Db, title: string): Promise<string> {
  const wanted = slugOf(title).slice(0, 60) || 'tema'
  const taken = new Set(await slugsLike(tx, wanted))
  let slug = wanted
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`
  return slug
}

/** Changes what it is called and when it closes; its address stays. */
export function editDialogue(db: Db, id: string, form: DialogueForm, { by, now }: Doing) {
  return decide(db, 'dialogue', id, async (tx): Promise<SaveRefusal | null> => {
    const dialogue = found(await dialogueWithId(tx, id), 'dialogue')
    const closes_at = closesAt(form)
    const event = { starts_at: dialogue.event_starts_at }
    const refusal = refusalToSave(dialogue, closes_at, event, now)
    if (refusal) return refusal
    // A later end stands instead of the one that was pressed before; it has to be opened again by a press.
    await changeDialogue(tx, id, { title: json(form.title), lead: json(form.lead), closes_at })
    await record(tx, { what: 'dialogue-changed', by: by.id, about: id, at: now })
    return null
  })
}

/** From now on everybody may write and vote. */
export function openDialogue(db: Db, id: string, { by, now }: Doing) {
  return decide(db, 'dialogue', id, async (tx): Promise<OpenRefusal | null> => {
    const dialogue = found(await dialogueWithId(tx, id), 'dialogue')
    const event = {
      published_at: dialogue.event_published_at,
      cancelled_at: dialogue.event_cancelled_at,
      starts_at: dialogue.event_starts_at,
    }
    const shown = (await statementsShown(tx, id)).length
    const refusal = refusalToOpen({ dialogue, shown, event, now })
    if (refusal) return refusal
    const isFirst = dialogue.opened_at === null
    await changeDialogue(tx, id, isFirst ? { opened_at: now } : { closed_at: null })
    const what = isFirst ? 'dialogue-opened' : 'dialogue-opened-again'
    await record(tx, { what, by: by.id, about: id, at: now })
    return null
  })
}

/** Nobody writes or votes any more. */
export function closeDialogue(db: Db, id: string, { by, now }: Doing) {
  return decide(db, 'dialogue', id, async (tx): Promise<CloseRefusal | null> => {
    const dialogue = found(await dialogueWithId(tx, id), 'dialogue')
    const refusal = refusalToClose(dialogue, now)
    if (refusal) return refusal
    await changeDialogue(tx, id, { closed_at: now })
    await record(tx, { what: 'dialogue-closed', by: by.id, about: id, at: now })
    return null
  })
}
