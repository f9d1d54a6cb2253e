import * as z from 'zod'
import { organisationNamed } from '#network/index.ts'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalLine, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { linkNewRecommendation } from './harvest/recommend-group.ts'
import { refusalBeforeEvent } from './note.rules.ts'
import { eventToDecide } from './notes.sql.ts'
import { organisationExists } from './receivers.sql.ts'
import { type ChangeRefusal, refusalToChange } from './recommendation.rules.ts'
import {
  addRecommendation,
  changeRecommendation,
  deleteRecommendation,
  recommendationWithId,
  takeNumber,
} from './recommendations.sql.ts'
import type { Db, Reads } from './tables.ts'

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

/** Writes a new recommendation from an event, not handed over yet; null means it is done. */
export function writeRecommendation(
  db: Db,
  by: Member,
  eventId: string,
  form: RecommendationForm,
  now: Instant,
) {
  return decide(db, 'event', eventId, async (tx): Promise<'event-not-begun' | null> => {
    const event = found(await eventToDecide(tx, eventId), 'event')
    const refusal = refusalBeforeEvent(event.starts_at, now)
    if (refusal) return refusal
    if (await recommendationWithId(tx, form.id)) return null

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
    await record(tx, {
      what: 'recommendation-written',
      by: by.id,
      about: form.id,
      at: now,
      detail: { number },
    })
    return null
  })
}

/** Changes words and receiver, as long as nobody has been handed them; null means it is done. */
export function rewriteRecommendation(
  db: Db,
  by: Member,
  id: string,
  form: RecommendationForm,
  now: Instant,
) {
  return decide(db, 'recommendation', id, async (tx): Promise<ChangeRefusal | null> => {
    const before = found(await recommendationWithId(tx, id), 'recommendation')
    const refusal = refusalToChange(before)
    if (refusal) return refusal
    await changeRecommendation(tx, id, { text: json(form.text), ...(await receiverIn(tx, form)) })
    const detail = { number: before.number }
    await record(tx, { what: 'recommendation-rewritten', by: by.id, about: id, at: now, detail })
    return null
  })
}

/** Takes a recommendation away that nobody has been handed. Its number is not given again. */
export function removeRecommendation(db: Db, by: Member, id: string, now: Instant) {
  return decide(db, 'recommendation', id, async (tx): Promise<ChangeRefusal | null> => {
    const before = found(await recommendationWithId(tx, id), 'recommendation')
    const refusal = refusalToChange(before)
    if (refusal) return refusal
    await deleteRecommendation(tx, id)
    const detail = { number: before.number }
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
