import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import type { Year } from './year.ts'

export interface SampleUpdate {
  /** Days from today. */
  at: number
  state: 'not-started' | 'under-way' | 'done' | 'stopped'
  said: Texts
  evidence?: string
  number?: { amount: number; unit: Texts }
  event?: true
}

interface About {
  id: string
  by: string
  number: number
}

/** How it went with a commitment at that moment, and what shows it. */
export function addUpdate(
  year: Year,
  about: About,
  { at: days, state, said, evidence, number, event }: SampleUpdate,
) {
  const at = year.moment(days, '16:05')
  const id = year.id(at)
  year.rows.commitment_update.push({
    ...{ id, commitment_id: about.id, at, state, said: json(said) },
    ...{ evidence_url: evidence ?? null, by_person: about.by },
  })
  addEvidence(year, { id, commitment_id: about.id, at }, { number, event })
  const detail = { number: about.number, state }
  year.record({ what: 'commitment-updated', by: about.by, about: about.id, at, detail })
}

interface Shown {
  number: SampleUpdate['number'] | undefined
  event: true | undefined
}

/** A number of the day, or the event that was held last before. */
function addEvidence(
  year: Year,
  { id: update_id, commitment_id, at }: { id: string; commitment_id: string; at: string },
  { number, event }: Shown,
): void {
  const none = { material_id: null, partnership_id: null, url: null }
  const about = { update_id, commitment_id, ...none }
  const held = year.rows.event.filter((one) => one.published_at && !one.cancelled_at && one.starts_at < at)
  const last = held.toSorted((one, other) => (one.starts_at < other.starts_at ? 1 : -1))[0]
  if (event && last) {
    const nothing = { amount: null, unit: null, on_day: null }
    year.rows.commitment_evidence.push({
      ...{ id: year.id(at), kind: 'event', event_id: last.id, ...about, ...nothing },
    })
  }
  if (number) {
    const counted = { amount: number.amount, unit: json(number.unit), on_day: localDate(at) }
    year.rows.commitment_evidence.push({
      ...{ id: year.id(at), kind: 'number', event_id: null, ...about, ...counted },
    })
  }
}
