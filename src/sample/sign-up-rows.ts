import { found } from '#platform/errors.ts'
import { searchText } from '#platform/search.ts'
import { datePlus, type Instant, localDate, localTime, plus } from '#platform/time.ts'
import type { SignUpState } from '#programme/tables.ts'
import type { Held } from './event-rows.ts'
import type { Someone } from './people-rows.ts'
import { mixes } from './mixes.ts'
import type { SampleEvent } from './sample-content.ts'
import { addGroups, addQueue, seatsWhileKept, standing } from './seat-rows.ts'
import type { Row } from './tables.ts'
import { prepareDoor } from './door-rows.ts'
import type { Year } from './year.ts'

// As the sign-up form promises: what somebody needs is wiped two weeks after the event.
const needsKeptDays = 14

/** Everybody who signed up for an event, came, stayed away or walked in. */
export function addSignUps(year: Year, held: Held, people: readonly Someone[]): void {
  const { sample, row } = held
  if (!row.published_at || sample.come === 0) return
  const { come, waiting = 0, cancelledSeats = 0, walkIns = 0, held: isHeld } = sample
  const many = come + waiting + cancelledSeats + walkIns + (isHeld ? 1 : 0)
  const coming = chosenPeople(year, sample, people, many)
  const walking = coming.splice(0, walkIns)
  const moments = signUpMoments(year, held, coming.length)
  const states = statesOf(held, coming)
  coming.forEach((someone, index) => {
    const state = found(states[index], 'state')
    // Whoever's address is still to be confirmed signed up a few minutes ago.
    const queued_at = state === 'held' ? plus(year.now, { minutes: -5 }) : (moments[index] ?? year.now)
    const signUp = signUpRow(year, held, someone, { queued_at, state })
    year.rows.sign_up.push(signUp)
    recordSignUp(year, signUp)
    if (sample.needs && state !== 'cancelled' && index % 4 === 1)
      addNeeds(year, held, signUp.id, (index - 1) / 4)
  })
  for (const someone of walking) year.rows.sign_up.push(walkInRow(year, held, someone))
  addGroups(year, held, people)
  addQueue(year, held)
  // The event whose door can be tried.
  if (sample.week === 0) prepareDoor(year, held)
}

/** Where each of those stands who signed up, in the order in which they did. */
function statesOf(held: Held, coming: readonly Someone[]): SignUpState[] {
  const { come, cancelledSeats = 0, kept, offered, held: isHeld } = held.sample
  if (kept) return seatsWhileKept(held, coming).map((hasSeat) => (hasSeat ? 'seat' : 'waiting'))
  const turnedAway = new Set(everyNth(come, cancelledSeats))
  const seats = come + cancelledSeats
  return coming.map((_, index) => {
    if (turnedAway.has(index)) return 'cancelled'
    if (index < seats) return 'seat'
    if (isHeld) return 'held'
    return offered && index === seats ? 'offered' : 'waiting'
  })
}

/** As many of each capacity as the mix says, never the same people at two events in a row. */
function chosenPeople(year: Year, { mix }: SampleEvent, people: readonly Someone[], many: number): Someone[] {
  // A course has one group, which meets again and again.
  const inOrder = mix === 'course' ? [...people] : year.chance.shuffled(people)
  // The smallest groups first, so that what is one too many is taken from the largest.
  const chosen = Object.entries(mixes[mix])
    .toSorted(([, share], [, other]) => share - other)
    .flatMap(([capacity, share]) =>
      inOrder.filter((one) => one.capacity === capacity).slice(0, Math.ceil((share * many) / 100)),
    )
  return year.chance.shuffled(chosen.slice(0, many))
}

/** So many places in a row of people, evenly spread. */
const everyNth = (length: number, many: number): number[] =>
  Array.from({ length: many }, (_, index) => Math.floor(((index + 1) * length) / (many + 1)))

/** When they signed up, the earliest first: between the announcement and the last moment, or now. */
function signUpMoments(year: Year, { row }: Held, many: number): Instant[] {
  const first = Date.parse(row.published_at ?? row.created_at)
  const limits = [row.sign_up_closes_at, row.cancelled_at ?? year.now, year.now].map((at) => Date.parse(at))
  const span = Math.min(...limits) - first
  const moments = Array.from({ length: many }, () => first + year.chance.part() ** 1.6 * span)
  return moments.map((at) => whileAwake(new Date(at).toISOString())).sort()
}

/** Nobody signs up at night; they did so the evening before. */
function whileAwake(at: Instant): Instant {
  const time = localTime(at)
  return time < '06:45' || time > '22:45' ? plus(at, { hours: -9 }) : at
}

type State = Pick<Row<'sign_up'>, 'queued_at' | 'state'>

function signUpRow(
  year: Year,
  { row: event }: Held,
  someone: Someone,
  { queued_at, state }: State,
): Row<'sign_up'> {
  const isOver = event.ends_at <= year.now && !event.cancelled_at
  // Some six in seven of those who had a seat came.
  const came = isOver && state === 'seat' && year.chance.part() < 0.86
  return {
    id: year.id(queued_at),
    event_id: event.id,
    email: someone.email,
    ...about(someone),
    ...{ brought_by: null, named: 1, state, queued_at },
    ...standing(year, event, state, queued_at),
    ended_because: state === 'cancelled' ? 'given-back' : null,
    sequence: 0,
    walk_in: 0,
    checked_in_at: came ? arrival(year, event) : null,
    cancelled_at: state === 'cancelled' ? changeOfMind(year, event, queued_at) : null,
  }
}

const walkInRow = (year: Year, { row: event }: Held, someone: Someone): Row<'sign_up'> => {
  const at = plus(event.starts_at, { minutes: 2 + year.chance.below(9) })
  return {
    ...{ id: year.id(at), event_id: event.id, email: null, ...about(someone), state: 'seat', queued_at: at },
    ...{ brought_by: null, named: 1, confirmed_at: at, held_until: null, ended_because: null },
    ...{ sequence: 0, walk_in: 1, checked_in_at: at, cancelled_at: null },
  }
}

const about = (someone: Someone) => ({
  name: someone.name,
  search_text: searchText(someone.name),
  capacity: someone.capacity,
  organisation_id: someone.organisationId,
  organisation_name: someone.organisationName,
  language: someone.language,
})

const arrival = (year: Year, event: Row<'event'>): Instant =>
  plus(event.doors_at ?? event.starts_at, { minutes: year.chance.below(event.doors_at ? 35 : 12) - 4 })

/** Halfway between signing up and the start, or now. */
function changeOfMind(year: Year, event: Row<'event'>, queuedAt: Instant): Instant {
  const last = event.starts_at < year.now ? event.starts_at : year.now
  return new Date((Date.parse(queuedAt) + Date.parse(last)) / 2).toISOString()
}

function addNeeds(year: Year, { row }: Held, signUpId: string, which: number): void {
  const { needs } = year.content.people
  const { boxes = [], ...words } = needs[which % needs.length] ?? {}
  const { access = null, interpretation = null, diet = null } = words
  const wipe_on = datePlus(localDate(row.ends_at), needsKeptDays)
  year.rows.sign_up_need.push({ sign_up_id: signUpId, access, interpretation, diet, wipe_on })
  for (const need of boxes) year.rows.sign_up_need_box.push({ sign_up_id: signUpId, need })
}

// The record of a year's sign-ups would hide everything else that happened.
const recordedDays = 3

function recordSignUp(
  year: Year,
  { id, event_id, state, queued_at: at, cancelled_at }: Row<'sign_up'>,
): void {
  const detail = { signUp: id }
  if (at > year.date(-recordedDays)) {
    year.record({
      what: 'signed-up',
      by: null,
      about: event_id,
      at,
      detail: { ...detail, state: state === 'waiting' || state === 'held' ? state : 'seat' },
    })
  }
  if (cancelled_at)
    year.record({ what: 'seat-given-back', by: null, about: event_id, at: cancelled_at, detail })
}
