import { newId } from '#platform/ids.ts'
import { searchText } from '#platform/search.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Said } from '../questions/ask-at-sign-up.ts'
import type { SignUpRow } from '../tables.ts'
import { holdMinutes } from './offers.rules.ts'
import { decideSeats, organisationKey, type Seats } from './seats.rules.ts'
import type { SignUp } from './sign-up-form.ts'
import { isSentAgain, takesSeat } from './sign-up.rules.ts'

/** Somebody who wants to come, alone or with others. */
export interface Request {
  form: SignUp
  /** What was answered to what the organisers ask; nothing from a link that asks nothing. */
  said?: Said
  /** The visitor's network, for limits alone. */
  from: string
  /** Whether the owner of the address is known to mean it: signed in, or here by a link mailed to it. */
  isKnown: boolean
}

interface Arrival {
  request: Request
  letters: { now: Instant }
}

/** The organisation as the directory knows it, or as it was typed. */
export interface Organisation {
  organisation_id: string | null
  organisation_name: string | null
}

/** How things stand before somebody comes. */
export interface Before {
  eventId: string
  seats: Seats
  /** What the same addresses have done before. */
  earlier: readonly SignUpRow[]
  /** Those whom they brought along. */
  companions: readonly SignUpRow[]
  /** By what was typed. */
  organisations: ReadonlyMap<string | null, Organisation>
}

/** How many have a seat now, or one that is held, and how many wait. */
export interface Places {
  seats: number
  waiting: number
  /** When a held seat is given to somebody else; null when nothing has to be confirmed. */
  heldUntil: Instant | null
}

export interface Decided<A> {
  arrival: A
  places: Places
  /** A row for whoever signs up and one for each who comes along; none for somebody who is signed up already. */
  rows: SignUpRow[]
  known: SignUpRow | null
  /** Whether it is the same form, pressed twice. */
  isSentAgain: boolean
}

/**
 * What becomes of those who came, one after another. An address that is signed up already gets nothing new, and its
 * visitor the answer that anybody would get now.
 */
export function decideArrivals<A extends Arrival>(arrivals: readonly A[], before: Before): Decided<A>[] {
  let { seats } = before
  const there = Map.groupBy(before.earlier, ({ email }) => email)
  const brought = Map.groupBy(before.companions, (one) => one.brought_by)

  return arrivals.map((arrival): Decided<A> => {
    const { request, letters } = arrival
    const earlier = emailsOf(request.form).flatMap((email) => there.get(email) ?? [])
    const known = earlier.find(({ email, state }) => email === request.form.email && state !== 'cancelled')
    const ofStranger = rowsFor(arrival, { ...before, earlier: [], seats })
    const stranger = ofStranger.rows
    // Whoever was brought along sent no form yet, and has heard nothing.
    if (known && known.brought_by === null && isSentAgain(known, request.form, letters.now)) {
      // Who stayed from an earlier time was not in the form.
      const along = (brought.get(known.id) ?? []).filter((one) => one.queued_at === known.queued_at)
      const group = [known, ...along]
      const places = placesOf(stranger.map((_, index) => group[index] ?? known))
      return { arrival, places, rows: [], known, isSentAgain: true }
    }
    // A companion who is signed up already gets no second seat, and whoever asks does not learn it from the answer.
    const places = placesOf(stranger)
    if (known) return { arrival, places, rows: [], known, isSentAgain: false }
    const { rows, left } = earlier.length === 0 ? ofStranger : rowsFor(arrival, { ...before, earlier, seats })
    seats = left
    for (const row of rows) {
      there.set(row.email, [...(there.get(row.email) ?? []), row])
      if (row.brought_by) brought.set(row.brought_by, [...(brought.get(row.brought_by) ?? []), row])
    }
    return { arrival, places, rows, known: null, isSentAgain: false }
  })
}

/** Every address that is to be signed up. */
export const emailsOf = (form: SignUp): string[] => [
  form.email,
  ...form.companions.flatMap(({ email }) => email ?? []),
]

const placesOf = (rows: readonly SignUpRow[]): Places => ({
  seats: rows.filter(({ state }) => takesSeat(state)).length,
  waiting: rows.filter(({ state }) => state === 'waiting').length,
  heldUntil: rows.find(({ held_until }) => held_until !== null)?.held_until ?? null,
})

/** A row for whoever signs up and one for each who comes along; each gets a seat or a place in the queue. */
function rowsFor(
  { request: { form, isKnown }, letters: { now } }: Arrival,
  { eventId, earlier, seats, organisations }: Before,
): { rows: SignUpRow[]; left: Seats } {
  const organisation = organisations.get(form.organisation) ?? typed(form.organisation)
  const of = { capacity: form.capacity, ...organisation }
  const people = peopleOf(form, earlier)
  const asking = { capacity: form.capacity, organisation: organisationKey(of) }
  const { hasSeat, left } = decideSeats(
    seats,
    people.map(() => asking),
  )
  const ids = people.map(() => newId())
  const rows = people.map(({ name, email, named }, index): SignUpRow => {
    const state = hasSeat[index] === true ? (isKnown ? 'seat' : 'held') : 'waiting'
    return {
      ...{ id: ids[index] ?? '', event_id: eventId, brought_by: index === 0 ? null : (ids[0] ?? null) },
      ...{ email, name, named, search_text: searchText(name), ...of, language: form.language, state },
      queued_at: now,
      confirmed_at: isKnown ? now : null,
      held_until: state === 'held' ? plus(now, { minutes: holdMinutes }) : null,
      sequence: nextSequence(earlier, email),
      ...{ walk_in: 0, checked_in_at: null, cancelled_at: null, ended_because: null, forgotten_at: null },
    }
  })
  return { rows, left }
}

export const typed = (name: string | null): Organisation => ({
  organisation_id: null,
  organisation_name: name,
})

// Above all that this person's calendar has seen of the event.
const nextSequence = (earlier: readonly SignUpRow[], email: string | null): number =>
  Math.max(-1, ...earlier.filter((one) => one.email === email && email !== null).map((one) => one.sequence)) +
  1

/** Everybody who is to come: named or not yet named. Whoever is signed up already keeps that one seat. */
function peopleOf(form: SignUp, earlier: readonly SignUpRow[]) {
  const there = earlier.filter(({ state }) => state !== 'cancelled').map(({ email }) => email)
  const taken = new Set<string | null>([form.email, ...there])
  const named = form.companions.filter(({ email }) => {
    if (email === null) return true
    if (taken.has(email)) return false
    taken.add(email)
    return true
  })
  const more = Math.max(0, form.seats - 1 - form.companions.length)
  return [
    { name: form.name, email: form.email, named: 1 },
    ...named.map((one) => ({ ...one, named: 1 })),
    ...Array.from({ length: more }, () => ({ name: form.name, email: null, named: 0 })),
  ]
}
