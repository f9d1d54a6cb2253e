import { Temporal } from 'temporal-polyfill'

/** A moment in UTC, ISO-8601 with milliseconds and a final Z. Strings of this shape sort as time does. */
export type Instant = string
export type Clock = () => Instant

/** The zone in which people read and write times. Storage is always UTC. */
export const timeZone = 'Europe/Stockholm'

export const systemClock: Clock = () => new Date().toISOString()

interface Span {
  days?: number
  hours?: number
  minutes?: number
  seconds?: number
}

/** Adds a span. Days are calendar days where people live, so a reminder stays at 08:00 over a clock change. */
export function plus(instant: Instant, span: Span): Instant {
  const { days = 0, hours = 0, minutes = 0, seconds = 0 } = span
  const day = days === 0 ? Date.parse(instant) : zoned(instant).add({ days }).epochMilliseconds
  return new Date(day + ((hours * 60 + minutes) * 60 + seconds) * 1000).toISOString()
}

/** What clocks and calendars on the wall show where people live, 'YYYY-MM-DDTHH:mm:ss'. */
export function wallClock(instant: Instant): string {
  const time = Date.parse(instant)
  return new Date(time + distanceToUtc(time)).toISOString().slice(0, 19)
}

/** The calendar date, 'YYYY-MM-DD', where people live. */
export const localDate = (instant: Instant): string => wallClock(instant).slice(0, 10)

/** The time of day, 'HH:mm', where people live. */
export const localTime = (instant: Instant): string => wallClock(instant).slice(11, 16)

const hourMs = 60 * 60 * 1000
// A page shows dozens of times, and the calculation is slow: it is done once for each hour that somebody asks about.
const distances = new Map<number, number>()
const distancesMax = 20_000

/** Milliseconds that clocks where people live are ahead of UTC; it changes with whole hours alone. */
function distanceToUtc(time: number): number {
  const hour = Math.floor(time / hourMs)
  let distance = distances.get(hour)
  if (distance === undefined) {
    if (distances.size >= distancesMax) distances.clear()
    distance = zoned(new Date(hour * hourMs).toISOString()).offsetNanoseconds / 1_000_000
    distances.set(hour, distance)
  }
  return distance
}

/**
 * The moment at which clocks where people live show this date ('YYYY-MM-DD') and time ('HH:mm').
 * A time that the spring clock change skips becomes the same distance after it; of a doubled hour, the first.
 */
export const instantAt = (date: string, time: string): Instant =>
  fromZoned(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone))

/** Whole days from one date to another, both 'YYYY-MM-DD'; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

/** The date so many days after another, both 'YYYY-MM-DD'. */
export const datePlus = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** The date so many months after another, both 'YYYY-MM-DD'; of the 31st in a shorter month, its last day. */
export const dateMonthsAfter = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).add({ months }).toString()

/** Whole calendar months from one moment to a later one, where people live. */
export const monthsBetween = (from: Instant, to: Instant): number =>
  zoned(from).until(zoned(to), { largestUnit: 'month' }).months

export const zoned = (instant: Instant): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)

const fromZoned = (time: Temporal.ZonedDateTime): Instant => new Date(time.epochMilliseconds).toISOString()

/** The day of the week of a date 'YYYY-MM-DD': 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek
