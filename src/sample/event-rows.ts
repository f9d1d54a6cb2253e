import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { inLanguage } from '#platform/language.ts'
import { slugOf } from '#platform/search.ts'
import { datePlus, type Instant, instantAt, plus, weekdayOf } from '#platform/time.ts'
import { meetingDates, type MeetingDate, nextOpening } from './meeting-weeks.ts'
import type { Staff } from './people-rows.ts'
import type { SampleEvent } from './sample-content.ts'
import { missingLastYear, yearBefore } from './promise-rows.ts'
import { sharingOf, shareOutSeats } from './seat-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

/** A meeting as it was written down, with what the rest of the year needs of it. */
export interface Held {
  sample: SampleEvent
  row: Row<'event'>
  /** The date where people live. */
  date: string
  by: string
}

/** Every event of the year, in the order of time, with who looks after it. */
export function addEvents(year: Year, staff: Staff): Held[] {
  const dateOf = meetingDates(year.today)
  const all = year.content.events.map((sample) => addEvent(year, staff, sample, dateOf))
  return all.sort((a, b) => a.row.starts_at.localeCompare(b.row.starts_at))
}

/** What was held in the year before, as far as the weeks around today do not reach there. */
export function addYearBefore(year: Year, staff: Staff, events: readonly Held[]): Held[] {
  const dateOf = meetingDates(year.today)
  return missingLastYear(year, events).map((sample) => addEvent(year, staff, sample, dateOf))
}

function addEvent(year: Year, staff: Staff, sample: SampleEvent, dateOf: MeetingDate): Held {
  const opening = sample.week === 0 ? nextOpening(year.now) : null
  const { date, from, to } = opening ?? { ...sample, date: dateFor(year, sample, dateOf) }
  const by = found(staff.coordinators[sample.week % 2 === 0 ? 0 : 1], 'coordinator')
  const starts_at = instantAt(date, from)
  const announcement = announced(year, sample, date)
  const row: Row<'event'> = {
    id: year.id(announcement.created_at),
    slug: slugOf(inLanguage(sample.title, 'sv')),
    series_id: found(year.found.series.get(sample.series), 'series'),
    ...{ title: json(sample.title), lead: json(sample.lead), body: json(sample.body ?? {}) },
    ...{ audience: json({}), spoken: sample.spoken, capacity: sample.capacity },
    ...placeOf(year, sample),
    ...{ starts_at, ends_at: instantAt(date, to) },
    doors_at: sample.doors ? instantAt(date, sample.doors) : null,
    sign_up_closes_at: closing(sample, date, starts_at),
    ...announcement,
    changed_at: announcement.published_at ?? announcement.created_at,
    ...{ sequence: 0, cancelled_at: null, cancel_reason: json({}), arranged_by: json({}) },
    ...sharingOf(sample, date),
  }
  year.rows.event.push(row)
  const held = { sample, row, date, by }
  recordEvent(year, held)
  shareOutSeats(year, held)
  if (sample.cancelled) cancel(year, held, sample.cancelled)
  const organiser = staff.organisers[sample.organiser ?? -1]
  if (organiser) addOrganiser(year, held, organiser)
  return held
}

function dateFor({ today }: Year, { lastYear, week, day }: SampleEvent, dateOf: MeetingDate): string {
  if (lastYear === undefined) return dateOf(week, day)
  const near = `${yearBefore(today)}-${lastYear}`
  return datePlus(near, day - weekdayOf(near))
}

function placeOf(year: Year, { place, online }: SampleEvent) {
  if (!place) return { place_name: null, address: null, access: json({}), online_url: online ?? null }
  const { name, address, access } = found(year.content.places[place], 'place')
  return { place_name: name, address, access: json(access), online_url: null }
}

/** The whole of the last day, where food is ordered; otherwise until it begins. */
const closing = ({ closesDaysBefore }: SampleEvent, date: string, startsAt: Instant): Instant =>
  closesDaysBefore ? instantAt(datePlus(date, 1 - closesDaysBefore), '00:00') : startsAt

/** Announced six weeks ahead, and at least some days ago, so that there was time to sign up. */
function announced(year: Year, { draft, week }: SampleEvent, date: string) {
  const early = instantAt(datePlus(date, -42), '09:40')
  const late = year.moment(-8 - week, '09:40')
  const created_at = draft ? year.moment(-6, '14:15') : early < late ? early : late
  return { created_at, published_at: draft ? null : plus(created_at, { hours: 3, minutes: 35 }) }
}

function recordEvent(year: Year, { row, by }: Held): void {
  year.record({ what: 'event-drafted', by, about: row.id, at: row.created_at })
  if (row.published_at) year.record({ what: 'event-published', by, about: row.id, at: row.published_at })
}

function cancel(
  year: Year,
  { row, by }: Held,
  { daysBefore, reason }: NonNullable<SampleEvent['cancelled']>,
): void {
  const at = plus(row.starts_at, { days: -daysBefore, hours: -2 })
  Object.assign(row, { cancelled_at: at, changed_at: at, cancel_reason: json(reason), sequence: 1 })
  year.record({ what: 'event-cancelled', by, about: row.id, at, detail: { reason } })
}

function addOrganiser(year: Year, { row, by }: Held, person: string): void {
  year.rows.event_organiser.push({ event_id: row.id, person_id: person })
  const at = plus(row.created_at, { minutes: 4 })
  year.record({ what: 'organiser-added', by, about: row.id, at, detail: { person } })
}
