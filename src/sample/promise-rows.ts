import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Texts } from '#platform/language.ts'
import { datePlus, instantAt } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Staff } from './people-rows.ts'
import type { SampleEvent } from './sample-content.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

/** A series that promises more from a day of a year on, and why: so many beyond what is planned, and at least some. */
interface More {
  series: string
  /** 'MM-DD'. */
  from: string
  beyond: number
  least: number
  reason: Texts
}

export interface SamplePromises {
  more: More[]
  'until-next-plan': Texts
  /** Why a promise of last year was not kept, by the key of the series. */
  missed: Record<string, Texts>
}

export const yearBefore = (today: string): number => Number(today.slice(0, 4)) - 1

const counts = ({ row }: Held): boolean => Boolean(row.published_at) && !row.cancelled_at

const inYear = (events: readonly Held[], series: string, year: number): number =>
  events.filter((held) => counts(held) && held.sample.series === series && held.date.startsWith(`${year}-`))
    .length

/** So many of each series were held last year, whatever part of it lies within the weeks around today. */
const heldLastYear = { dialogforum: 1, 'malmo-hour': 2, 'lunch-and-learn': 3, 'co-creating-change': 1 }

/** What last year lacks of that. */
export function missingLastYear(year: Year, events: readonly Held[]): SampleEvent[] {
  return Object.entries(heldLastYear).flatMap(([series, least]) => {
    const lacking = least - inYear(events, series, yearBefore(year.today))
    const own = year.content.yearBefore.filter((sample) => sample.series === series)
    return own.slice(0, Math.max(0, lacking))
  })
}

type PromiseRow = Row<'series_promise'>

// What the starting content promises for the series that promises more later.
const promisedMin = 6

/** A promise that the starting content brought, and the day it ended when a new one was made. */
export interface Ended {
  series_id: string
  until_on: string
  end_reason: Texts
}

/**
 * Some series promise more than the starting content says, as a part of the plan that lasts then. What was promised
 * before ends the day before; the caller ends it, since it is in the database already.
 */
export function addPromises(year: Year, staff: Staff, events: readonly Held[]): Ended[] {
  const ended = year.content.promises.more.map((more) => addMore(year, staff, { more, events }))
  addReasons(year, staff, events)
  return ended
}

// So long before a promise begins it was made.
const madeDays = 12

/** The latest time that it could have begun: on New Year's Day, or on another day this year or last. */
function beginningOf({ today }: Year, from: string): string {
  const thisYear = yearBefore(today) + 1
  return from > '01-01' && today < `${thisYear}-${from}` ? `${thisYear - 1}-${from}` : `${thisYear}-${from}`
}

function addMore(year: Year, staff: Staff, { more, events }: { more: More; events: readonly Held[] }): Ended {
  const { series, reason } = more
  const series_id = found(year.found.series.get(series), 'series')
  const from_on = beginningOf(year, more.from)
  const plan = year.found.plans.find(({ starts_on, ends_on }) => starts_on <= from_on && ends_on >= from_on)
  const made_at = instantAt(datePlus(from_on, -madeDays), '10:20')
  const until_on = plan?.ends_on ?? null
  const row = {
    ...{ series_id, yearly_min: leastOf(year, more, events), yearly_max: null, counts: 'events' as const },
    ...{ words: json({}), made_at, made_by: found(staff.coordinators[0], 'coordinator') },
  }
  const period = { from_on, until_on, plan_id: plan?.id ?? null }
  add(year, series, { ...row, ...period, id: year.id(made_at), reason: json(reason) })
  if (until_on) {
    const next = { from_on: datePlus(until_on, 1), until_on: null, plan_id: null }
    const because = json(year.content.promises['until-next-plan'])
    add(year, series, { ...row, ...next, id: year.id(made_at), reason: because })
  }
  return { series_id, until_on: datePlus(from_on, -1), end_reason: reason }
}

/** More than are planned this year, and, where it began last year, more than were held then. */
function leastOf(year: Year, { series, from, beyond, least }: More, events: readonly Held[]): number {
  const thisYear = yearBefore(year.today) + 1
  const years = beginningOf(year, from) < `${thisYear}-01-01` ? [thisYear, thisYear - 1] : [thisYear]
  return Math.max(least, ...years.map((one) => inYear(events, series, one) + beyond))
}

function add(year: Year, key: string, row: PromiseRow): void {
  year.rows.series_promise.push(row)
  const { from_on, until_on, yearly_min, yearly_max, made_by, series_id, made_at } = row
  const detail = { key, from_on, until_on, yearly_min, yearly_max }
  year.record({ what: 'promise-set', by: made_by ?? null, about: series_id, at: made_at, detail })
}

/** Coordinators said in January why last year's promise was not kept. */
function addReasons(year: Year, staff: Staff, events: readonly Held[]): void {
  const missed = yearBefore(year.today)
  for (const [key, reason] of Object.entries(year.content.promises.missed)) {
    const given_at = instantAt(`${missed + 1}-01-13`, '15:10')
    if (inYear(events, key, missed) >= askedOf(year, key, missed) || given_at > year.now) continue
    const given_by = found(staff.coordinators[1], 'coordinator')
    const series_id = found(year.found.series.get(key), 'series')
    const row = { id: year.id(given_at), series_id, year: missed, reason: json(reason) }
    year.rows.promise_missed.push({ ...row, given_at, given_on: `${missed + 1}-01-13`, given_by })
    const detail = { key, year: missed, reason }
    year.record({ what: 'promise-explained', by: given_by, about: series_id, at: given_at, detail })
  }
}

/** What a year asked of a series: what was promised anew by its end, or else what the starting content says. */
function askedOf({ rows, found: { series } }: Year, key: string, of: number): number {
  const own = rows.series_promise.filter((row) => row.series_id === series.get(key))
  return own.find(({ from_on }) => from_on <= `${of}-12-31`)?.yearly_min ?? promisedMin
}
