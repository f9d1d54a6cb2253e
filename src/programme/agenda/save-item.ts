import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { oneLineEach, optionalTime } from '../event-form.ts'
import type { Db, MeetingWrites } from '../tables.ts'
import { changePlaces, itemKinds, itemMinutesMax } from './agenda.rules.ts'
import {
  addItem,
  changeItem,
  deleteItem,
  itemOfEvent,
  itemsOf,
  setSpeakers,
  speakersOf,
} from './agenda.sql.ts'

const minutes = 'agenda.mistake.minutes'

export const ItemForm = z.object({
  /** Made when the form of a new item is shown, so that a form that is sent twice makes one. */
  id: z.uuid().optional(),
  kind: z.enum(itemKinds, 'agenda.mistake.kind'),
  title: texts(200, 'agenda.mistake.title').transform(oneLineEach),
  minutes: z.coerce.number(minutes).int(minutes).min(1, minutes).max(itemMinutesMax, minutes),
  pinned: optionalTime,
  speakers: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.string().max(60))),
})
export type ItemForm = z.output<typeof ItemForm>

/** Whose programme it is, who changes it, and when. */
export interface Change {
  db: Db
  by: Member
  eventId: string
  now: Instant
}

/** Adds an item last, or changes one. */
export function saveItem({ db, by, eventId, now }: Change, itemId: string | null, form: ItemForm) {
  return decide(db, 'event', eventId, async (tx): Promise<void> => {
    const { kind, title, minutes, pinned } = form
    const columns = { kind, title: json(title), minutes, pinned_to: pinned }
    const id = itemId ?? form.id ?? newId()
    if (itemId) {
      found(await itemOfEvent(tx, eventId, itemId), 'item of the programme')
      await changeItem(tx, id, columns)
    } else if (!(await addLast(tx, { id, event_id: eventId, created_at: now, ...columns }))) return

    const known = (await speakersOf(tx, eventId)).map((one) => one.id)
    await setSpeakers(
      tx,
      id,
      form.speakers.filter((one) => known.includes(one)),
    )
    await record(tx, { what: 'agenda-changed', by: by.id, about: eventId, at: now })
  })
}

async function addLast(tx: MeetingWrites, row: Omit<Parameters<typeof addItem>[1], 'position'>) {
  const last = (await itemsOf(tx, row.event_id)).at(-1)
  return addItem(tx, { ...row, position: (last?.position ?? 0) + 1 })
}

/** Takes an item out of the programme. */
export const removeItem = ({ db, by, eventId, now }: Change, itemId: string) =>
  decide(db, 'event', eventId, async (tx): Promise<void> => {
    const item = found(await itemOfEvent(tx, eventId, itemId), 'item of the programme')
    await deleteItem(tx, item.id)
    await record(tx, { what: 'agenda-changed', by: by.id, about: eventId, at: now })
  })

/** Lets an item change places with the one before or after it. */
export const moveItem = ({ db, by, eventId, now }: Change, itemId: string, way: 'up' | 'down') =>
  decide(db, 'event', eventId, async (tx): Promise<void> => {
    const places = changePlaces(await itemsOf(tx, eventId), itemId, way)
    if (!places) return
    const [one, other] = places
    await changeItem(tx, one.id, { position: other.position })
    await changeItem(tx, other.id, { position: one.position })
    await record(tx, { what: 'agenda-changed', by: by.id, about: eventId, at: now })
  })
