import { datePlus, type Instant, instantAt, localDate, plus } from '#platform/time.ts'
import { timeOfDay, whoMet } from '#programme/index.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

// As the nights of the year do: two days later, and with names of the last half year.
const afterDays = 2
const namesKeptDays = 183

/** Who met at each event that is over, as it was counted before names were forgotten. */
export function addWhoMet(year: Year): void {
  const came = new Map(year.rows.event.map((event) => [event.id, thoseWhoCame(year, event)]))
  for (const event of year.rows.event) {
    const counted_at = instantAt(datePlus(localDate(event.ends_at), afterDays), '03:15')
    if (!event.published_at || event.cancelled_at || counted_at > year.now) continue
    const { people, fromDoor } = came.get(event.id) ?? { people: [], fromDoor: false }
    const known = addressesBefore(year, event, came)
    const met = whoMet(people.map((one) => asPerson(year, one, known)))
    year.rows.event_met.push({
      ...{ event_id: event.id, counted_at, year: Number(localDate(event.starts_at).slice(0, 4)) },
      ...{ time_of_day: timeOfDay(event.starts_at), counted_from: fromDoor ? 'door' : 'seats' },
      people: met.people,
    })
    for (const group of met.groups) year.rows.event_met_group.push({ event_id: event.id, ...group })
  }
}

interface Came {
  people: Row<'sign_up'>[]
  fromDoor: boolean
}

function thoseWhoCame(year: Year, event: Row<'event'>): Came {
  const seats = year.rows.sign_up.filter((one) => one.event_id === event.id && one.state === 'seat')
  const letIn = seats.filter((one) => one.checked_in_at)
  return letIn.length > 0 ? { people: letIn, fromDoor: true } : { people: seats, fromDoor: false }
}

function addressesBefore(year: Year, event: Row<'event'>, came: ReadonlyMap<string, Came>): Set<string> {
  const since: Instant = plus(event.starts_at, { days: -namesKeptDays })
  const earlier = year.rows.event.filter(
    (one) => one.starts_at >= since && one.ends_at <= event.starts_at && !one.cancelled_at,
  )
  return new Set(earlier.flatMap(({ id }) => came.get(id)?.people ?? []).flatMap(({ email }) => email ?? []))
}

function asPerson(
  year: Year,
  { capacity, email, organisation_id, organisation_name }: Row<'sign_up'>,
  known: ReadonlySet<string>,
): Parameters<typeof whoMet>[0][number] {
  const kind = organisation_id ? (year.found.directory.get(organisation_id)?.kind ?? null) : null
  const before = email ? (known.has(email) ? 'been-before' : 'new') : 'unknown'
  return { capacity, organisation: organisation_id ?? organisation_name?.toLowerCase() ?? null, kind, before }
}
