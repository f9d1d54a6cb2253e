import { datePlus, type Instant, instantAt, localDate, localTime, plus, weekdayOf } from '#platform/time.ts'

/** A stranger's seat is held so long while the mail with the link is on its way. */
export const holdMinutes = 30

/** A hold whose mail has not left us yet goes on, for so many hours at most: a mail server may be down for a while. */
const holdHoursMax = 24

// A day to answer, as people read mail once a day; never less than a few hours.
const offerHours = 24
const offerHoursMin = 4
const [dayBegins, dayEnds] = ['08:00', '20:00']

/** Within so many hours of the start there is no time for an offer: people are moved up and told. */
const directHours = 24

/**
 * When an offer of a seat made now runs out, or null when there is no time for one: then the seat is given at once.
 * It never runs out at night, nor on a weekend before an event on a weekday, and always before the last day begins.
 * A course gives more hours to think it over than an afternoon does.
 */
export function offerEnd(now: Instant, startsAt: Instant, hours: number = offerHours): Instant | null {
  const last = plus(startsAt, { hours: -directHours })
  const wanted = nextGoodHour(plus(now, { hours }), startsAt)
  if (wanted <= last) return wanted
  const latest = lastGoodHour(last, startsAt)
  return latest >= plus(now, { hours: offerHoursMin }) ? latest : null
}

const isWeekend = (date: string): boolean => weekdayOf(date) > 5

/** Whether people can be expected to read their mail on that date for an event on that day. */
const isGoodDay = (date: string, startsAt: Instant): boolean =>
  !isWeekend(date) || isWeekend(localDate(startsAt))

/** Whether an offer may run out at that moment. */
function isGoodHour(instant: Instant, startsAt: Instant): boolean {
  const time = localTime(instant)
  return time >= dayBegins && time <= dayEnds && isGoodDay(localDate(instant), startsAt)
}

function nextGoodHour(instant: Instant, startsAt: Instant): Instant {
  if (isGoodHour(instant, startsAt)) return instant
  let date = localDate(instant)
  if (localTime(instant) > dayEnds || !isGoodDay(date, startsAt)) date = datePlus(date, 1)
  while (!isGoodDay(date, startsAt)) date = datePlus(date, 1)
  // At noon and not at eight: whoever reads it in the morning has time to answer.
  return instantAt(date, '12:00')
}

function lastGoodHour(instant: Instant, startsAt: Instant): Instant {
  if (isGoodHour(instant, startsAt)) return instant
  let date = localDate(instant)
  if (localTime(instant) < dayBegins || !isGoodDay(date, startsAt)) date = datePlus(date, -1)
  while (!isGoodDay(date, startsAt)) date = datePlus(date, -1)
  return instantAt(date, dayEnds)
}

/** Until when a hold that has run out goes on because its mail still waits for the mail server; null when it ends. */
export function heldLonger(queuedAt: Instant, now: Instant): Instant | null {
  if (plus(queuedAt, { hours: holdHoursMax }) <= now) return null
  return plus(now, { minutes: holdMinutes })
}
