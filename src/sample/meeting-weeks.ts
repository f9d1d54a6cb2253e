import { Temporal } from 'temporal-polyfill'
import { datePlus, type Instant, localDate, localTime } from '#platform/time.ts'

// Around New Year and in the summer nobody in Malmö calls a meeting. Numbers of weeks as calendars show them.
const isQuiet = (week: number): boolean => week === 1 || week >= 52 || (week >= 26 && week <= 32)

/** The date of a weekday (1 is Monday) so many weeks from this one, counting only weeks in which meetings are held. */
export type MeetingDate = (weeks: number, weekday: number) => string

export function meetingDates(today: string): MeetingDate {
  const date = Temporal.PlainDate.from(today)
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  const before = mondays(monday, -1)
  const after = mondays(monday, 1)
  return (weeks, weekday) => {
    const chosen = (weeks < 0 ? before : after)[Math.abs(weeks) - 1]
    if (!chosen) throw new Error(`the sample year reaches ${weeksMax} weeks each way, not ${weeks}`)
    return workingDay(chosen.add({ days: weekday - 1 }))
  }
}

const weeksMax = 40

/** The Mondays of the weeks with meetings, one way from a week, the nearest first. */
function mondays(from: Temporal.PlainDate, way: 1 | -1): Temporal.PlainDate[] {
  const found: Temporal.PlainDate[] = []
  for (let last = from.add({ weeks: way }); found.length < weeksMax; last = last.add({ weeks: way })) {
    if (!isQuiet(last.weekOfYear ?? 0)) found.push(last)
  }
  return found
}

const holidays = new Set(['01-06', '05-01', '06-06'])

/** The day itself, or the day before when it is a public holiday. Only those that fall on any weekday matter here. */
function workingDay(date: Temporal.PlainDate): string {
  const isHoliday = holidays.has(date.toString().slice(5)) || date.equals(ascension(date.year))
  return (isHoliday ? date.subtract({ days: 1 }) : date).toString()
}

/** The Thursday 39 days after Easter, which is reckoned in Gauss's way, good until 2099. */
function ascension(year: number): Temporal.PlainDate {
  const moon = (19 * (year % 19) + 24) % 30
  const sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
  const late = (moon === 29 && sunday === 6) || (moon === 28 && sunday === 6 && year % 19 > 10)
  return Temporal.PlainDate.from({ year, month: 3, day: 22 }).add({
    days: moon + sunday - (late ? 7 : 0) + 39,
  })
}

interface Opening {
  date: string
  from: string
  to: string
}

/** Tonight if there is still time to get there, else tomorrow at noon: within a day, so that its door can be tried. */
export function nextOpening(now: Instant): Opening {
  const today = localDate(now)
  if (localTime(now) < '15:30') return { date: today, from: '17:30', to: '19:00' }
  return { date: datePlus(today, 1), from: '12:00', to: '13:30' }
}
