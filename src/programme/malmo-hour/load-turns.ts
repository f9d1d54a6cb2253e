import { found } from '#platform/errors.ts'
import type { Texts } from '#platform/language.ts'
import type { Reads } from '../tables.ts'
import { acceptedRows, type ProposalRow } from './proposals.sql.ts'
import type { SlotState } from './slot.rules.ts'
import type { SlotPlace } from './swap.rules.ts'
import { type SwapRow, swapRows } from './swaps.sql.ts'
import { headStartOf, type History, type Side, sideOf, standings } from './turns.rules.ts'
import { partiesWithStart, seriesKey, type SlotRow, slotRows, turnRows } from './turns.sql.ts'

export interface TurnSide extends Side {
  key: string
  name: Texts
  /** Whether it has taken part in the turns before. */
  hasJoined: boolean
}

type TurnRow = Awaited<ReturnType<typeof turnRows>>[number]

/** A slot as pages and decisions see it. */
export interface Slot extends SlotState {
  id: string
  eventId: string
  minutes: number
  position: number
  /** Which of the hour's slots it is, those that were taken away not counted. */
  number: number
  hour: SlotRow
  /** What is presented in it, or will be. */
  presentation: ProposalRow | null
  /** The line of the history that says whose it is. */
  turn: TurnRow | null
  passes: readonly TurnRow[]
}

/** All about the turns: a few hours a year, so it is read whole. */
export interface Turns {
  sides: readonly TurnSide[]
  history: History
  /** In the order of time; those taken away are among them. */
  slots: readonly Slot[]
  proposals: readonly ProposalRow[]
  swaps: readonly SwapRow[]
}

export async function loadTurns(db: Reads): Promise<Turns> {
  const rows = await turnRows(db)
  const slotsThere = await slotRows(db)
  const proposals = await acceptedRows(db)
  const swaps = await swapRows(db)
  const turns = rows.map(({ number, kind, slot_id, party_id }) => ({
    ...{ number, kind, slot: slot_id, side: party_id },
  }))
  const undone = new Set(slotsThere.filter((slot) => !counts(slot)).map(({ id }) => id))
  const sides = sidesOf(await partiesWithStart(db), { turns, undone })
  const slots = slotsThere.map((hour): Slot => {
    const { id, event_id, minutes, position, removed_at } = hour
    const own = rows.filter((row) => row.slot_id === id)
    const presentation = proposals.find(({ slot_id }) => slot_id === id) ?? null
    return {
      ...{ id, eventId: event_id, minutes, position, hour, presentation },
      number: numberOf(hour, slotsThere),
      side: sideOf(turns, id),
      ...{ isTaken: presentation !== null, isRemoved: removed_at !== null },
      ...{ turn: own.at(-1) ?? null, passes: own.filter(({ kind }) => kind === 'passed') },
    }
  })
  return { sides, history: { sides, turns, undone }, slots, proposals, swaps }
}

const numberOf = ({ event_id, position }: SlotRow, all: readonly SlotRow[]): number =>
  all.filter((one) => one.event_id === event_id && one.removed_at === null && one.position <= position).length

/** An hour that was called off, or that belongs to another series since, uses up nobody's turn. */
const counts = ({ cancelled_at, removed_at, series_key }: SlotRow): boolean =>
  cancelled_at === null && removed_at === null && series_key === seriesKey

type PartyRow = Awaited<ReturnType<typeof partiesWithStart>>[number]

function sidesOf(parties: readonly PartyRow[], rest: Omit<History, 'sides'>): TurnSide[] {
  const known = parties.filter(({ head_start }) => head_start !== null)
  const sides = known.map(({ id, head_start }) => ({ id, headStart: head_start ?? 0 }))
  const start = headStartOf(standings({ sides, ...rest }).map(({ level }) => level))
  return parties.map(({ id, key, name, head_start }) => ({
    ...{ id, key, name, headStart: head_start ?? start, hasJoined: head_start !== null },
  }))
}

/** Slots that count, in the order of time. */
export const slotsThatCount = ({ slots, history }: Turns): Slot[] =>
  slots.filter(({ id }) => !history.undone.has(id))

export const placesOf = (turns: Turns): SlotPlace[] =>
  slotsThatCount(turns).map(({ id, side, passes }) => ({
    ...{ slot: id, side, passedBy: passes.map(({ party_id }) => party_id) },
  }))

export const slotWithId = ({ slots }: Turns, id: string): Slot | undefined =>
  slots.find((slot) => slot.id === id)

export const sideWithId = ({ sides }: Turns, id: string): TurnSide =>
  found(
    sides.find((side) => side.id === id),
    'side',
  )

/** A swap of this slot that nobody has answered yet. */
export const swapWaitingFor = ({ swaps }: Turns, ...slotIds: string[]): SwapRow | undefined =>
  swaps.find(
    ({ answer, slot_id, other_slot_id }) =>
      answer === null && (slotIds.includes(slot_id) || slotIds.includes(other_slot_id)),
  )

/** Where an accepted proposal stands: with a slot in an hour that is held, or waiting for one. */
export function hourOf({ slots, history }: Turns, proposal: ProposalRow): Slot | null {
  const slot = slots.find(({ id }) => id === proposal.slot_id)
  return slot && !history.undone.has(slot.id) ? slot : null
}

/**
 * Accepted by a side, and without a slot that counts. First what was to be presented at an hour that was called off, in
 * the order of those hours; then the longest accepted.
 */
export function queueOf(turns: Turns, sideId: string): ProposalRow[] {
  const waiting = turns.proposals.filter((one) => one.party_id === sideId && hourOf(turns, one) === null)
  const calledOff = turns.slots.flatMap(({ id }) => waiting.filter(({ slot_id }) => slot_id === id))
  return [...calledOff, ...waiting.filter((one) => !calledOff.includes(one))]
}
