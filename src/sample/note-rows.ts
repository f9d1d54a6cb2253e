import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { datePlus, type Instant, instantAt, plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Staff } from './people-rows.ts'
import type { Writes } from './tables.ts'
import type { Year } from './year.ts'

/** Minutes that were approved: written as sent, and brought further once the approvals are there. */
export interface Approved {
  id: string
  approved_at: Instant
  published_at: Instant | null
}

/** When the minutes of an event went from one state to the next. */
interface Steps {
  created_at: Instant
  sent_at: Instant
  corrections_until: Instant
}

/**
 * What was said and agreed at an event: written the day after and sent to those who were present, approved by both
 * parties when their week had passed, and then published. The latest are still on the way.
 */
export function addNote(year: Year, held: Held, staff: Staff): Approved[] {
  const { sample, row, date, by } = held
  if (!sample.note) return []
  const { said, agreed, state } = sample.note
  const created_at = state === 'sent' ? year.moment(-2, '14:20') : instantAt(datePlus(date, 1), '14:20')
  const sent_at = plus(created_at, { hours: 2 })
  const steps = { created_at, sent_at, corrections_until: plus(sent_at, { days: 7 }) }
  const id = year.id(created_at)
  const words = { id, event_id: row.id, written_by: by, said: json(said), agreed: json(agreed) }
  const later = { approved_at: null, published_at: null, not_sent_because: null }
  year.record({ what: 'note-kept', by, about: row.id, at: created_at })
  if (state === 'draft') {
    const unsent = { state, sent_at: null, sent_to: null, corrections_until: null }
    year.rows.note.push({ ...words, ...later, ...unsent, created_at, changed_at: created_at })
    return []
  }
  const present = presentAt(year, row.id)
  const sent = { ...steps, state: 'sent', sent_to: present.length, changed_at: created_at } as const
  year.rows.note.push({ ...words, ...later, ...sent })
  year.record({ what: 'note-sent', by, about: row.id, at: sent_at, detail: { people: present.length } })
  addCorrections(year, held, { id, steps, present })
  return state === 'sent' ? [] : [approve(year, held, { id, steps, staff })]
}

const presentAt = (year: Year, eventId: string): string[] =>
  year.rows.sign_up
    .filter((one) => one.event_id === eventId && one.checked_in_at && one.email)
    .map((one) => one.id ?? '')

function addCorrections(
  year: Year,
  { sample, row, by }: Held,
  { id, steps, present }: { id: string; steps: Steps; present: string[] },
): void {
  const corrections = sample.note?.corrections ?? []
  corrections.forEach(({ words, answer = null, because = null }, index) => {
    const at = plus(steps.sent_at, { hours: 3 + index })
    const answered_at = answer && plus(at, { hours: 14 })
    const sender = { note_id: id, sign_up_id: found(present[index], 'somebody who was present') }
    const answered = { answer, because, answered_by: answer && by, answered_at }
    year.rows.note_correction.push({ id: year.id(at), ...sender, words, at, ...answered })
    year.record({ what: 'note-correction-came', by: null, about: row.id, at })
    if (answered_at) {
      const detail = { answer }
      year.record({ what: 'note-correction-answered', by, about: row.id, at: answered_at, detail })
    }
  })
}

/** One coordinator of each party says yes, and the same week everybody can read it. */
function approve(
  year: Year,
  { sample, row, by }: Held,
  { id, steps, staff }: { id: string; steps: Steps; staff: Staff },
): Approved {
  const begun = plus(steps.corrections_until, { hours: 17 })
  const deciders = staff.coordinators.slice(0, 2)
  deciders.forEach((person, index) => {
    const at = plus(begun, { hours: index * 2 })
    const party = found(year.rows.coordinator.find((one) => one.person_id === person)?.party_id, 'party')
    year.rows.note_approval.push({ id: year.id(at), note_id: id, party_id: party, by_person: person, at })
    const what = index === 0 ? 'note-approved-by-one' : 'note-approved'
    year.record({ what, by: person, about: row.id, at, detail: { party } })
  })
  const approved_at = plus(begun, { hours: 2 })
  const published_at = sample.note?.state === 'approved' ? null : plus(begun, { hours: 4 })
  if (published_at) year.record({ what: 'note-published', by, about: row.id, at: published_at })
  return { id, approved_at, published_at }
}

/** Takes minutes the last steps, which the database allows only in their order. */
export async function finishNotes(tx: Writes, approved: readonly Approved[]): Promise<void> {
  for (const { id, approved_at, published_at } of approved) {
    const step = (to: { state: 'approved' | 'published'; approved_at?: Instant; published_at?: Instant }) =>
      tx.updateTable('note').set(to).where('id', '=', id).execute()
    await step({ state: 'approved', approved_at })
    if (published_at) await step({ state: 'published', published_at })
  }
}
