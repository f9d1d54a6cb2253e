import { datePlus, weekdayOf } from './time.ts'

const two = (number: number): string => String(number).padStart(2, '0')

/** Easter Sunday of a year, by the rule that the churches of the West use (Butcher, 1876). */
export function easterOf(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`
}

/** The Friday of this week of June on which Midsummer's Eve falls: between the 19th and the 25th. */
function midsummerEveOf(year: number): string {
  const first = `${year}-06-19`
  return datePlus(first, (5 - weekdayOf(first) + 7) % 7)
}

/**
 * Days in a year on which Swedish offices are closed: the public holidays (Lag 1989:253 om allmänna helgdagar), but for
 * those that are always Sundays, and the eves that everybody takes off.
 */
export function holidaysOf(year: number): ReadonlySet<string> {
  const easter = easterOf(year)
  return new Set([
    ...['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'].map(
      (day) => `${year}-${day}`,
    ),
    ...[-2, 1, 39].map((days) => datePlus(easter, days)),
    midsummerEveOf(year),
  ])
}

const known = new Map<number, ReadonlySet<string>>()

/** Whether offices are open on a date 'YYYY-MM-DD'. */
export function isWorkingDay(date: string): boolean {
  if (weekdayOf(date) > 5) return false
  const year = Number(date.slice(0, 4))
  const holidays = known.get(year) ?? holidaysOf(year)
  known.set(year, holidays)
  return !holidays.has(date)
}

/** The first working day of the month in which a date lies. */
export function firstWorkingDay(date: string): string {
  let day = `${date.slice(0, 7)}-01`
  while (!isWorkingDay(day)) day = datePlus(day, 1)
  return day
}

/** The date so many working days after another; the day itself does not count. */
export function workingDaysAfter(date: string, days: number): string {
  let [day, left] = [date, days]
  while (left > 0) {
    day = datePlus(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** How many working days lie after the first date, up to and with the second; negative the other way round. */
export function workingDaysBetween(from: string, to: string): number {
  if (to < from) return -workingDaysBetween(to, from)
  let count = weekdaysUntil(to) - weekdaysUntil(from)
  // Lists show many that have waited for long: holidays are taken away, and days not gone through one by one.
  for (let year = yearOf(from); year <= yearOf(to); year += 1)
    for (const day of weekdaysOff(year)) if (day > from && day <= to) count -= 1
  return count
}

const yearOf = (date: string): number => Number(date.slice(0, 4))
const dayMs = 24 * 60 * 60 * 1000

/** How many days from Monday to Friday there were until a date and with it, since a Monday long ago. */
function weekdaysUntil(date: string): number {
  // The first of January 1970 was a Thursday.
  const days = Date.parse(date) / dayMs + 4
  const weeks = Math.floor(days / 7)
  return weeks * 5 + Math.min(5, days - weeks * 7)
}

const off = new Map<number, readonly string[]>()

/** The holidays of a year that would be working days otherwise. */
function weekdaysOff(year: number): readonly string[] {
  const days = off.get(year) ?? [...holidaysOf(year)].filter((day) => weekdayOf(day) <= 5)
  off.set(year, days)
  return days
}
