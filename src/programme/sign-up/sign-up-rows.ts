import { organisationNamed } from '#network/index.ts'
import { newId } from '#platform/ids.ts'
import { searchText } from '#platform/search.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { SignUpRow, Writes } from '../tables.ts'
import { holdMinutes } from './offers.rules.ts'
import { decideSeats, organisationKey, type Seats } from './seats.rules.ts'
import type { SignUp } from './sign-up-form.ts'

interface Circumstances {
  event: ProgrammeEvent
  form: SignUp
  isKnown: boolean
  /** What the same addresses have done before. */
  earlier: readonly SignUpRow[]
  seats: Seats
  now: Instant
}

/** A row for whoever signs up and one for each who comes along; each gets a seat or a place in the queue. */
export async function rowsFor(
  tx: Writes,
  { event, form, isKnown, earlier, seats, now }: Circumstances,
): Promise<SignUpRow[]> {
  const of = { capacity: form.capacity, ...(await organisationOf(tx, form.organisation)) }
  const people = peopleOf(form, earlier)
  const asking = { capacity: form.capacity, organisation: organisationKey(of) }
  const { hasSeat } = decideSeats(
    seats,
    people.map(() => asking),
  )
  const ids = people.map(() => newId())
  return people.map(({ name, email, named }, index): SignUpRow => {
    const state = hasSeat[index] === true ? (isKnown ? 'seat' : 'held') : 'waiting'
    return {
      ...{ id: ids[index] ?? '', event_id: event.id, brought_by: index === 0 ? null : (ids[0] ?? null) },
      ...{ email, name, named, search_text: searchText(name), ...of, language: form.language, state },
      queued_at: now,
      confirmed_at: isKnown ? now : null,
      held_until: state === 'held' ? plus(now, { minutes: holdMinutes }) : null,
      sequence: nextSequence(earlier, email),
      ...{ walk_in: 0, checked_in_at: null, cancelled_at: null, ended_because: null, forgotten_at: null },
    }
  })
}

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

/** The organisation as the directory knows it, or as it was typed. */
export async function organisationOf(tx: Writes, typed: string | null) {
  const known = typed ? await organisationNamed(tx, typed) : undefined
  return { organisation_id: known?.id ?? null, organisation_name: known ? null : typed }
}
