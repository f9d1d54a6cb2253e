import { json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import { slugOf } from '#platform/search.ts'
import { plus } from '#platform/time.ts'
import type { SampleMeeting } from './sample-meeting.ts'
import type { Writes } from './tables.ts'
import type { Year } from './year.ts'

interface Holder {
  name: string
  language: Language
  /** Days from today, like every date below. */
  from: number
  until: number
  left?: number
  because?: Texts
  /** Whether they have agreed to be named. */
  shown: boolean
}

interface SampleSeat {
  party: string
  body?: 'nomination-committee'
  category?: Texts
  /** The letter of the political party of whoever sits there. */
  elected?: string
  holders: Holder[]
  deputy?: Holder
}

export interface SampleSteering {
  seats: SampleSeat[]
  decisionBody: Texts
  criteria: Texts
  words: Texts
  place: string
  nominations: {
    name: string
    language: Language
    /** The Swedish name of what the seat stands for. */
    seat: string
    day: number
    shown?: boolean
    waiting?: true
    organisation?: string
    why: string
    presentation?: string
  }[]
  meetings: SampleMeeting[]
}

export interface Made {
  tx: Writes
  year: Year
  sample: SampleSteering
  /** Who coordinates for a party. */
  by: (party: string) => string
}

export const addressOf = (name: string): string => `${slugOf(name).replace('-', '.')}@example.org`

export interface Seat {
  id: string
  sample: SampleSeat
}

export const bodyOf = ({ body }: SampleSeat) => body ?? 'steering-group'

export async function addTerm(
  { tx, year, sample, by }: Made,
  { id: seat_id, sample: seat }: Seat,
  holder: Holder,
  more: { kind: 'member' | 'deputy'; nomination_id: string | null },
): Promise<void> {
  const at = year.moment(-300, '10:00')
  const isElected = more.nomination_id !== null
  const id = year.id(plus(at, { seconds: seat.holders.indexOf(holder) + 2 }))
  const hasLeft = holder.left !== undefined
  await tx
    .insertInto('seat_term')
    .values({
      ...{ id, seat_id, ...more, person_name: holder.name, political_party: seat.elected ?? null },
      ...{ email: addressOf(holder.name), language: holder.language },
      ...{ starts_on: year.date(holder.from), ends_on: year.date(holder.until) },
      ...{ how: isElected ? 'election' : 'decision', because: '{}' },
      decision_body: json(isElected ? {} : sample.decisionBody),
      decided_on: year.date(isElected ? -302 : holder.from - 21),
      ...{ paragraph: isElected ? null : '§ 48', case_number: isElected ? null : 'STK-2025-417' },
      ...{ filled_by: by(seat.party), filled_at: at, filled_on: at.slice(0, 10) },
      ...{ consented_at: holder.shown ? plus(at, { days: 2 }) : null, left_on: null, left_because: '{}' },
      ...{ left_by: null, left_at: null, forgotten_at: null },
    })
    .execute()
  if (!hasLeft) return
  const left = { left_on: year.date(holder.left ?? 0), left_because: json(holder.because ?? {}) }
  const change = { ...left, left_by: by(seat.party), left_at: year.moment((holder.left ?? 0) - 3, '14:00') }
  await tx.updateTable('seat_term').set(change).where('id', '=', id).execute()
}
