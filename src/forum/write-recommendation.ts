import * as z from 'zod'
import { organisationNamed } from '#network/index.ts'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalLine, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { touchHarvest } from './harvest/harvest.sql.ts'
import { linkNewRecommendation } from './harvest/recommend-group.ts'
import { takeApprovalsBack } from './minutes/minutes.sql.ts'
import { refusalBeforeEvent } from './note.rules.ts'
import { eventToDecide, noteOf } from './notes.sql.ts'
import { organisationExists } from './receivers.sql.ts'
import {
  type ChangeRefusal,
  refusalToChange,
  refusalToRecommend,
  type WriteRefusal,
} from './recommendation.rules.ts'
import {
  addRecommendation,
  changeRecommendation,
  deleteRecommendation,
  recommendationWithId,
  takeNumber,
} from './recommendations.sql.ts'
import type { Db, Reads, Tx } from './tables.ts'

// A recommendation is one thing that somebody can do; what needs more room is a report.
const recommendationMax = 2000

export const RecommendationForm = z
  .object({
    /** Made when the form is shown, so that a form that is sent twice is one recommendation. */
    id: z.uuid(),
    text: texts(recommendationMax),
    receiver: z.string().optional(),
    receiverName: optionalLine(200),
    /** The group of cards that it is worded from. */
    group: optionalLine(60),
  })
  .refine(({ receiver, receiverName }) => Boolean(receiver) !== Boolean(receiverName), {
    error: 'forum.recommendation.one-receiver',
    path: ['receiver'],
    // Asked also when the text is missing, so that everything that is wrong is said at once.
    when: () => true,
  })
export type RecommendationForm = Omit<z.output<typeof RecommendationForm>, 'group'> & {
  group?: string | null
}

/** Writes a new recommendation from an event, before its minutes are approved; null means it is done. */
export function writeRecommendation(
  db: Db,
  by: Member,
  eventId: string,
  form: RecommendationForm,
  now: Instant,
) {
  return decide(db, 'event', eventId, async (tx): Promise<WriteRefusal | 'event-not-begun' | null> => {
    const event = found(await eventToDecide(tx, eventId), 'event')
    if (await recommendationWithId(tx, form.id)) return null
    const note = await noteOf(tx, eventId)
    const refusal = refusalBeforeEvent(event.starts_at, now) ?? refusalToRecommend(note?.state ?? null)
    if (refusal) return refusal

    const number = await takeNumber(tx)
    await addRecommendation(tx, {
      id: form.id,
      event_id: eventId,
      number,
      text: json(form.text),
      ...(await receiverIn(tx, form)),
      written_by: by.id,
      created_at: now,
      handed_over_on: null,
      answer_due_on: null,
    })
    if (form.group)
      await linkNewRecommendation(tx, eventId, { groupId: form.group, recommendationId: form.id })
    const detail = { number, ...(await readAgain(tx, eventId, now)) }
    await record(tx, { what: 'recommendation-written', by: by.id, about: form.id, at: now, detail })
    return null
  })
}

/** The recommendations are part of the minutes: whoever had approved those before has to read them again. */
async function readAgain(tx: Tx, eventId: string, now: Instant): Promise<{ approvalsTakenBack?: number }> {
  await touchHarvest(tx, eventId, now)
  const note = await noteOf(tx, eventId)
  const approvalsTakenBack = note ? await takeApprovalsBack(tx, note.id) : 0
  return approvalsTakenBack > 0 ? { approvalsTakenBack } : {}
}

/** Changes words and receiver, as long as nobody has approved them for good; null means it is done. */
export async function rewriteRecommendation(
  db: Db,
  by: Member,
  id: string,
  form: RecommendationForm,
  now: Instant,
) {
  // Decided with the event, as approvals are.
  const { event_id } = found(await recommendationWithId(db, id), 'recommendation')
  return decide(db, 'event', event_id, async (tx): Promise<ChangeRefusal | null> => {
    const before = found(await recommendationWithId(tx, id), 'recommendation')
    const refusal = refusalToChange(before)
    if (refusal) return refusal
    await changeRecommendation(tx, id, { text: json(form.text), ...(await receiverIn(tx, form)) })
    const detail = { number: before.number, ...(await readAgain(tx, event_id, now)) }
    await record(tx, { what: 'recommendation-rewritten', by: by.id, about: id, at: now, detail })
    return null
  })
}

/** Takes a recommendation away that nobody has approved for good. Its number is not given again. */
export async function removeRecommendation(db: Db, by: Member, id: string, now: Instant) {
  const { event_id } = found(await recommendationWithId(db, id), 'recommendation')
  return decide(db, 'event', event_id, async (tx): Promise<ChangeRefusal | null> => {
    const before = found(await recommendationWithId(tx, id), 'recommendation')
    const refusal = refusalToChange(before)
    if (refusal) return refusal
    await deleteRecommendation(tx, id)
    const detail = { number: before.number, ...(await readAgain(tx, event_id, now)) }
    await record(tx, { what: 'recommendation-removed', by: by.id, about: id, at: now, detail })
    return null
  })
}

type Receiver = Pick<RecommendationForm, 'receiver' | 'receiverName'>

/** An organisation of the directory, also when its name was typed; else the typed name. */
async function receiverIn(db: Reads, { receiver, receiverName }: Receiver) {
  if (receiver) {
    const { id } = found(await organisationExists(db, receiver), 'organisation')
    return { receiver_organisation_id: id, receiver_name: null }
  }
  const known = receiverName && (await organisationNamed(db, receiverName))
  if (known) return { receiver_organisation_id: known.id, receiver_name: null }
  return { receiver_organisation_id: null, receiver_name: receiverName }
}
