import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { type Filled, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Reads } from '../../tables.ts'
import { type About, aboutFrom, aboutText } from './about.rules.ts'
import { thingsAmong } from './about.sql.ts'
import { type ItemRefusal, refusalToChangeItems, refusalToDecide } from './meetings.rules.ts'
import {
  addDecision,
  addItem,
  decisionsOf,
  itemsOf,
  meetingWithId,
  proposalsOfYear,
  removeDecision,
  removeItem,
  setWeighing,
} from './meetings.sql.ts'
import { takeApprovalsBack } from './minutes.sql.ts'

const about = z.string().max(100).default('').transform(aboutFrom)

export const ItemForm = z.object({ id: z.uuid(), title: texts(200), about })
export type ItemForm = z.output<typeof ItemForm>

interface Acting {
  by: Member
  meetingId: string
  now: Instant
}

/** Nothing points at what is not there. */
async function knownThing(tx: Reads, points: About | null) {
  if (!points) return { about_kind: null, about_id: null }
  found((await thingsAmong(tx, [points])).size || null, 'what it is about')
  return { about_kind: points.kind, about_id: points.id }
}

/** Puts something on the agenda, at its end. */
export function putOnAgenda(db: Db, { by, meetingId, now }: Acting, form: ItemForm) {
  return decide(db, 'steering_meeting', meetingId, async (tx): Promise<ItemRefusal | null> => {
    const refusal = refusalToChangeItems(found(await meetingWithId(tx, meetingId), 'meeting'))
    if (refusal) return refusal
    const position = ((await itemsOf(tx, meetingId)).at(-1)?.position ?? 0) + 1
    const points = await knownThing(tx, form.about)
    const row = { id: form.id, meeting_id: meetingId, position, title: json(form.title), ...points }
    await addItem(tx, { ...row, created_at: now })
    await record(tx, { what: 'steering-agenda-changed', by: by.id, about: meetingId, at: now })
    return null
  })
}

export function takeOffAgenda(db: Db, { by, meetingId, now }: Acting, itemId: string) {
  return decide(db, 'steering_meeting', meetingId, async (tx): Promise<ItemRefusal | null> => {
    const refusal = refusalToChangeItems(found(await meetingWithId(tx, meetingId), 'meeting'))
    if (refusal) return refusal
    await removeItem(tx, meetingId, itemId)
    await takeApprovalsBack(tx, meetingId)
    await record(tx, { what: 'steering-agenda-changed', by: by.id, about: meetingId, at: now })
    return null
  })
}

export const DecisionForm = z.object({
  id: z.uuid(),
  item: z.string().max(60).default(''),
  words: texts(2000),
  about,
})
export type DecisionForm = z.output<typeof DecisionForm>

/** What the group decided, and what about. Whoever has approved the minutes without it has to read it first. */
export function takeDecision(db: Db, { by, meetingId, now }: Acting, form: DecisionForm) {
  return decide(db, 'steering_meeting', meetingId, async (tx): Promise<ItemRefusal | null> => {
    const refusal = refusalToDecide(found(await meetingWithId(tx, meetingId), 'meeting'), now)
    if (refusal) return refusal
    const item = (await itemsOf(tx, meetingId)).find((one) => one.id === form.item)
    const points = await knownThing(
      tx,
      form.about ?? (item ? aboutFrom(aboutText(item.about_kind, item.about_id)) : null),
    )
    const number = ((await decisionsOf(tx, meetingId)).at(-1)?.number ?? 0) + 1
    const row = { id: form.id, meeting_id: meetingId, item_id: item?.id ?? null, number }
    const says = { words: json(form.words), ...points }
    await addDecision(tx, { ...row, ...says, written_by: by.id, written_at: now })
    await takeApprovalsBack(tx, meetingId)
    await record(tx, { what: 'steering-decision-written', by: by.id, about: meetingId, at: now })
    return null
  })
}

export function dropDecision(db: Db, { by, meetingId, now }: Acting, decisionId: string) {
  return decide(db, 'steering_meeting', meetingId, async (tx): Promise<ItemRefusal | null> => {
    const refusal = refusalToDecide(found(await meetingWithId(tx, meetingId), 'meeting'), now)
    if (refusal) return refusal
    await removeDecision(tx, meetingId, decisionId)
    await takeApprovalsBack(tx, meetingId)
    await record(tx, { what: 'steering-decision-removed', by: by.id, about: meetingId, at: now })
    return null
  })
}

/** The places that a form gives each proposal, in fields 'place-…'; an empty one is weighed and not recommended. */
export const placesFrom = (filled: Filled): Map<string, number | null> =>
  new Map(
    Object.entries(filled).flatMap(([name, value]) => {
      if (!name.startsWith('place-')) return []
      const place = Number(value)
      const isPlace = Number.isInteger(place) && place > 0 && place < 100
      return [[name.slice('place-'.length), isPlace ? place : null]]
    }),
  )

/** What the group recommends of a year's proposals, in its order. The plan itself is changed by a revision. */
export function weighFocusAreas(
  db: Db,
  { by, meetingId, now }: Acting,
  { itemId, places }: { itemId: string; places: ReadonlyMap<string, number | null> },
) {
  return decide(db, 'steering_meeting', meetingId, async (tx): Promise<ItemRefusal | null> => {
    const refusal = refusalToDecide(found(await meetingWithId(tx, meetingId), 'meeting'), now)
    if (refusal) return refusal
    const item = found(
      (await itemsOf(tx, meetingId)).find((one) => one.id === itemId && one.about_kind === 'focus-year'),
      'item about focus areas',
    )
    const proposals = await proposalsOfYear(tx, Number(item.about_id))
    const rows = proposals.map(({ id }) => ({ proposal_id: id, place: places.get(id) ?? null }))
    await setWeighing(tx, itemId, rows)
    await takeApprovalsBack(tx, meetingId)
    await record(tx, { what: 'steering-focus-weighed', by: by.id, about: meetingId, at: now })
    return null
  })
}
