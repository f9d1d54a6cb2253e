import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { addWithFreeSlug } from '../create-event.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import { seriesWithKey } from '../series.sql.ts'
import type { Db } from '../tables.ts'
import { copiers } from './copiers.ts'
import { type CopyRefusal, refusalToCopy, timesOn } from './copy-event.rules.ts'

/** The id is made when the form is shown, so that a form that is sent twice makes one copy. */
export const CopyForm = z.object({ id: z.uuid(), date })
export type CopyForm = z.output<typeof CopyForm>

/** A new draft like this event, on another date: everything but who signed up and what came of it. */
export function copyEvent(db: Db, by: Member, eventId: string, form: CopyForm, now: Instant) {
  return decide(db, 'event', eventId, async (tx): Promise<CopyRefusal | null> => {
    if (await eventWithId(tx, form.id)) return null
    const event = found(await eventWithId(tx, eventId), 'event')
    const times = timesOn(form.date, event)
    const refusal = refusalToCopy(event, times, now)
    if (refusal) return refusal

    const series = found(await seriesWithKey(tx, event.series_key), 'series')
    const columns = { ...columnsFrom(event), ...times, id: form.id, created_at: now, changed_at: now }
    if (!(await addWithFreeSlug(tx, series, columns))) return null
    for (const copy of copiers) await copy(tx, { from: eventId, to: form.id, by: by.id, now })
    await record(tx, { what: 'event-copied', by: by.id, about: form.id, at: now, detail: { from: eventId } })
    return null
  })
}

/** What an event says of itself, as columns of another. */
function columnsFrom(event: ProgrammeEvent) {
  const { series_id, place_name, address, online_url, spoken, capacity } = event
  const { organisation_max, over_invited } = event
  return {
    ...{ title: json(event.title), lead: json(event.lead), body: json(event.body) },
    ...{ audience: json(event.audience), access: json(event.access) },
    ...{ series_id, place_name, address, online_url, spoken, capacity, organisation_max, over_invited },
  }
}
