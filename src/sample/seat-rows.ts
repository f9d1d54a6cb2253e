import { found } from '#platform/errors.ts'
import { searchText } from '#platform/search.ts'
import { datePlus, type Instant, instantAt, plus } from '#platform/time.ts'
import { decideSeats, offerEnd, organisationKey } from '#programme/index.ts'
import type { Capacity, FullnessLevel, SignUpState } from '#programme/tables.ts'
import type { Held } from './event-rows.ts'
import type { Someone } from './people-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

/** How the seats of an event are shared out, and what is happening on its waiting list. */
export interface SampleSeats {
  /** Seats kept for some until so many days before, and how many one organisation may have. */
  kept?: { for: Partial<Record<Capacity, number>>; untilDaysBefore: number; organisationMax: number }
  /** So many of the capacity are beyond what the room holds. */
  overInvited?: number
  /** Those who come along with somebody, group by group. */
  groups?: Along[][]
  /** The first on the waiting list has been offered a seat today. */
  offered?: true
  /** Somebody has just signed up, and is to confirm the address. */
  held?: true
  /** Somebody on the waiting list was put before somebody else; places are counted from one. */
  moved?: { place: number; before: number; reason: string }
}

/** Somebody who comes along: with an address of their own, by name alone, or nobody has said who. */
type Along = 'address' | 'name' | 'nobody'

/** The columns of an event that say how its seats are shared out. */
export function sharingOf({ kept, overInvited = 0 }: SampleSeats, date: string) {
  return {
    over_invited: overInvited,
    organisation_max: kept?.organisationMax ?? null,
    kept_until: kept ? instantAt(datePlus(date, -kept.untilDaysBefore), '08:00') : null,
    released_at: null,
  }
}

/** For whom seats are kept, as the coordinator wrote soon after the draft. */
export function shareOutSeats(year: Year, { sample, row, by }: Held): void {
  const { kept, overInvited: over = 0 } = sample
  if (!kept && over === 0) return
  const all = Object.entries(kept?.for ?? {}) as [Capacity, number][]
  for (const [capacity, count] of all)
    year.rows.event_sector.push({ event_id: row.id, capacity, kept: count })
  const { kept_until: until, organisation_max: organisationMax, created_at } = row
  const detail = { kept: kept?.for ?? {}, until, organisationMax, over }
  year.record({ what: 'seats-kept', by, about: row.id, at: plus(created_at, { minutes: 25 }), detail })
}

/** Who of those who came, one after another, got a seat while seats are kept: the rule itself says so. */
export function seatsWhileKept({ sample, row }: Held, coming: readonly Someone[]): boolean[] {
  const kept = Object.entries(sample.kept?.for ?? {}) as [Capacity, number][]
  const seats = {
    free: row.capacity,
    kept: new Map(kept.map(([capacity, count]) => [capacity, { kept: count, taken: 0 }])),
    organisationMax: row.organisation_max ?? null,
    ofOrganisation: new Map<string, number>(),
  }
  const asking = coming.map((one) => ({ capacity: one.capacity, organisation: organisationKey(keysOf(one)) }))
  return decideSeats(seats, asking).hasSeat
}

const keysOf = ({ organisationId, organisationName }: Someone) => ({
  organisation_id: organisationId,
  organisation_name: organisationName,
})

// When a seat came free today.
const offersMade = (year: Year): Instant => plus(year.now, { hours: -3 })

/** What each state brings with it, for somebody who signed up at a moment. */
export function standing(year: Year, event: Row<'event'>, state: SignUpState, queuedAt: Instant) {
  if (state === 'held') return { confirmed_at: null, held_until: plus(queuedAt, { minutes: 30 }) }
  const until = state === 'offered' ? offerEnd(offersMade(year), event.starts_at) : null
  return { confirmed_at: queuedAt, held_until: until }
}

/** Those who come along with people who come as themselves: a family, friends. */
export function addGroups(year: Year, { sample, row }: Held, people: readonly Someone[]): void {
  const coming = year.rows.sign_up.filter((one) => one.event_id === row.id)
  const addresses = new Set(coming.map((one) => one.email))
  const contacts = coming.filter((one) => one.state === 'seat' && one.capacity === 'resident')
  const others = people.filter((one) => one.capacity === 'resident' && !addresses.has(one.email))
  for (const [index, group] of (sample.groups ?? []).entries()) {
    const contact = found(contacts[index], 'somebody to come along with')
    for (const along of group) {
      const someone = along === 'nobody' ? contact : found(others.shift(), 'somebody to come along')
      year.rows.sign_up.push({
        ...contact,
        id: year.id(contact.queued_at),
        brought_by: contact.id,
        named: along === 'nobody' ? 0 : 1,
        name: someone.name,
        search_text: searchText(someone.name),
        email: along === 'address' ? (someone.email ?? null) : null,
      })
    }
  }
}

/** What happens on the waiting list: a seat was offered, somebody was moved for a reason. */
export function addQueue(year: Year, { sample, row, by }: Held): void {
  const own = year.rows.sign_up.filter((one) => one.event_id === row.id)
  const about = row.id
  const at = offersMade(year)
  for (const one of own.filter(({ state }) => state === 'offered'))
    year.record({ what: 'seat-offered', by: null, about, at, detail: { signUp: one.id } })
  if (!sample.moved) return
  const { place, before, reason } = sample.moved
  const waiting = own.filter(({ state }) => state === 'waiting')
  const moved = found(waiting[place - 1], 'somebody to move')
  const other = found(waiting[before - 1], 'somebody to move before')
  addMove(year, row.id, { moved, before: other, reason, by, from: place, to: before })
}

const levels: readonly FullnessLevel[] = [50, 80, 100]

/** Whoever looks after an event was told how full it is when it became so. */
export function tellOfFullness(year: Year): void {
  for (const event of year.rows.event) {
    const own = year.rows.sign_up.filter((one) => one.event_id === event.id)
    const taking = own.filter(({ state }) => state !== 'waiting' && state !== 'cancelled')
    for (const level of levels) {
      const last = taking[Math.ceil((event.capacity * level) / 100) - 1]
      if (last) year.rows.fullness_told.push({ event_id: event.id, level, at: last.queued_at })
    }
  }
}

interface Moving {
  moved: Row<'sign_up'>
  before: Row<'sign_up'>
  reason: string
  by: string
  from: number
  to: number
}

function addMove(year: Year, event_id: string, { moved, before, reason, by, from, to }: Moving): void {
  const soon = plus(moved.queued_at, { hours: 1 })
  const at = soon < year.now ? soon : year.now
  const ids = { event_id, sign_up_id: moved.id, before_id: before.id }
  year.rows.queue_move.push({
    id: year.id(at),
    ...ids,
    by_person: by,
    reason,
    at,
    from_place: from,
    to_place: to,
  })
  const detail = { signUp: moved.id, before: before.id, reason, from, to }
  year.record({ what: 'moved-in-queue', by, about: event_id, at, detail })
}
