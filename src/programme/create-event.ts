import { json, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { slugOf } from '#platform/search.ts'
import { localDate } from '#platform/time.ts'
import type { EventForm } from './event-form.ts'
import { eventWithId } from './events.sql.ts'
import { addEvent } from './office-events.sql.ts'
import { seriesWithKey } from './series.sql.ts'
import { setOrganisers } from './set-organisers.ts'
import type { Letters } from './sign-up/letters.ts'
import { slugsToTry } from './slugs.rules.ts'
import type { Db, NewEvent, SeriesRow, Writes } from './tables.ts'

/** Writes down an event as a draft that only its organisers and the coordinators see. Returns its id. */
export function createEvent(db: Db, by: Member, form: EventForm, letters: Letters): Promise<string> {
  return transact(db, async (tx) => {
    const { now, url } = letters
    if (form.id && (await eventWithId(tx, form.id))) return form.id
    const series = found(await seriesWithKey(tx, form.series), 'series')
    const id = form.id ?? newId()
    const columns = { ...columnsOf(form, series), id, created_at: now, changed_at: now }
    if (!(await addWithFreeSlug(tx, series, columns))) return id
    await record(tx, { what: 'event-drafted', by: by.id, about: id, at: now })
    const event = found(await eventWithId(tx, id), 'event')
    await setOrganisers(tx, event, form.organisers, { by, now, url })
    return id
  })
}

/** What an event's form says, as columns. */
export function columnsOf(form: EventForm, series: SeriesRow) {
  const { place_name, address, online_url, doors_at, starts_at, ends_at, sign_up_closes_at, capacity } = form
  return {
    series_id: series.id,
    title: json(form.title),
    lead: json(form.lead),
    body: json(form.body),
    audience: json(form.audience),
    access: json(form.access),
    spoken: form.spoken.join(','),
    ...{ place_name, address, online_url, doors_at, starts_at, ends_at, sign_up_closes_at, capacity },
  }
}

type Columns = Omit<NewEvent, 'slug' | 'published_at' | 'cancelled_at' | 'cancel_reason'>

/** Adds a draft under the first free address; false when the same form was sent a moment ago. */
export async function addWithFreeSlug(tx: Writes, series: SeriesRow, columns: Columns): Promise<boolean> {
  const title = slugOf(inLanguage(JSON.parse(columns.title), 'sv'))
  const unset = { published_at: null, cancelled_at: null, cancel_reason: json({}) }
  for (const slug of slugsToTry(title, series.key, localDate(columns.starts_at))) {
    if (await addEvent(tx, { slug, ...columns, ...unset })) return true
    if (await eventWithId(tx, columns.id)) return false
  }
  return false
}
