import { found } from '#platform/errors.ts'
import { slugOf } from '#platform/search.ts'
import { type Instant, plus } from '#platform/time.ts'
import { type TurnOfHour, whoseTurn } from '#programme/index.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import type { Held } from './event-rows.ts'
import type { Staff } from './people-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

type Words = Pick<
  ProgrammeTables['hour_proposal'],
  'kind' | 'language' | 'title' | 'learn' | 'url' | 'presenter'
>

export interface SampleTurns {
  /** Why a side let its turn pass, where it was its turn and the other one presented. */
  passed: string
  /** Slots of the hours, in the order in which they were laid out, and who presented. */
  slots: { event: string; minutes: number; party?: string; presentation?: Words }[]
  /** A swap that waits for its answer, of two of those slots, counted from one. */
  swap: { ask: number; for: number; daysAgo: number; reason: string }
  proposals: (Words & {
    party: string
    state: 'waiting' | 'accepted' | 'declined'
    daysAgo: number
    because?: string
  })[]
}

// As the platform itself does: the address goes so long after the presentation.
const addressKeptDays = 90

/** Whose turn it was at each Malmö Hour, what was presented, and what is proposed. The rule itself deals the slots. */
export function addTurns(year: Year, events: readonly Held[], staff: Staff): void {
  const { slots, swap, proposals } = year.content.turns
  const sides = [...year.found.parties.values()]
  const dealt = new Dealt(year, staff)
  for (const id of sides)
    year.rows.hour_side.push({ party_id: id, head_start: 0, since: year.moment(-250, '09:00') })
  const laidOut = slots.map(({ event, ...slot }) => {
    const held = events.find(({ sample }) => sample.key === event)
    // Some of last year's hours are there on some days alone.
    return held ? layOut(year, dealt, held.row, slot) : null
  })
  addSwap(year, dealt, {
    asks: found(laidOut[swap.ask - 1], 'slot'),
    other: found(laidOut[swap.for - 1], 'slot'),
  })
  for (const proposal of proposals) {
    const at = year.moment(-proposal.daysAgo, '11:10')
    const party = found(year.found.parties.get(proposal.party), proposal.party)
    addProposal(year, dealt, { party, words: proposal, state: proposal.state, at, because: proposal.because })
  }
}

/** The history so far. */
class Dealt {
  readonly turns: TurnOfHour[] = []
  readonly #year: Year
  readonly #staff: Staff

  constructor(year: Year, staff: Staff) {
    this.#year = year
    this.#staff = staff
  }

  /** Somebody who coordinates for a party. */
  by(party: string): string {
    const people = this.#year.rows.coordinator.filter((one) => one.party_id === party)
    return found(people[0]?.person_id ?? this.#staff.coordinators[0], 'coordinator')
  }

  next(slot: string) {
    const sides = [...this.#year.found.parties.values()].map((id) => ({ id, headStart: 0 }))
    return found(whoseTurn({ sides, turns: this.turns, undone: new Set() }, slot), 'turn')
  }

  deal(slot: string, at: Instant): string {
    const { side, because, other } = this.next(slot)
    this.add({
      kind: 'dealt',
      slot_id: slot,
      party_id: side,
      because,
      other_party_id: other,
      reason: null,
      at,
    })
    return side
  }

  add(row: Omit<Row<'hour_turn'>, 'number' | 'by_person' | 'swap_id'>): void {
    const number = this.turns.length + 1
    this.turns.push({ number, kind: row.kind, slot: row.slot_id, side: row.party_id })
    this.#year.rows.hour_turn.push({ ...row, number, by_person: this.by(row.party_id), swap_id: null })
  }
}

interface LaidOut {
  id: string
  side: string
}

type Hour = Row<'event'>

function layOut(
  year: Year,
  dealt: Dealt,
  hour: Hour,
  { minutes, party, presentation }: Omit<SampleTurns['slots'][number], 'event'>,
): LaidOut {
  const at = plus(hour.created_at, { minutes: 30 })
  const there = year.rows.hour_slot.filter((slot) => slot.event_id === hour.id)
  const id = year.id(at)
  const position = there.length + 1
  year.rows.hour_slot.push({ id, event_id: hour.id, position, minutes, created_at: at, removed_at: null })
  const wanted = party === undefined ? undefined : year.found.parties.get(party)
  let side = dealt.deal(id, at)
  if (there.length === 0) year.record({ what: 'hour-slots-laid-out', by: dealt.by(side), about: hour.id, at })
  if (wanted !== undefined && side !== wanted) {
    const later = plus(at, { days: 4 })
    const turn = {
      slot_id: id,
      party_id: side,
      because: null,
      other_party_id: null,
      reason: year.content.turns.passed,
    }
    dealt.add({ kind: 'passed', ...turn, at: later })
    year.record({ what: 'hour-turn-passed', by: dealt.by(side), about: hour.id, at: later })
    side = dealt.deal(id, later)
  }
  if (presentation) {
    const asked = plus(at, { days: -9 })
    addProposal(year, dealt, {
      party: side,
      words: presentation,
      state: 'accepted',
      at: asked,
      slot: { id, hour },
    })
  }
  return { id, side }
}

interface Proposed {
  party: string
  words: Words
  state: 'waiting' | 'accepted' | 'declined'
  at: Instant
  because?: string | undefined
  slot?: { id: string; hour: Hour }
}

function addProposal(year: Year, dealt: Dealt, { party, words, state, at, because, slot }: Proposed): void {
  const { kind, language, title, learn, url, presenter } = words
  const id = year.id(at)
  const isDecided = state !== 'waiting'
  const forgotten = slot ? plus(slot.hour.ends_at, { days: addressKeptDays }) : null
  const isForgotten = forgotten !== null && forgotten < year.now
  year.rows.hour_proposal.push({
    ...{ id, party_id: party, kind, language, title, learn, url, presenter, state, asked_at: at },
    ...{
      email: isForgotten ? null : `${slugOf(presenter)}@example.org`,
      confirmed_at: plus(at, { minutes: 6 }),
    },
    decided_at: isDecided ? plus(at, { days: 2 }) : null,
    decided_by: isDecided ? dealt.by(party) : null,
    because: because ?? null,
    slot_id: slot?.id ?? null,
    scheduled_at: slot ? plus(at, { days: 10 }) : null,
    ...{ withdrawn_at: null, forgotten_at: isForgotten ? forgotten : null },
  })
  year.record({ what: 'hour-proposal-came', by: null, about: id, at: plus(at, { minutes: 6 }) })
}

function addSwap(year: Year, dealt: Dealt, { asks, other }: { asks: LaidOut; other: LaidOut }): void {
  const { daysAgo, reason } = year.content.turns.swap
  const at = year.moment(-daysAgo, '15:30')
  const by = dealt.by(asks.side)
  const unanswered = { answer: null, because: null, answered_by: null, answered_at: null }
  year.rows.hour_swap.push({
    ...{ id: year.id(at), slot_id: asks.id, party_id: asks.side, other_slot_id: other.id },
    ...{ other_party_id: other.side, reason, asked_by: by, asked_at: at, ...unanswered },
  })
  const hour = year.rows.hour_slot.find((slot) => slot.id === asks.id)?.event_id ?? ''
  year.record({ what: 'hour-swap-asked', by, about: hour, at })
}
