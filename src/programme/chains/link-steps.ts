import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, optionalWebAddress, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { oneLineEach } from '../event-form.ts'
import { eventWithId } from '../events.sql.ts'
import type { Db, Writes } from '../tables.ts'
import { type LinkRefusal, refusalToLink } from './chain.rules.ts'
import { addLink, addStep, linksAround, removeLink, removeLooseSurveys } from './chain.sql.ts'

/** Whether the other step stands before the event whose desk it is, or after it. */
export type Side = 'before' | 'after'

/** Who links what, at which event's desk. */
export interface Linking {
  db: Db
  by: Member
  eventId: string
  now: Instant
}

export const SurveyForm = z.object({
  /** Made when the form is shown, so that a form that is sent twice makes one. */
  id: z.uuid(),
  side: z.enum(['before', 'after'], 'chains.mistake.side'),
  title: texts(120, 'chains.mistake.title').transform(oneLineEach),
  url: optionalWebAddress,
  on_date: date,
})
type SurveyForm = z.output<typeof SurveyForm>

interface Step {
  id: string
  at: string
  /** What the row says beside, where it is no event. */
  survey?: { title: Texts; url: string | null }
}

/** Puts another event before or after this one. */
export function linkEvents({ db, by, eventId, now }: Linking, otherId: string, side: Side) {
  // In one order, so that two desks that link the same two wait for each other.
  const [first = '', second = ''] = [eventId, otherId].toSorted()
  return decide(db, 'event', first, (tx) =>
    decide(tx, 'event', second, async (): Promise<LinkRefusal | null> => {
      const here = await eventStep(tx, eventId)
      return link(tx, { here, other: await eventStep(tx, otherId), side, by, now })
    }),
  )
}

/** Puts something before or after this event that is no event, such as the survey that its questions came from. */
export function addSurvey({ db, by, eventId, now }: Linking, { id, side, ...form }: SurveyForm) {
  return decide(db, 'event', eventId, async (tx): Promise<LinkRefusal | null> => {
    const here = await eventStep(tx, eventId)
    const other = { id, at: form.on_date, survey: { title: form.title, url: form.url } }
    return link(tx, { here, other, side, by, now })
  })
}

/** Takes two steps apart. */
export function unlinkSteps({ db, by, eventId, now }: Linking, otherId: string): Promise<void> {
  return decide(db, 'event', eventId, async (tx) => {
    const ways = [
      { from_step: eventId, to_step: otherId },
      { from_step: otherId, to_step: eventId },
    ]
    for (const way of ways) {
      if (!(await removeLink(tx, way))) continue
      await removeLooseSurveys(tx, [eventId, otherId])
      await record(tx, { what: 'chain-unlinked', by: by.id, about: eventId, at: now, detail: way })
    }
  })
}

const eventStep = async (tx: Writes, id: string): Promise<Step> => ({
  id,
  at: found(await eventWithId(tx, id), 'event').starts_at,
})

interface Both {
  here: Step
  other: Step
  side: Side
  by: Member
  now: Instant
}

async function link(tx: Writes, { here, other, side, by, now }: Both): Promise<LinkRefusal | null> {
  const [from, to] = side === 'before' ? [other, here] : [here, other]
  const refusal = refusalToLink(await linksAround(tx, from.id, to.id), from, to)
  if (refusal) return refusal
  for (const { id, at, survey } of [from, to]) {
    const own = survey
      ? { event_id: null, kind: 'survey' as const, title: json(survey.title), url: survey.url, on_date: at }
      : { event_id: id, kind: 'event' as const, title: json({}), url: null, on_date: null }
    await addStep(tx, { id, ...own, added_by: by.id, added_at: now })
  }
  await addLink(tx, { from_step: from.id, to_step: to.id, linked_by: by.id, linked_at: now })
  const detail = { from_step: from.id, to_step: to.id }
  await record(tx, { what: 'chain-linked', by: by.id, about: here.id, at: now, detail })
  return null
}
