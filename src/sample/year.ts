import { v7 } from 'uuid'
import { json } from '#platform/db.ts'
import { datePlus, type Instant, instantAt, localDate, zoned } from '#platform/time.ts'
import type { Chance } from './chance.ts'
import { emptyRows } from './empty-rows.ts'
import type { SampleContent } from './sample-content.ts'
import type { Found } from './starting-content.sql.ts'
import type { Ending, Row, Rows } from './tables.ts'

/** The year while it is being made up: what is known, and the rows so far. */
export interface Year {
  now: Instant
  today: string
  chance: Chance
  content: SampleContent
  /** What the starting content brought: parties, series, goals, plans and the directory. */
  found: Found
  rows: Rows
  /** How proposals for the plan ended: said after their answers, before what they brought into force. */
  endings: Ending[]
  /** An id that sorts as if it had been made at that moment. */
  id(at: Instant): string
  /** The date so many days from today; negative is past. */
  date(days: number): string
  /** The moment at which clocks showed a time, so many days from today, or on the Friday before a weekend. */
  moment(days: number, time: string): Instant
  record(happening: Happening): void
}

interface Happening {
  what: string
  by: string | null
  about: string
  at: Instant
  detail?: Record<string, unknown>
}

// What followers would be told by mail. They were told long ago, or nothing of the sample year would ever be sent.
const news = new Set(['event-published', 'announcement-published', 'course-opened'])

export function newYear(given: Pick<Year, 'now' | 'chance' | 'content' | 'found'>): Year {
  const { now, chance } = given
  const today = localDate(now)
  const rows = emptyRows()
  const id = (at: Instant): string => v7({ msecs: Date.parse(at), random: chance.bytes(16) })
  const date = (days: number): string => datePlus(today, days)
  return {
    ...given,
    today,
    rows,
    endings: [],
    id,
    date,
    moment: (days, time) => instantAt(workingDay(date(days)), time),
    record({ what, by, about, at, detail = {} }) {
      const row: Row<'record'> = { id: id(at), at, what, by_person: by, about, detail: json(detail) }
      rows.record.push(row)
      if (news.has(what)) rows.told.push({ record_id: row.id, at, last_subscription: null })
    },
  }
}

function workingDay(date: string): string {
  const weekday = zoned(instantAt(date, '12:00')).dayOfWeek
  return datePlus(date, Math.min(0, 5 - weekday))
}
