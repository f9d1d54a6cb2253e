import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { datePlus, type Instant, instantAt, localDate, plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

type Letter = Pick<Row<'letter_sent'>, 'kind' | 'at'> & { states: readonly string[]; quietHours: number }

/** What the clock wrote to those who signed up, so that it writes none of it again. */
export function addLettersSent(year: Year, events: readonly Held[]): void {
  for (const { row } of events) {
    if (!row.published_at || row.cancelled_at) continue
    for (const letter of lettersOf(row)) if (letter.at <= year.now) addSent(year, row, letter)
  }
  addOwnTexts(year, events)
}

/** When which letter about an event went out, and to whom. */
function lettersOf({ starts_at, ends_at }: Row<'event'>): Letter[] {
  const at = (day: Instant, days: number, time: string): Instant =>
    instantAt(datePlus(localDate(day), days), time)
  const seats = ['seat']
  return [
    { kind: 'week-before', at: at(starts_at, -7, '08:00'), states: seats, quietHours: 48 },
    { kind: 'day-before', at: at(starts_at, -1, '08:00'), states: ['seat', 'waiting'], quietHours: 12 },
    { kind: 'after', at: at(ends_at, 1, '10:00'), states: seats, quietHours: 0 },
    { kind: 'follow-up', at: at(ends_at, 91, '10:00'), states: seats, quietHours: 0 },
  ]
}

function addSent(year: Year, event: Row<'event'>, { kind, at, states, quietHours }: Letter): void {
  for (const one of year.rows.sign_up) {
    if (one.event_id !== event.id || !one.email || !states.includes(one.state)) continue
    if (one.queued_at > plus(at, { hours: -quietHours })) continue
    if (kind === 'follow-up' && !one.checked_in_at) continue
    const about = { event_id: event.id, sign_up_id: one.id, event_on: localDate(event.starts_at) }
    year.rows.letter_sent.push({ ...about, kind, at })
  }
}

function addOwnTexts(year: Year, events: readonly Held[]): void {
  for (const { event, part, text } of year.content.evaluations.ownTexts) {
    const { row, by } = found(
      events.find(({ sample }) => sample.key === event),
      event,
    )
    const changed_at = plus(row.created_at, { hours: 1 })
    year.rows.event_letter_text.push({ event_id: row.id, part, text: json(text), changed_at, changed_by: by })
  }
}
